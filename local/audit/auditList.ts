/**
 * The list of a round, read once from the first leaf to the last, a portion at a time: every leaf is what its row in the tables
 * says, in the right order; every seal, and the ones kept elsewhere, are roots of it. Memory does not grow with the round.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { answerText, commitmentText, hex, roundText, withdrawalText, withdrawSecretText } from '../../domain/leaf';
import { append, emptyFrontier, rootOf, type Frontier, type Hash } from '../../domain/merkle';
import { ageBand, isEligible, modeOf } from '../../domain/questionnaire';
import { leafOf, sha256 } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import type { Purge } from '../../database/queries/keeping';
import type { Answers } from '../../types/contract/survey';
import type { MethodRules, Questionnaire } from '../../types/rules';
import { demand, type KeptSeal } from './findings';

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const portion = 2000;

export interface ListRow {
  readonly position: number;
  readonly leaf: Uint8Array;
  /** Of the answer that stands here, or null. */
  readonly answer: Uint8Array | null;
  readonly salt: Uint8Array | null;
  readonly withdraw_hash: Uint8Array | null;
  readonly community_code: string;
  readonly age_band: string | null;
  readonly eligible: boolean | null;
  readonly source: 'drawn' | 'open';
  readonly mode: 'self' | 'assisted' | null;
  readonly proxy: boolean | null;
  readonly questionnaire_hash: string;
  readonly answers: Answers | null;
  readonly seconds: number | null;
  readonly reversed: boolean | null;
  readonly crowded: boolean | null;
  /** Of an answer that was purged. */
  readonly commitment: Uint8Array | null;
  /** Of the withdrawal that stands here, or null. */
  readonly withdrawal: Uint8Array | null;
  readonly secret: string | null;
  readonly of_leaf: Uint8Array | null;
  readonly of_hash: Uint8Array | null;
  /** Of the list of letters that stands here, or null. */
  readonly letters: Uint8Array | null;
  /** Of the entry of a call-back that stands here, or null. */
  readonly callback: Uint8Array | null;
  /** Whether a withdrawal of this answer stands anywhere in the list. */
  readonly withdrawn: boolean;
}

export interface ListInput {
  readonly round: string;
  readonly definitionHash: Uint8Array;
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly method: MethodRules;
  readonly kept: readonly KeptSeal[];
  /** Null: the answers are there. */
  readonly purge: Purge | null;
  /** Every answer with its content, as it is passed. */
  readonly onAnswer: (row: ListRow) => void;
}
export interface ListReport { readonly size: number; readonly answers: number; readonly withdrawals: number; readonly seals: number }

export const auditList = async (db: Handle, input: ListInput): Promise<ListReport> => {
  const seals = await sealsToCheck(db, input);
  const shares = new Set(seals.filter(({ own }) => own).map(({ size }) => size));
  let frontier: Frontier = emptyFrontier;
  let answers = 0;
  let withdrawals = 0;
  let last: Uint8Array | null = null;
  let next = 0;
  let purgedAt: number | null = null;
  for (;;) {
    const rows: ListRow[] = await readPortion(db, input.round, frontier.size);
    for (const row of rows) {
      demand(row.position === frontier.size, `名单第 ${frontier.size} 位缺失。`);
      if (row.position === 0) demand(same(row.leaf, leafOf(roundText(input.definitionHash))), '名单的第一项不是这一轮的定义。');
      else if (row.answer) checkAnswer(row, input);
      // what it says is checked by auditLetters.ts
      else if (row.letters) demand(row.position === 1, `名单第 ${row.position} 位是信函名单，它应当排在所有答卷以前。`);
      // and this by auditCallback.ts
      else if (row.callback) demand(shares.has(row.position), `名单第 ${row.position} 位是回访的记录，它应当单独封存。`);
      else if (input.purge && same(row.leaf, input.purge.leaf)) purgedAt = row.position;
      else checkWithdrawal(row, input.round);
      // within one seal's share the leaves stand in order, so nobody's place tells when she came
      const begins = row.position === 1 || shares.has(row.position);
      demand(begins || last === null || Buffer.compare(last, row.leaf) < 0, `名单第 ${row.position} 位的顺序不对。`);
      last = row.position === 0 ? null : row.leaf;
      if (row.answer) answers += 1;
      if (row.withdrawal) withdrawals += 1;
      if (row.answer && row.answers) input.onAnswer(row);
      frontier = append(hash, frontier, [row.leaf]);
      for (; next < seals.length && seals[next]!.size <= frontier.size; next += 1) checkSeal(seals[next]!, frontier);
    }
    if (rows.length < portion) break;
  }
  if (input.purge) {
    demand(purgedAt === frontier.size - 1, '清空的记录不是名单的最后一项。');
    demand(input.purge.entry.withdrawn === withdrawals && input.purge.entry.answers + withdrawals === answers, '清空的记录里的份数与名单不符。');
  }
  const beyond = seals[next];
  if (beyond) demand(false, `封存「${beyond.name}」说有 ${beyond.size} 项，名单只有 ${frontier.size} 项：有答卷被去掉了。`);
  return { size: frontier.size, answers, withdrawals, seals: seals.filter(({ own }) => own).length };
};

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

const readPortion = async (db: Handle, round: string, from: number): Promise<ListRow[]> => (await sql<ListRow>`
  select l.position, l.leaf, r.leaf as answer, r.salt, r.withdraw_hash, r.community_code, r.age_band, r.eligible, r.source, r.mode, r.proxy, r.questionnaire_hash, r.answers,
    r.seconds, r.reversed, r.crowded, r.commitment, w.leaf as withdrawal, w.secret, w.of_leaf, w.withdraw_hash as of_hash, k.leaf as letters, b.leaf as callback, exists (select from lz.withdrawal x where x.of_leaf = l.leaf) as withdrawn
  from lz.leaf l left join lz.response r on r.leaf = l.leaf and r.round_id = l.round_id left join lz.withdrawal w on w.leaf = l.leaf and w.round_id = l.round_id
    left join lz.letter_list k on k.leaf = l.leaf and k.round_id = l.round_id left join lz.callback b on b.leaf = l.leaf and b.round_id = l.round_id
  where l.round_id = ${round} and l.position >= ${from} order by l.position limit ${portion}`.execute(db)).rows;

const checkAnswer = (row: ListRow, input: ListInput) => {
  const place = `名单第 ${row.position} 位的答卷`;
  if (row.withdrawn) return demand(row.answers === null && row.salt === null && row.commitment === null, `${place}已撤回，内容却还在。`);
  if (input.purge) {
    demand(row.answers === null && row.salt === null && row.age_band === null && row.seconds === null, `${place}已清空，内容却还在。`);
    demand(row.commitment !== null && row.withdraw_hash !== null, `${place}没有内容，也没有清空时留下的哈希。`);
    return checkLeaf(row, input.round, row.commitment!, place);
  }
  demand(row.answers !== null && row.salt !== null && row.withdraw_hash !== null, `${place}没有内容，也没有撤回的记录。`);
  checkLeaf(row, input.round, sha256(commitmentText(row.salt!, { answers: row.answers!, seconds: row.seconds!, reversed: row.reversed!, crowded: row.crowded! })), place);
  checkDerived(row, input, place);
};

const checkLeaf = ({ leaf, questionnaire_hash: questionnaire, community_code: community, source, withdraw_hash: withdrawHash }: ListRow, round: string, commitment: Uint8Array, place: string) =>
  demand(same(leafOf(answerText({ round, questionnaire, community, source, commitment, withdrawHash: withdrawHash! })), leaf), `${place}与封存时的不一样：内容被改过。`);

const checkDerived = (row: ListRow, { questionnaires, method }: ListInput, place: string) => {
  const questionnaire = questionnaires.get(row.questionnaire_hash);
  demand(questionnaire !== undefined, `${place}用的问卷版本不在规则库里。`);
  const { mode, proxy } = modeOf(questionnaire!, row.answers!);
  demand(ageBand(questionnaire!, row.answers!) === row.age_band && isEligible(questionnaire!, row.answers!, method) === row.eligible && mode === row.mode && proxy === row.proxy,
    `${place}的年龄段、资格或填写方式与内容不符。`);
};

const checkWithdrawal = (row: ListRow, round: string) => {
  const place = `名单第 ${row.position} 位`;
  demand(row.withdrawal !== null, `${place}既不是答卷，也不是撤回：有一份答卷被去掉了。`);
  demand(same(sha256(withdrawSecretText(round, row.secret!)), row.of_hash!), `${place}的撤回，撤回码与所撤的答卷不符。`);
  demand(same(leafOf(withdrawalText({ round, of: row.of_leaf!, secret: row.secret! })), row.leaf), `${place}的撤回记录被改过。`);
};

interface SealToCheck { readonly name: string; readonly size: number; readonly root: string; readonly own: boolean }

const sealsToCheck = async (db: Handle, { round, kept }: ListInput): Promise<SealToCheck[]> => {
  const own = await db.selectFrom('lz.seal').select(['number', 'at', 'size', 'root']).where('round_id', '=', round).orderBy('number').execute();
  own.forEach(({ number, at, size }, i) => {
    const before = own[i - 1];
    demand(number === i && (!before || (before.at <= at && before.size <= size)), `第 ${number} 道封存的编号、时间或项数不对。`);
  });
  return [
    ...own.map(({ number, size, root }) => ({ name: `第 ${number} 道`, size, root: hex(root), own: true })),
    ...kept.map(({ size, root }) => ({ name: `另存的(${size} 项)`, size, root, own: false })),
  ].sort((a, b) => a.size - b.size);
};

const checkSeal = ({ name, size, root }: SealToCheck, frontier: Frontier) => {
  if (size !== frontier.size) return;
  demand(hex(rootOf(hash, frontier)) === root, `封存「${name}」与名单对不上：前 ${size} 项被改过。`);
};
