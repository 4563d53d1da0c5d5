/** Centres and populations of communities as a command: checked whole, then written whole. The audit line keeps the source of each value. */
import { sql } from 'kysely';
import type { Database, Handle } from '../../database/handle';
import { divisions, formats } from '../../rules';
import type { ImportInput } from './importOutlets';
import { parseCommunities, type CommunityRow } from './parseCommunities';
import type { Problem } from '../../domain/census-list/parse';

export type CommunitiesOutput =
  | { readonly loaded: null; readonly problems: readonly Problem[]; readonly rows: number; readonly notes: readonly string[] }
  | { readonly loaded: LoadedCommunities; readonly notes: readonly string[] };
export interface LoadedCommunities {
  readonly changed: number;
  readonly unchanged: number;
  /** Names of communities in a circle that still have no centre: nobody finds outlets from there without picking a place. */
  readonly withoutCentre: readonly string[];
}

export const importCommunities = async ({ owner }: Database, { file, table }: ImportInput, now: Date): Promise<CommunitiesOutput> => {
  const { rows, problems, notes } = parseCommunities(table, { formats, divisions });
  if (problems.length > 0) return { loaded: null, problems, rows: table.rows.length, notes };
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('lz.import'))`.execute(tx);
    let changed = 0;
    for (const row of rows) if (await write(tx, row)) changed += 1;
    await tx.insertInto('lz.audit').values({
      at: now.toISOString(), actor: 'console', action: 'communities.imported', subject: file,
      detail: JSON.stringify({ changed, rows: rows.map(({ code, centre, population, source, status }) => ({ code, centre, population, source, status })) }),
    }).execute();
    return { loaded: { changed, unchanged: rows.length - changed, withoutCentre: await withoutCentre(tx) }, notes };
  });
};

/** False if the row says what is there already. */
const write = async (tx: Handle, { code, centre, population, status }: CommunityRow): Promise<boolean> => {
  const values = {
    ...(centre ? { centre_lng: centre.lng, centre_lat: centre.lat, centre_status: status } : {}),
    ...(population === null ? {} : { population, population_status: status }),
  };
  const before = await tx.selectFrom('lz.community').selectAll().where('code', '=', code).forUpdate().executeTakeFirstOrThrow();
  if (Object.entries(values).every(([column, value]) => before[column as keyof typeof before] === value)) return false;
  await tx.updateTable('lz.community').set(values).where('code', '=', code).execute();
  return true;
};

const withoutCentre = async (tx: Handle): Promise<string[]> => {
  const rows = await tx.selectFrom('lz.community as c').select('c.name').where('c.centre_lng', 'is', null)
    .where(({ exists, selectFrom }) => exists(selectFrom('lz.circle_community as m').select('m.circle_id').whereRef('m.community_code', '=', 'c.code'))).orderBy('c.code').execute();
  return rows.map(({ name }) => name);
};
