/** 「有人要求我怎么填」: said once by each person in a round, read as counts alone. There is no query that reads who said so. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

/** Returns nothing, so that nobody learns whether it was counted. */
export const reportPressure = async (db: Handle, { round, tag, community, day }: { round: string; tag: Uint8Array; community: string; day: string }): Promise<void> => {
  await sql`select lz.report_pressure(${round}, ${tag}, ${community}, ${day}::date)`.execute(db);
};

/** The newest first: by round, day, community. */
export const newestPressure = (db: Handle, most: number) =>
  db.selectFrom('lz.pressure as p').innerJoin('lz.round as r', 'r.id', 'p.round_id')
    .select(['p.round_id', 'p.community_code', 'p.day', 'p.reports', 'r.title', 'r.opens_at', 'r.closes_at', 'r.demo'])
    .orderBy('r.opens_at', 'desc').orderBy('p.round_id').orderBy('p.day', 'desc').orderBy('p.community_code').limit(most).execute();
