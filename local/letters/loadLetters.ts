/**
 * Takes the list of a round's letters over and seals it, before the round opens: its root becomes a leaf of the round's list, and the
 * seal over it is posted elsewhere. All or nothing; the same list again changes nothing.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { hex, lettersText } from '../../domain/leaf';
import { letterListRoot } from '../../domain/letters';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import type { Database, Handle } from '../../database/handle';
import { letterListOf } from '../../database/queries/letters';
import { roundById, type RoundRow } from '../../database/queries/rounds';
import type { Sample } from '../../types/round';
import { StartError } from '../config';
import { inFull } from '../rounds/inFull';
import type { LetterList } from './letterList';

export interface LoadedLetters { readonly round: string; readonly issued: number; readonly again: boolean; readonly root: string; readonly sealed: string }

const bytes = (text: string) => Buffer.from(text, 'hex');
const sha256 = (of: Uint8Array) => createHash('sha256').update(of).digest();

export const loadLetters = ({ owner }: Pick<Database, 'owner'>, list: LetterList, now: Date): Promise<LoadedLetters> => owner.transaction().execute((tx) => loadLettersIn(tx, list, now));

/** In the caller's transaction. */
export const loadLettersIn = async (tx: Handle, list: LetterList, now: Date): Promise<LoadedLetters> => {
  await sql`select pg_advisory_xact_lock(hashtext('lz.letters'))`.execute(tx);
  const round = await roundById(tx, list.round);
  if (!round) throw new StartError(`没有编号为 ${list.round} 的轮次。`);
  const root = letterListRoot(list.letters.map(({ community, codeHash }) => ({ community, codeHash: bytes(codeHash) })), sha256);
  const before = await letterListOf(tx, round.id);
  if (before) {
    if (hex(before.root) !== hex(root)) throw new StartError('这一轮已经有一份信函名单，而且封存了，不能再换。');
    return { round: round.id, issued: before.issued, again: true, root: hex(root), sealed: hex((await lastSealOver(tx, round.id, before.leaf)).root) };
  }
  checkList(list, round, now);
  const drawn = list.drawn === null ? null : bytes(list.drawn);
  const leaf = leafOf(lettersText({ round: round.id, origin: list.origin, issued: list.letters.length, root, seed: list.seed, drawn }));
  await tx.insertInto('lz.letter_list').values({ round_id: round.id, origin: list.origin, issued: list.letters.length, root, seed: list.seed, drawn, leaf, at: now.toISOString() }).execute();
  for (let from = 0; from < list.letters.length; from += portion) {
    await tx.insertInto('lz.letter').values(list.letters.slice(from, from + portion).map(({ community, codeHash }) => ({ round_id: round.id, code_hash: bytes(codeHash), community_code: community }))).execute();
  }
  await sql`insert into lz.leaf (round_id, position, leaf) select ${round.id}, max(position) + 1, ${leaf} from lz.leaf where round_id = ${round.id}`.execute(tx);
  await tx.insertInto('lz.audit').values({ at: now.toISOString(), actor: 'console', action: 'letters.loaded', subject: round.id, detail: JSON.stringify({ issued: list.letters.length, origin: list.origin, seed: list.seed, root: hex(root) }) }).execute();
  const seal = await sealRound(tx, round.id, now);
  return { round: round.id, issued: list.letters.length, again: false, root: hex(root), sealed: hex(seal.root) };
};

const portion = 1000;

const lastSealOver = (tx: Handle, round: string, leaf: Uint8Array) =>
  tx.selectFrom('lz.seal as s').select('s.root').where('s.round_id', '=', round)
    .where(({ eb, selectFrom }) => eb('s.size', '>', selectFrom('lz.leaf as l').select('l.position').where('l.leaf', '=', leaf)))
    .orderBy('s.number').limit(1).executeTakeFirstOrThrow();

const checkList = (list: LetterList, round: RoundRow, now: Date): void => {
  const { definition } = round;
  if (!definition?.sample) throw new StartError('这一轮没有设抽样，不收信函名单。');
  if (now.getTime() >= Date.parse(round.opens_at)) throw new StartError(`这一轮已经开始（${inFull(round.opens_at)}），信函名单只能在开始以前封存。`);
  if (new Set(list.letters.map(({ codeHash }) => codeHash)).size < list.letters.length) throw new StartError('名单里有一个答卷码出现了两次。请重新生成。');
  const asked = new Set(definition.communities.map(({ code }) => code));
  const stranger = list.letters.find(({ community }) => !asked.has(community));
  if (stranger) throw new StartError(`名单里的社区 ${stranger.community} 不在这一轮里。`);
  checkOrigin(list, definition.sample, now);
};

const checkOrigin = (list: LetterList, sample: Sample, now: Date): void => {
  if (sample.from === 'external') {
    if (list.origin !== 'external') throw new StartError('这一轮规定用外部名单，这份却是从户名册里抽的。');
    return;
  }
  if (list.origin !== 'drawn') throw new StartError('这一轮规定从户名册里抽，这份却是外部名单。');
  if (now.getTime() < Date.parse(sample.seedAt)) throw new StartError(`规定的种子要到 ${inFull(sample.seedAt)} 才公布，这份名单不可能是用它抽的。`);
  const wrong = sample.letters.find(({ code, letters }) => list.letters.filter(({ community }) => community === code).length !== letters);
  if (wrong) throw new StartError(`社区 ${wrong.code} 规定 ${wrong.letters} 封信，名单里有 ${list.letters.filter(({ community }) => community === wrong.code).length} 封。`);
};
