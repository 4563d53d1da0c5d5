/** What is looked for. Kept beside the page, so that it is still there after an outlet was looked at. */
import type { FactName, PointsInput } from '../../../types/contract/outlet';
import { observable } from '../../services/observable';

type SixOne = NonNullable<PointsInput['sixOnes']>[number];

export interface Filters {
  readonly openNow: boolean;
  readonly smallRepair: boolean;
  readonly facts: readonly FactName[];
  readonly groups: readonly string[];
  readonly sixOnes: readonly SixOne[];
  readonly text: string;
}

export const noFilters: Filters = { openNow: false, smallRepair: false, facts: [], groups: [], sixOnes: [], text: '' };
export const filters = observable<Filters>(() => noFilters);
export const change = (part: Partial<Filters>): void => filters.set({ ...filters.get(), ...part });

/** The list with `one` put in or taken out. */
export const flipped = <T>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);

/** How many filters are on; the words searched for are not one of them. */
export const countOf = ({ openNow, smallRepair, facts, groups, sixOnes }: Filters): number =>
  Number(openNow) + Number(smallRepair) + facts.length + groups.length + sixOnes.length;

/** The filters as `outlet.nearby` and `outlet.points` ask for them: what is off is left out. */
export function asked({ openNow, smallRepair, facts, groups, sixOnes, text }: Filters): Partial<PointsInput> {
  const words = text.trim();
  return {
    ...(openNow ? { openNow } : {}),
    ...(smallRepair ? { smallRepair } : {}),
    ...(facts.length > 0 ? { facts: [...facts] } : {}),
    ...(groups.length > 0 ? { groups: [...groups] } : {}),
    ...(sixOnes.length > 0 ? { sixOnes: [...sixOnes] } : {}),
    ...(words === '' ? {} : { text: words }),
  };
}
