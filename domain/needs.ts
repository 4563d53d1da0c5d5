/**
 * What people lack near home and want most: questionnaire B, held against the inventory.
 *
 * B1 `lack` of a format = (没有 + 有但不够或不好) ÷ all who said something else than 不清楚; for a drawn sample with Wilson's interval.
 * B2 `want` = (3 × first wishes + 2 × second + 1 × third) ÷ (3 × answers); `gap` = lack × want. All three lie in 0 … 1.
 * B3 A format is shown where at least `knownAtLeast` knew; otherwise all it says is how few is too few.
 * B4 A gap is claimed only where the inventory was checked: 未核 otherwise. Checked and none there: 确缺. Some there and `lack` at least
 *    `lackFrom`: 有但不好 (or unknown to people). Else nothing is claimed.
 * B5 Sorted by gap, the largest first; formats too few know about come last, in the order given.
 */
import type { Source } from '../types/contract/shared';
import type { MethodRules, NeedRules } from '../types/rules';
import { wilson, type Interval } from './satisfaction';

/** 有，够用 / 有，但不够或不好 / 没有 / 不清楚 */
export type Has = 'enough' | 'lacking' | 'none' | 'unclear';
/** One person's answers to B6 and B8. */
export interface NeedAnswer {
  readonly has: Readonly<Record<string, Has | undefined>>;
  /** Formats wished for, first wish first; three count. */
  readonly wishes: readonly string[];
}
/** What the map says of a format in the circle. */
export interface Inventory {
  readonly outlets: number;
  /** Somebody went and looked. */
  readonly checked: boolean;
}
/** 确缺 / 有但不好 / 未核, or nothing claimed. */
export type Crosscheck = 'confirmed_missing' | 'there_but_poor' | 'unchecked' | null;
export interface Need {
  readonly format: string;
  /** Null: fewer knew than may be shown, and so is all that follows. */
  readonly known: number | null;
  readonly lack: number | null;
  /** Null also for an open round. */
  readonly interval: Interval | null;
  readonly want: number | null;
  readonly gap: number | null;
  readonly check: Crosscheck;
}
export interface NeedsInput {
  readonly formats: readonly string[];
  /** Eligible answers of one circle. */
  readonly answers: readonly NeedAnswer[];
  readonly inventory: Readonly<Record<string, Inventory | undefined>>;
  readonly source: Source;
  readonly method: Pick<MethodRules, 'z'> & { readonly needs: NeedRules };
}

/** What a circle lacks, by format. */
export function needsOf(input: NeedsInput): Need[] {
  return input.formats.map((format) => needOf(format, input)).sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1));
}

function needOf(format: string, { answers, inventory, source, method: { z, needs } }: NeedsInput): Need {
  const said = answers.map(({ has }) => has[format]).filter((has) => has !== undefined && has !== 'unclear');
  const known = said.length;
  if (known === 0 || known < needs.knownAtLeast) return { format, known: null, lack: null, interval: null, want: null, gap: null, check: null };
  const lacking = said.filter((has) => has !== 'enough').length;
  const lack = lacking / known;
  const want = answers.reduce((sum, { wishes }) => sum + pointsOf(wishes, format), 0) / (3 * answers.length);
  return {
    format, known, lack, interval: source === 'drawn' ? wilson(lacking, known, z) : null, want, gap: lack * want,
    check: crosscheck(lack, inventory[format], needs.lackFrom),
  };
}

/** Named twice, the higher wish counts. */
function pointsOf(wishes: readonly string[], format: string): number {
  const at = wishes.indexOf(format);
  return at === -1 ? 0 : Math.max(0, 3 - at);
}

function crosscheck(lack: number, inventory: Inventory | undefined, lackFrom: number): Crosscheck {
  if (inventory === undefined || !inventory.checked) return 'unchecked';
  if (inventory.outlets === 0) return 'confirmed_missing';
  return lack >= lackFrom ? 'there_but_poor' : null;
}
