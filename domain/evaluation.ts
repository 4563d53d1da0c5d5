/**
 * 评价（好不好）: a score of 0 … 100 from figures that are known elsewhere, by weights that a rule file gives.
 *
 * S1 Each item takes a figure; at `from` and below it gives nothing, at `to` and above its whole weight, between the two in proportion. `from` may lie above `to`: then less is better.
 * S2 The score is what the items give, of the sum of their weights, times 100.
 * S3 An unknown figure is neither 0 nor left out: the score then lies between what it is with nothing and with the whole weight of it. A figure
 *    that is only known to lie between two values gives what either would.
 */
import type { EvaluationItem, EvaluationRules } from '../types/rules';
import type { Score } from './classification';

/** What a figure is known to lie between; both the same where it is known. */
export interface Between { readonly low: number; readonly high: number }
/** `points`: 0 … weight, as far as they are known. */
export interface ItemScore { readonly item: EvaluationItem; readonly points: Between }
export interface Evaluated extends Score { readonly items: readonly ItemScore[]; /** Items that are not known for certain. */ readonly unknown: number }

const pointsOf = ({ from, to, weight }: EvaluationItem, value: number) => weight * Math.min(1, Math.max(0, (value - from) / (to - from)));

export const evaluate = (rules: EvaluationRules, valueOf: (figure: string) => Between | null): Evaluated => {
  const items = rules.items.map((item): ItemScore => {
    const value = valueOf(item.figure);
    const ends = value === null ? [0, item.weight] : [pointsOf(item, value.low), pointsOf(item, value.high)];
    return { item, points: { low: Math.min(...ends), high: Math.max(...ends) } };
  });
  const whole = rules.items.reduce((sum, { weight }) => sum + weight, 0);
  const outOf100 = (end: keyof Between) => (100 * items.reduce((sum, { points }) => sum + points[end], 0)) / whole;
  return { items, low: outOf100('low'), high: outOf100('high'), unknown: items.filter(({ points }) => points.low !== points.high).length };
};

/** What is wrong with a rule file, a sentence each; `known`: the figures that can be scored. */
export const evaluationProblems = ({ items }: EvaluationRules, known: ReadonlySet<string>): string[] => [
  ...(items.length === 0 ? ['一项指标也没有。'] : []),
  ...items.flatMap(({ name, figure, from, to, weight }) => [
    ...(known.has(figure) ? [] : [`「${name}」用的数「${figure}」系统里没有。`]),
    ...(from === to ? [`「${name}」的起点和满分点是同一个数。`] : []),
    ...(weight > 0 ? [] : [`「${name}」的权重要大于 0。`]),
  ]),
  ...items.map(({ name }) => name).filter((name, i, all) => all.indexOf(name) !== i).map((name) => `指标「${name}」列了两次。`),
];
