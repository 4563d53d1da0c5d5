/** What residents said of one format, in plain words: how many of how many, and never that it is missing unless somebody looked. */
import type { CircleNeedsShown } from '../../../types/contract/circles';
import type { Need } from '../../../types/contract/results';
import { percent } from '../../../domain/figures/words';
import type { Tone } from '../Tag';

export type NeedShown = CircleNeedsShown['needs'][number];

/** 56 人里 40 人说没有，5 人说有但不够或不好. Of whom nobody misses it, that. */
export function saidWords({ known, said, interval }: Need): string {
  if (known === null || said === null) return '';
  const parts = [said.none > 0 ? `${said.none} 人说没有` : null, said.lacking > 0 ? `${said.lacking} 人说有，但不够或不好` : null].filter((part) => part !== null);
  const reach = interval === null ? '' : `（95% 区间 ${percent(interval.low)}–${percent(interval.high)}）`;
  return `${known} 人里${parts.length > 0 ? ` ${parts.join('，')}` : '没有人说缺'}${reach}`;
}

/** What is wrong with it, the most often said first; null where too few said so. */
export function whyWords({ why }: Need): string | null {
  const said = [...(why ?? [])].filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return said.length === 0 ? null : `不够或不好在：${said.map(({ text, n }) => `${text} ${n} 人`).join('、')}`;
}

/** 最想要 and so on, for the three with the most points; null for others. Equal points share a place. */
export function wishWords(need: Need, all: readonly Need[]): string | null {
  if (!need.points) return null;
  const place = new Set(all.flatMap(({ points }) => (points !== null && points > need.points! ? [points] : []))).size;
  return place < 3 ? ['最想要的', '第二想要的', '第三想要的'][place]! : null;
}

/** What the inventory says. */
export const checkTag: Readonly<Record<NonNullable<NeedShown['check']>, { readonly text: string; readonly tone: Tone }>> = {
  confirmed_missing: { text: '确缺', tone: 'red' }, there_but_poor: { text: '有但不好', tone: 'amber' }, unchecked: { text: '未核', tone: 'plain' },
};

/** Those of whom enough know, and the names of the others. */
export const parted = <N extends Need>(needs: readonly N[]): { readonly told: readonly N[]; readonly few: readonly string[] } =>
  ({ told: needs.filter(({ known }) => known !== null), few: needs.filter(({ known }) => known === null).map(({ name }) => name) });
