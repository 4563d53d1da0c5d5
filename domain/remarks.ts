/**
 * What residents write in their own words: when it may be shown, and in what company.
 *
 * A text alone can be tied to a person by who was visited that day, by its tone, by being the only one. So texts are shown in
 * batches, as numbers are (domain/disclosure.ts), and the difference between what is shown today and tomorrow is a batch too.
 *
 * R1 A batch holds at least ten texts.
 * R2 While a round runs at least ten stay behind: of twenty or more that wait, tens leave. So the last ones to write still find
 *    ten to stand among when the round is over, and no text is left out because it came late.
 * R3 When the round is over all that wait leave. Those that passed a check and those that a person must still look at stand apart
 *    where each are ten or none; else they leave together, and a person looks at all. Fewer than ten in all are never shown.
 * R4 Lots say which texts leave, in which batch and in which place: none of it says who wrote before whom.
 * R5 How many wait is told in tens; fewer than ten are 「不到十条」, none among them.
 */
export const leastTogether = 10;

export interface Waiting<T> {
  readonly passed: readonly T[];
  readonly held: readonly T[];
}
export interface Batch<T> {
  /** `held`: a person must look at each before it may be made public. */
  readonly state: 'passed' | 'held';
  readonly texts: readonly T[];
}
/** A whole number from 0 up to but without `limit`, each as likely. */
export type Lot = (limit: number) => number;

/** The batches that leave now. What is in none of them goes on waiting. */
export const batchesOf = <T>({ passed, held }: Waiting<T>, over: boolean, lot: Lot): Batch<T>[] => {
  if (over && passed.length > 0 && held.length > 0 && Math.min(passed.length, held.length) < leastTogether) return leaving([...passed, ...held], 'held', over, lot);
  return [...leaving(passed, 'passed', over, lot), ...leaving(held, 'held', over, lot)];
};

const leaving = <T>(texts: readonly T[], state: Batch<T>['state'], over: boolean, lot: Lot): Batch<T>[] => {
  const count = Math.floor(texts.length / leastTogether) - (over ? 0 : 1);
  if (count < 1) return [];
  const drawn = shuffled(texts, lot);
  // the last batch of a round takes along what makes no ten of its own
  return Array.from({ length: count }, (_, i) => ({ state, texts: drawn.slice(i * leastTogether, over && i === count - 1 ? undefined : (i + 1) * leastTogether) }));
};

/** Fisher and Yates. */
const shuffled = <T>(items: readonly T[], lot: Lot): T[] => {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = lot(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
};
