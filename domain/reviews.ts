/**
 * 评价: what neighbours say of an outlet, in words. There are no stars and no average of numbers: of each aspect it is told how many
 * noticed it and how many of them said 好, 一般 or 不好, and from few people nothing is added up at all.
 *
 * V1 A review belongs to a half year, January to June or July to December in Liangzhou: one person has one review of an outlet in each.
 * V2 A review counts for `keepMonths` from the day it was written or last changed. Then it ages out.
 * V3 One person counts once, by her newest review, also where two halves of her are still young.
 * V4 From `leastPeople` people on the aspects are added up; before that nothing is.
 * V5 An aspect's shares are of those who noticed it. Noticed by fewer than `leastPeople`, it has none.
 * V6 Something must be said: one aspect that was noticed, or a text.
 */
import { monthsLater, shanghaiDay } from './calendar';
import type { VoiceRules } from '../types/rules';

export const aspectNames = ['quality', 'price', 'manner', 'clean', 'elderFit'] as const;
export type AspectName = (typeof aspectNames)[number];
export type Said = 'good' | 'fair' | 'bad' | 'unnoticed';
export type Aspects = Readonly<Record<AspectName, Said>>;

/** `2026-2`: the second half of 2026. */
export const halfYearOf = (ms: number): string => {
  const [year, month] = shanghaiDay(ms).split('-');
  return `${year}-${Number(month) <= 6 ? 1 : 2}`;
};

/** What was written before this instant has aged out. */
export const agedBefore = (ms: number, { keepMonths }: Pick<VoiceRules['reviews'], 'keepMonths'>): string => monthsLater(new Date(ms).toISOString(), -keepMonths);

export const saysSomething = (aspects: Aspects, text: string | null): boolean => text !== null || aspectNames.some((name) => aspects[name] !== 'unnoticed');

export interface Counted { readonly writer: string; readonly at: string; readonly aspects: Aspects }
export interface AspectShares {
  readonly aspect: AspectName;
  /** How many people noticed it; null: too few to say. */
  readonly noticed: number | null;
  readonly good: number;
  readonly fair: number;
  readonly bad: number;
}
export interface ReviewSummary { readonly people: number; readonly aspects: readonly AspectShares[] | null }

/** Counts of people, not shares: who reads them divides. */
export const summarise = (reviews: readonly Counted[], now: number, rules: VoiceRules['reviews']): ReviewSummary => {
  const oldest = agedBefore(now, rules);
  const newest = new Map<string, Counted>();
  for (const review of reviews) {
    const other = newest.get(review.writer);
    if (Date.parse(review.at) >= Date.parse(oldest) && (!other || Date.parse(review.at) > Date.parse(other.at))) newest.set(review.writer, review);
  }
  const said = [...newest.values()].map(({ aspects }) => aspects);
  if (said.length < rules.leastPeople) return { people: said.length, aspects: null };
  return { people: said.length, aspects: aspectNames.map((aspect) => sharesOf(aspect, said, rules.leastPeople)) };
};

const sharesOf = (aspect: AspectName, said: readonly Aspects[], least: number): AspectShares => {
  const of = (word: Said) => said.filter((aspects) => aspects[aspect] === word).length;
  const [good, fair, bad] = [of('good'), of('fair'), of('bad')];
  return good + fair + bad < least ? { aspect, noticed: null, good: 0, fair: 0, bad: 0 } : { aspect, noticed: good + fair + bad, good, fair, bad };
};
