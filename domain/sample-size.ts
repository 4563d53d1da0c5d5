/**
 * How many answers it takes, and who is to bring them.
 *
 * N1 The power is the chance that Wilson's lower end reaches the target, summed over the binomial distribution, exactly.
 * N2 The scores for a wanted power are the first multiple of 20 that has it. (Power rises in a saw-tooth: one answer more may allow
 *    no further dissatisfied one. In twenties, 80 % takes 1,640 at a truth of 92 %, 720 at 93 %, 400 at 94 %, 260 at 95 %.)
 * N3 A circle needs these × what weights are expected to cost; its communities share them by adults (equally without a census
 *    table), each at least the floor. A community of two circles takes the larger share.
 * N4 The answers to aim at are the scores ÷ the usable share, and the letters those ÷ the response expected; each rounded up.
 * N5 All green publishes: where every community has the scores of its share, each passes its gate, and so do circle and district as
 *    long as weights cost no more than the cap lets them.
 */
import type { CensusTable, SampleRules } from '../types/rules';
import { adultsOf } from './census';
import { wilsonOf } from './satisfaction';

const step = 20;

/** N1. `n` scores, true rate `truth`. */
export function powerToReach(n: number, truth: number, target: number, z: number): number {
  const needed = fewestSatisfied(n, target, z);
  if (needed > n) return 0;
  const probabilities = binomial(n, truth);
  let power = 0;
  for (let k = needed; k <= n; k += 1) power += probabilities[k]!;
  return Math.min(1, power);
}

/** The fewest satisfied of n with which the lower end reaches the target; n + 1 where not even all do. */
export function fewestSatisfied(n: number, target: number, z: number): number {
  let [low, high] = [0, n + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (wilsonOf(middle / n, n, z).low >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Probabilities of 0 … n successes. */
export function binomial(n: number, p: number): Float64Array {
  const out = new Float64Array(n + 1);
  // Outwards from the mode, which is far from underflow, then scaled to 1.
  const mode = Math.min(n, Math.floor((n + 1) * p));
  out[mode] = 1;
  for (let k = mode; k < n; k += 1) out[k + 1] = (out[k]! * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k -= 1) out[k - 1] = (out[k]! * k * (1 - p)) / ((n - k + 1) * p);
  const sum = out.reduce((total, x) => total + x, 0);
  return out.map((x) => x / sum);
}

/** N2. Throws RangeError where the truth does not exceed the target: then no number of answers is enough. */
export function scoresFor(truth: number, power: number, target: number, z: number): number {
  if (!(truth > target && truth < 1 && power > 0 && power < 1)) throw new RangeError('scoresFor: target < truth < 1, 0 < power < 1');
  let n = step;
  while (powerToReach(n, truth, target, z) < power) n += step;
  return n;
}

export interface Share {
  readonly community: string;
  /** Scores wanted. */
  readonly scores: number;
  /** Answers to aim at: 够了. */
  readonly answers: number;
  /** Letters to send. */
  readonly letters: number;
}
export interface PlannedCircle {
  readonly communities: readonly string[];
}

/** N3, N4: what each community is to bring, sorted by code. `scores`: wanted of each circle, from `scoresFor`. */
export function shareOut(circles: readonly PlannedCircle[], scores: number, census: CensusTable | null, rules: SampleRules): Share[] {
  const adults = new Map(census?.communities.map((row) => [row.code, adultsOf(row)]));
  const wanted = new Map<string, number>();
  for (const { communities } of circles) {
    const weight = (code: string) => {
      const people = census === null ? 1 : adults.get(code);
      if (people === undefined) throw new RangeError(`shareOut: community ${code} is not in the census table`);
      return people;
    };
    const total = communities.reduce((sum, code) => sum + weight(code), 0);
    for (const code of communities) {
      const share = Math.max(rules.communityFloor, roundUp((scores * rules.designEffect * weight(code)) / total));
      wanted.set(code, Math.max(wanted.get(code) ?? 0, share));
    }
  }
  return [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([community, share]) => {
    const answers = roundUp(share / rules.usable);
    return { community, scores: share, answers, letters: roundUp(answers / rules.response) };
  });
}

// 0.1 + 0.2 must not cost a letter more.
const roundUp = (x: number) => Math.ceil(x - 1e-9);
