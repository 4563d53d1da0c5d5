/**
 * What was checked: for every community and format, whether somebody went and looked, and whether that still says anything.
 *
 * S1 The newest mark holds; without one nobody looked: 未核.
 * S2 已核 (checked): the whole community was walked and every outlet of this format is in the list. 部分 (partial): some streets were walked,
 *    or papers alone were looked at: what is listed is there, what is not listed may be there too. 未核 (unchecked): nobody looked, or a mark was taken back.
 * S3 A mark older than `recheckDays` is due again (要复核); on the very day it still holds. 未核 is never due: it is what has to be done anyway.
 * S4 A gap (没有) is claimed only where 已核 holds, is not due, and no outlet of the format is listed. Anywhere else without an outlet it is
 *    not known (还不知道), which is not the same.
 * S5 An outlet counts for its own format and for each its services count as (一店多能), once each.
 */
export type CheckState = 'checked' | 'partial' | 'unchecked';
export interface Mark { readonly state: CheckState; readonly at: number }
export interface Judged {
  readonly state: CheckState;
  readonly due: boolean;
  readonly finding: 'there' | 'gap' | 'unknown';
}

const dayMs = 86_400_000;

/** `at` and `now`: epoch ms. `listed`: outlets that count for the format. */
export const judge = (mark: Mark | null, listed: number, now: number, recheckDays: number): Judged => {
  const state = mark?.state ?? 'unchecked';
  const due = mark !== null && state !== 'unchecked' && now - mark.at > recheckDays * dayMs;
  return { state, due, finding: listed > 0 ? 'there' : state === 'checked' && !due ? 'gap' : 'unknown' };
};

/** S5 Format → how many of these outlets count for it. */
export const countForFormats = (outlets: readonly { readonly format: string; readonly services: readonly string[]; readonly n: number }[], countsAs: ReadonlyMap<string, string | null>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { format, services, n } of outlets) {
    for (const one of new Set([format, ...services.flatMap((service) => countsAs.get(service) ?? [])])) counts.set(one, (counts.get(one) ?? 0) + n);
  }
  return counts;
};
