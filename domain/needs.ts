/**
 * What people lack near home and want most: questionnaire B, added up for a place, and held against the inventory.
 *
 * B1 `lack` of a format = (没有 + 有但不够或不好) ÷ all who said something else than 不清楚; for a drawn sample with Wilson's interval.
 * B2 `want` = (3 × first wishes + 2 × second + 1 × third) ÷ (3 × answers); `gap` = lack × want. All three lie in 0 … 1.
 * B3 A format is shown where at least `knownAtLeast` knew; otherwise all it says is how few is too few.
 * B4 A gap is claimed only where the inventory was checked: 未核 otherwise. Checked and none there: 确缺. Some there and `lack` at least
 *    `lackFrom`: 有但不好 (or unknown to people). Else nothing is claimed. The inventory goes on changing, so this is no part of a
 *    release: whoever shows a need holds it against what is known by then.
 * B5 Sorted by gap, the largest first; formats too few know about come last, in the order given.
 * B6 What is wrong with a format is told where those who said 有但不够或不好 reach the smallest cell.
 *
 * Answers are not weighted. Which of them enter a place is disclosure.ts's: whatever one of them says divides nobody.
 */
import type { Need } from '../types/contract/results';
import type { Source } from '../types/contract/shared';
import type { MethodRules, NeedRules, Questionnaire } from '../types/rules';
import type { Presence } from './classification';
import { itemsOf, rowId, rowsOf } from './questionnaire-items';
import type { QuestionCount } from './release-count';
import { wilson } from './satisfaction';

/** 有，够用 / 有，但不够或不好 / 没有 / 不清楚 */
export type Has = 'enough' | 'lacking' | 'none' | 'unclear';
/** What the answers of a place say of one format. */
export interface NeedTally {
  readonly format: string;
  readonly name: string;
  readonly has: Readonly<Record<Has, number>>;
  /** 3 for a first wish, 2 for a second, 1 for a third. */
  readonly points: number;
  readonly why: readonly { readonly code: string; readonly text: string; readonly n: number }[];
}
export interface NeedsInput {
  readonly tallies: readonly NeedTally[];
  /** Eligible answers of the place. */
  readonly answers: number;
  readonly source: Source;
  readonly method: Pick<MethodRules, 'z' | 'smallestCell'> & { readonly needs: NeedRules };
}

/** What a place lacks, by format: B1–B3, B5, B6. */
export const needsOf = (input: NeedsInput): Need[] => input.tallies.map((tally) => needOf(tally, input)).sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1));

const unsaid = { known: null, said: null, lack: null, interval: null, points: null, want: null, gap: null, why: null } as const;

function needOf({ format, name, has: { enough, lacking, none }, points, why }: NeedTally, { answers, source, method: { z, smallestCell, needs } }: NeedsInput): Need {
  const known = enough + lacking + none;
  if (known === 0 || known < needs.knownAtLeast) return { format, name, ...unsaid };
  const lack = (lacking + none) / known;
  const want = points / (3 * answers);
  return {
    format, name, known, said: { enough, lacking, none }, lack, interval: source === 'drawn' ? wilson(lacking + none, known, z) : null,
    points, want, gap: lack * want, why: lacking < smallestCell ? null : why.map((one) => ({ ...one })),
  };
}

/** The tallies in a count of a place's answers; null where the questionnaire does not ask for needs. */
export function talliesOf(q: Questionnaire, counts: Readonly<Record<string, QuestionCount>>): NeedTally[] | null {
  if (!q.needs) return null;
  const { has, why, wishes } = q.needs;
  const item = (id: string) => itemsOf(q).find((one) => one.id === id)!;
  const spread = (id: string) => (item(id).options ?? []).map(({ code, text }, place) => ({ code, text, n: counts[id]?.options[place] ?? 0 }));
  const points = spread(wishes);
  return rowsOf(q, q.questions.find(({ id }) => id === has)!).map(({ code, text }) => {
    const said = spread(rowId(has, code));
    const of = (wanted: Has) => said.find((one) => one.code === wanted)?.n ?? 0;
    return {
      format: code, name: text, has: { enough: of('enough'), lacking: of('lacking'), none: of('none'), unclear: of('unclear') },
      points: points.find((one) => one.code === code)?.n ?? 0, why: spread(rowId(why, code)),
    };
  });
}

/** 确缺 / 有但不好 / 未核, or nothing claimed. */
export type Crosscheck = 'confirmed_missing' | 'there_but_poor' | 'unchecked' | null;

/** B4. `presence`: what is known of the format in the circle; a verified outlet is one that somebody went and looked at. */
export function crosscheck(lack: number | null, presence: Presence | undefined, { lackFrom }: Pick<NeedRules, 'lackFrom'>): Crosscheck {
  if (lack === null) return null;
  if (presence === 'none') return 'confirmed_missing';
  if (presence !== 'there') return 'unchecked';
  return lack >= lackFrom ? 'there_but_poor' : null;
}
