/**
 * Recomputes everything about a round that can be recomputed, from the tables alone: its definition and rules by their hashes, its
 * list and seals, who took part against what was said, the counts, and every released number. The first difference ends it.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../domain/canonical';
import type { Household } from '../../domain/draw';
import { hex } from '../../domain/leaf';
import { sha256, sha256Hex } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import { purgeOf } from '../../database/queries/keeping';
import { roundById, type RoundRow } from '../../database/queries/rounds';
import type { MethodRules, Questionnaire } from '../../types/rules';
import { StartError } from '../config';
import { auditCallback } from './auditCallback';
import { auditLetters } from './auditLetters';
import { inFull } from '../rounds/inFull';
import { auditList, type ListReport } from './auditList';
import { auditFrozen, checkEntry, purgedWords } from './auditPurge';
import { auditReleases } from './auditReleases';
import { demand, Difference, type KeptSeal } from './findings';

export interface AuditInput {
  readonly round: string;
  /** Seals that were kept where nobody here could change them. */
  readonly kept: readonly KeptSeal[];
  /** The frame that the letters were drawn from, for those who have it. */
  readonly frame?: readonly Household[] | null;
}
export interface AuditReport {
  /** Null: nothing differs. */
  readonly difference: string | null;
  /** What was found right, in the order it was checked. */
  readonly passed: readonly string[];
  /** The answers were emptied: much can't be looked at any more. */
  readonly purged: boolean;
}

/** One view of the tables throughout, while the round may go on. */
export const auditRound = (owner: Handle, input: AuditInput): Promise<AuditReport> =>
  owner.transaction().setIsolationLevel('repeatable read').execute((tx) => auditWithin(tx, input));

/** In the caller's transaction. */
export const auditWithin = async (tx: Handle, input: AuditInput): Promise<AuditReport> => {
  const passed: string[] = [];
  let purged = false;
  try {
    await check(tx, input, (line) => passed.push(line), () => { purged = true; });
    return { difference: null, passed, purged };
  } catch (error) {
    if (error instanceof Difference) return { difference: error.message, passed, purged };
    throw error;
  }
};

const check = async (tx: Handle, { round: id, kept, frame = null }: AuditInput, pass: (line: string) => void, onPurged: () => void) => {
  const round = await roundById(tx, id);
  if (!round) throw new StartError(`没有编号为 ${id} 的轮次。`);
  const other = kept.find((seal) => seal.round !== id);
  if (other) throw new StartError(`另存的封存是「${other.round}」这一轮的，不是「${id}」。`);
  if (!round.definition || !round.definition_hash) throw new StartError(`轮次 ${id} 是封存以前设的，没有可以核对的定义。`);

  checkDefinition(round);
  pass('轮次的定义与它的哈希一致，各栏与定义一致。');
  const rules = await checkRules(tx, round);
  pass('问卷、算法、人口表与它们的哈希一致。');

  const purge = await purgeOf(tx, id);
  if (purge) {
    checkEntry(round, purge);
    onPurged();
  }
  const list = await auditList(tx, { round: id, definitionHash: round.definition_hash, ...rules, kept, purge, onAnswer: () => undefined });
  pass(`名单 ${list.size} 项：定义 1 项，答卷 ${list.answers} 份，撤回 ${list.withdrawals} 份${purge ? '，清空 1 项' : ''}；每一项与表里的${purge ? '记录' : '内容'}一致，顺序对。`);
  if (purge) pass(purgedWords(purge));
  else if (round.definition.keepUntil !== undefined) pass(`原始答卷按定义保存到 ${inFull(round.definition.keepUntil)}。`);
  pass(`${list.seals} 道封存的根都与名单一致${kept.length > 0 ? `，另存的 ${kept.length} 道也一致` : ''}。`);
  await checkCounts(tx, id, list);
  pass('答卷表、参与表和份数相符。');
  const letters = await auditLetters(tx, round);
  if (letters !== null) pass(letters);
  for (const line of await auditCallback(tx, round, frame)) pass(line);
  for (const line of await (purge ? auditFrozen(tx, round, purge.entry) : auditReleases(tx, round))) pass(line);
};

const checkDefinition = (round: RoundRow) => {
  const definition = round.definition!;
  demand(hex(sha256(canonicalJson(definition))) === hex(round.definition_hash!), '轮次的定义被改过：与它的哈希不符。');
  const columns = {
    id: round.id, title: round.title, source: round.source, questionnaire: round.questionnaire_hash, method: round.method_hash, census: round.census_hash,
    opensAt: round.opens_at, closesAt: round.closes_at, graceHours: round.grace_hours, releases: canonicalJson(round.releases), demo: round.demo, keyHash: round.key_hash && hex(round.key_hash),
  };
  const same = { ...definition, releases: canonicalJson(definition.releases), opensAt: new Date(definition.opensAt).toISOString(), closesAt: new Date(definition.closesAt).toISOString() };
  for (const [name, value] of Object.entries(columns)) demand(value === same[name as keyof typeof columns], `轮次表的「${name}」与定义不符。`);
};

/** The rule files that the round names, and those that its answers were given to. */
const checkRules = async (tx: Handle, round: RoundRow): Promise<{ questionnaires: ReadonlyMap<string, Questionnaire>; method: MethodRules }> => {
  const { rows } = await sql<{ hash: string; kind: string; body: unknown }>`
    select hash, kind, body from lz.rule_version where hash in (${round.questionnaire_hash}, ${round.method_hash}, ${round.census_hash ?? ''})
      or hash in (select distinct questionnaire_hash from lz.response where round_id = ${round.id})`.execute(tx);
  for (const { hash, kind, body } of rows) demand(sha256Hex(canonicalJson(body)) === hash, `规则「${kind}」被改过：与它的哈希不符。`);
  const named = [round.questionnaire_hash, round.method_hash, ...(round.census_hash === null ? [] : [round.census_hash])];
  for (const hash of named) demand(rows.some((row) => row.hash === hash), `规则 ${hash.slice(0, 12)}… 不在规则库里。`);
  return {
    questionnaires: new Map(rows.filter(({ kind }) => kind.startsWith('questionnaire')).map(({ hash, body }) => [hash, body as Questionnaire])),
    method: rows.find(({ hash }) => hash === round.method_hash)!.body as MethodRules,
  };
};

const checkCounts = async (tx: Handle, round: string, list: ListReport) => {
  const { rows: [n] } = await sql<{ responses: number; withdrawals: number; inbox: number; participations: number }>`select
    (select count(*) from lz.response where round_id = ${round}) as responses, (select count(*) from lz.withdrawal where round_id = ${round}) as withdrawals,
    (select count(*) from lz.response_inbox where round_id = ${round}) as inbox,
    (select count(*) from lz.participation where round_id = ${round}) + (select count(*) from lz.participant where round_id = ${round}) as participations`.execute(tx);
  demand(n!.responses === list.answers, `答卷表有 ${n!.responses} 份，名单里有 ${list.answers} 份：有答卷不在名单里。`);
  demand(n!.withdrawals === list.withdrawals, `撤回表有 ${n!.withdrawals} 份，名单里有 ${list.withdrawals} 份。`);
  demand(n!.participations === list.answers + n!.inbox, `参与表有 ${n!.participations} 人次，答卷有 ${list.answers + n!.inbox} 份(含还没封存的 ${n!.inbox} 份)。`);
  const { rows: places } = await sql<{ community: string; counted: number; held: number }>`
    select community, sum(counted) as counted, sum(held) as held from (
      select community_code as community, answered as counted, 0 as held from lz.answered where round_id = ${round}
      union all
      select r.community_code, 0, case when exists (select from lz.withdrawal w where w.of_leaf = r.leaf) or exists (select from lz.withdrawal_inbox w where w.of_leaf = r.leaf) then 0 else 1 end
        from (select leaf, community_code from lz.response where round_id = ${round} union all select leaf, community_code from lz.response_inbox where round_id = ${round}) r
    ) t group by community order by community`.execute(tx);
  for (const { community, counted, held } of places) demand(counted === held, `社区 ${community} 记了 ${counted} 份，答卷有 ${held} 份。`);
};
