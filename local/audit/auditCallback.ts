/**
 * The call-back of a round's letters: every entry is the one that was sealed, the plan before its seed was known and the draw after, the
 * counts add up to the households drawn, and what is shown follows from them. With the frame, letters and call-back are drawn anew.
 */
import { canonicalJson } from '../../domain/canonical';
import { calledOf, figuresOf } from '../../domain/callback';
import { foldSeed, type Household } from '../../domain/draw';
import { callbackText, hex } from '../../domain/leaf';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import { callbackEntries, type StoredEntry } from '../../database/queries/callbacks';
import { letterListOf } from '../../database/queries/letters';
import type { RoundRow } from '../../database/queries/rounds';
import { sealOver } from '../../database/queries/seals';
import type { CallbackCounts, CallbackPlan } from '../../types/callback';
import { calledFor } from '../callback/makeCallback';
import { StartError } from '../config';
import { drawnFor } from '../letters/makeLetters';
import { demand, Difference } from './findings';

/** What was found right, a line each. `frame`: null where the auditor has none. */
export const auditCallback = async (tx: Handle, round: RoundRow, frame: readonly Household[] | null): Promise<string[]> => {
  const lines: string[] = [];
  const list = await letterListOf(tx, round.id);
  if (frame !== null) lines.push(await drawnAnew(round, list, frame));
  const entries = await callbackEntries(tx, round.id);
  if (entries.length === 0) return lines;
  for (const stored of entries) await checkEntry(tx, round, stored, entries.indexOf(stored));
  const [first, second, ...counted] = entries;
  const plan = first!.entry as CallbackPlan;
  demand(list !== undefined && canonicalJson(plan.letters) === canonicalJson(list.origin === 'drawn' ? { seed: list.seed, drawn: hex(list.drawn!) } : null), '回访的规定与信函名单不符。');
  demand(Date.parse(first!.at) < Date.parse(plan.seedAt), '回访的规定不是在种子公布以前封存的。');
  demand(!second || Date.parse(second.at) >= Date.parse(plan.seedAt), '回访在种子公布以前就抽了。');
  for (const stored of counted) checkCounts(round, plan, stored);
  const draw = second?.entry.kind === 'draw' ? second.entry : null;
  if (draw && frame !== null) demand(refusalIn(() => calledFor(round.definition!, plan, frame, draw.seed)).drawn === draw.drawn, '回访抽中的户，和照种子重抽的不一样。');
  const called = plan.communities.reduce((sum, community) => sum + community.called, 0);
  lines.push(`回访 ${called} 户：${!draw ? '规定已封存，还没有抽' : counted.length === 0 ? '已抽签，还没有登记结果' : `各社区登记的户数与抽中的相符${counted.length > 1 ? `，更正过 ${counted.length - 1} 次` : ''}`}；每一项与封存的一致${draw && frame !== null ? '，照种子重抽是同样的户' : ''}。`);
  return lines;
};

const checkEntry = async (tx: Handle, round: RoundRow, { number, at, entry, leaf }: StoredEntry, place: number) => {
  const name = `回访的第 ${place + 1} 项`;
  demand(number === place && entry.kind === (['plan', 'draw'][place] ?? 'counts'), `${name}不见了，或次序不对。`);
  demand(hex(leafOf(callbackText(number, entry))) === hex(leaf) && entry.round === round.id && Date.parse(entry.at) === Date.parse(at), `${name}被改过：与名单里的那一项不符。`);
  const listed = await tx.selectFrom('lz.leaf').select('position').where('round_id', '=', round.id).where('leaf', '=', leaf).executeTakeFirst();
  const seal = listed && (await sealOver(tx, round.id, listed.position));
  demand(seal !== undefined && Date.parse(seal.at) === Date.parse(at), `${name}没有在当时封存。`);
};

const checkCounts = ({ definition }: RoundRow, plan: CallbackPlan, { number, entry, shown }: StoredEntry) => {
  const { counts, reason } = entry as CallbackCounts;
  for (const { code, called } of plan.communities) {
    const here = counts.filter((count) => count.code === code);
    demand(here.length === 1 && calledOf(here[0]!) === called, `社区 ${code} 抽了 ${called} 户回访，登记的户数不是这么多。`);
  }
  demand(counts.length === plan.communities.length && (reason === null) === (number === 2), '回访的登记里有没抽到的社区，或更正没有写原因。');
  demand(canonicalJson(shown) === canonicalJson(figuresOf(counts, { circles: definition!.circles, smallest: plan.smallest })), '公布的回访结果与登记的不符。');
};

const drawnAnew = async ({ definition }: RoundRow, list: Awaited<ReturnType<typeof letterListOf>>, frame: readonly Household[]): Promise<string> => {
  if (!list || list.origin !== 'drawn') throw new StartError('这一轮没有从户名册里抽签，不用带 --frame。');
  const { hash, households } = refusalIn(() => drawnFor(definition!, frame, foldSeed(list.seed!)));
  demand(hash === hex(list.drawn!), '寄信的户，和照名册、种子重抽的不一样。');
  return `照名册和种子重抽，${households.length} 户和寄信的名单一致。`;
};

/** What can't be drawn at all differs. */
const refusalIn = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof StartError ? new Difference(error.message) : error;
  }
};
