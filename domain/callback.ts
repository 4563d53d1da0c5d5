/**
 * Calling back (回访): whether letters were answered by those who got them.
 *
 * Staff hold letters, and whoever holds one can answer it. So of the households that were drawn a share is drawn once more, by the
 * same public method, and somebody else than the street asks them: did you answer yourselves? Counts alone come back. It is a check of
 * the method and never a correction: it changes no rate and removes no answer. Nobody knows which answer is whose, so nobody could.
 *
 * Three entries, each a sealed leaf of the round's list. The *plan* says how many of each community and which public value will be
 * the seed, before anybody can know it, and after the last answer: while the round runs nobody can know which households will be
 * asked, and treat these alone as he should. The *draw* says whom the seed led to, by a hash. The *counts* say what was found, for
 * every household drawn; a later entry of them corrects an earlier one, and both stay.
 *
 * K1 Those called are drawn from those who got a letter by the rule of the letters (draw.ts), under a name of its own, so that the same
 *    seed would lead elsewhere.
 * K2 Of each community the share of its letters, rounded up, and at least so many; all where it has fewer.
 * K3 Every household drawn has one outcome: the counts of a community add up to it. Whoever was not found was not reached, and is
 *    not left out.
 * K4 What is shown: nobody or at least ten (`smallest`) households reached, of whatever can be had by adding and taking away, by the rule of
 *    the releases (disclosure.ts): a block of fewer is in no figure and is named; a community stands alone only where the rest of its block may.
 * K5 Trouble: of the households that answered, more than `troubleAbove` say that somebody else decided. Said in words beside the rate.
 */
import { draw, drawnText, type Household } from './draw';
import { blocksOf, mayAppear, rowsOf } from './disclosure';
import type { CallbackCount, CallbackFigures, CallbackShown } from '../types/callback';

type Hash = (text: string) => Uint8Array;

/** K1: the name the draw goes by. */
const nameOf = (round: string) => `callback:${round}`;

/** K1, K2. `lettered`: the households that got a letter. */
export const drawCalled = (lettered: readonly Household[], households: ReadonlyMap<string, number>, { round, seed, hash }: { readonly round: string; readonly seed: string; readonly hash: Hash }): Household[] =>
  draw(lettered, households, { round: nameOf(round), seed, hash });

/** What is hashed and sealed of who is called. */
export const calledText = (round: string, called: readonly Household[]): string => drawnText(nameOf(round), called);

/** K2. */
export const howMany = (letters: number, share: number, least: number): number => Math.min(letters, Math.max(least, Math.ceil(letters * share - 1e-9)));

export const reachedOf = ({ own, led, unanswered, noLetter }: Omit<CallbackCount, 'code'>): number => own + led + unanswered + noLetter;
/** K3. */
export const calledOf = (count: Omit<CallbackCount, 'code'>): number => reachedOf(count) + count.unreached;

/** K5. */
export const isTroubled = ({ own, led }: Pick<CallbackFigures, 'own' | 'led'>, troubleAbove: number): boolean => own + led > 0 && led / (own + led) > troubleAbove;

interface Places {
  readonly circles: readonly { readonly id: string; readonly communities: readonly string[] }[];
  readonly smallest: number;
}

/** K4: of the counts of every community that was called, what may be shown of each place. */
export function figuresOf(counts: readonly CallbackCount[], { circles, smallest }: Places): CallbackShown[] {
  const of = new Map(counts.map((count) => [count.code, count]));
  const may = (codes: readonly string[]) => {
    const reached = codes.reduce((sum, code) => sum + reachedOf(of.get(code)!), 0);
    return mayAppear({ n: reached, scored: reached }, smallest);
  };
  const blocks = blocksOf([...of.keys()], circles);
  const whole = blocks.filter(({ communities }) => may(communities));
  const summed = (codes: readonly string[]): CallbackFigures | null => (codes.length === 0 ? null : codes.map((code) => of.get(code)!).reduce<CallbackFigures>(added, nothing));
  const place = (kind: CallbackShown['kind'], id: string, within: (block: (typeof blocks)[number]) => boolean): CallbackShown => ({
    kind, id, figures: summed(whole.filter(within).flatMap(({ communities }) => communities)),
    without: blocks.filter((block) => within(block) && !whole.includes(block)).flatMap(({ communities }) => communities).sort(),
  });
  const alone = whole.flatMap(({ communities }) => rowsOf(new Map(communities.map((code) => [code, [sizeOf(of.get(code)!)]])), smallest).alone).sort();
  return [
    place('district', 'district', () => true),
    ...circles.filter(({ communities }) => communities.some((code) => of.has(code))).map(({ id }) => place('circle', id, (block) => block.circles.includes(id))),
    ...alone.map((code): CallbackShown => ({ kind: 'community', id: code, figures: summed([code]), without: [] })),
  ];
}

const sizeOf = (count: CallbackCount) => ({ n: reachedOf(count), scored: reachedOf(count) });
const nothing: CallbackFigures = { called: 0, own: 0, led: 0, unanswered: 0, noLetter: 0 };
const added = (sum: CallbackFigures, count: CallbackCount): CallbackFigures => ({
  called: sum.called + calledOf(count), own: sum.own + count.own, led: sum.led + count.led, unanswered: sum.unanswered + count.unanswered, noLetter: sum.noLetter + count.noLetter,
});
