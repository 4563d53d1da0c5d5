/** Age bands for staff: what the clock counts once a day, and what may be shown of it (domain/age-counts.ts). The desk reads the last alone. */
import { sql } from 'kysely';
import type { ShownAges } from '../../domain/age-counts';
import type { Handle } from '../handle';

/** False if this round was counted on this day, or a later one, already; else nobody else counts it on that day. */
export const claimDay = async (db: Handle, round: string, day: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db.insertInto('lz.age_counted').values({ round_id: round, day })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet({ day }).where('lz.age_counted.day', '<', day)).executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
};

/** Sealed answers that were not withdrawn, by community and age option. For the clock. */
export const answersByAge = async (db: Handle, round: string): Promise<{ community: string; ageBand: string; n: number }[]> =>
  (await sql<{ community: string; ageBand: string; n: number }>`
    select community_code as community, age_band as "ageBand", count(*) as n from lz.response where round_id = ${round} and age_band is not null group by 1, 2 order by 1, 2`.execute(db)).rows;

/** Community → what is shown of it. */
export const shownAges = async (db: Handle, round: string): Promise<ReadonlyMap<string, ShownAges>> => {
  const rows = await db.selectFrom('lz.age_count').select(['community_code', 'younger', 'older', 'at']).where('round_id', '=', round).execute();
  return new Map(rows.map(({ community_code: community, younger, older, at }) => [community, { younger, older, at }]));
};

export const showAges = async (db: Handle, round: string, rows: readonly (ShownAges & { readonly community: string })[]): Promise<void> => {
  for (const { community, younger, older, at } of rows) {
    await db.insertInto('lz.age_count').values({ round_id: round, community_code: community, younger, older, at })
      .onConflict((conflict) => conflict.columns(['round_id', 'community_code']).doUpdateSet({ younger, older, at })).execute();
  }
};
