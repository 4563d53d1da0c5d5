/**
 * A census table as a command: checked whole, then stored whole, as a rule version of its own. A round names it by its hash, so a version
 * once stored never says anything else: the same again changes nothing, other numbers need another version.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../domain/canonical';
import { adultsOf } from '../../domain/census';
import { addRule, ruleHash } from '../../database/seed';
import { ruleByVersion } from '../../database/queries/rules';
import type { Database, Handle } from '../../database/handle';
import { divisions } from '../../rules';
import type { CensusTable } from '../../types/rules';
import type { GivenHead } from './censusHead';
import type { ImportInput } from './importOutlets';
import { parseCensus } from './parseCensus';
import type { Problem } from '../../domain/census-list/parse';

export interface CensusInput extends ImportInput { readonly given: GivenHead }
export type CensusOutput =
  | { readonly loaded: null; readonly problems: readonly Problem[]; readonly rows: number; readonly notes: readonly string[] }
  | { readonly loaded: LoadedCensus; readonly notes: readonly string[] };
export interface LoadedCensus {
  /** False: this version was there already, the same. */
  readonly added: boolean;
  readonly version: string;
  readonly status: string;
  readonly verified: boolean;
  readonly hash: string;
  readonly communities: number;
  readonly adults: number;
  /** Names of communities in a circle that the table does not have: a round that asks them can't use it. */
  readonly missing: readonly string[];
}

export const importCensus = async ({ owner }: Database, { file, table, given }: CensusInput, now: Date): Promise<CensusOutput> => {
  const { table: census, problems, notes } = parseCensus(table, given, divisions);
  if (census === null) return { loaded: null, problems, rows: table.rows.length, notes };
  return owner.transaction().execute(async (tx): Promise<CensusOutput> => {
    await sql`select pg_advisory_xact_lock(hashtext('lz.seed'))`.execute(tx);
    const before = await ruleByVersion<CensusTable>(tx, 'census', census.version);
    if (before && before.hash !== ruleHash(census)) return { loaded: null, problems: [changedProblem(before.body, census)], rows: table.rows.length, notes };
    const added = await addRule(tx, census);
    const hash = ruleHash(census);
    if (added) {
      await tx.insertInto('lz.audit').values({
        at: now.toISOString(), actor: 'console', action: 'census.imported', subject: file,
        detail: JSON.stringify({ version: census.version, hash, status: census.status, verified: census.verified, source: census.source, communities: census.communities.length }),
      }).execute();
    }
    const { version, status, verified = false, communities } = census;
    return { loaded: { added, version, status, verified, hash, communities: communities.length, adults: communities.reduce((sum, row) => sum + adultsOf(row), 0), missing: await missingNames(tx, census) }, notes };
  });
};

const changedProblem = (before: CensusTable, now: CensusTable): Problem => {
  const rowOf = ({ communities }: CensusTable, wanted: string) => canonicalJson(communities.find(({ code }) => code === wanted) ?? null);
  const codes = [...new Set([...before.communities, ...now.communities].map(({ code }) => code))].sort();
  const differs = [
    ...([['source', '来源'], ['status', '状态'], ['verified', '是否核实']] as const).filter(([field]) => before[field] !== now[field]).map(([, heading]) => heading),
    ...codes.filter((code) => rowOf(before, code) !== rowOf(now, code)).map((code) => `社区 ${code}`),
  ];
  const listed = `${differs.slice(0, 5).join('、')}${differs.length > 5 ? ` 等 ${differs.length} 处` : ''}`;
  return { line: 1, heading: '版本', reason: `「${now.version}」已经导入过，与这次不同：${listed}。导入过的不能改，请换一个版本` };
};

const missingNames = async (tx: Handle, { communities }: CensusTable): Promise<string[]> => {
  const rows = await tx.selectFrom('lz.community as c').select('c.name').where('c.code', 'not in', communities.map(({ code }) => code))
    .where(({ exists, selectFrom }) => exists(selectFrom('lz.circle_community as m').select('m.circle_id').whereRef('m.community_code', '=', 'c.code'))).orderBy('c.code').execute();
  return rows.map(({ name }) => name);
};
