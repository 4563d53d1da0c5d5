/** What is typed, in the shape of the page; and the draft it makes. */
import type { Draft } from '../../../../types/contract/outlet';
import type { Span } from '../../../../types/contract/shared';

export type HoursKind = 'same' | 'byDay' | 'unknown';
export interface Form {
  readonly name: string;
  readonly format: string | null;
  readonly services: readonly string[];
  readonly community: string | null;
  readonly point: Draft['point'] | null;
  readonly address: string;
  readonly phone: string;
  /** Null: not said yet. */
  readonly hoursKind: HoursKind | null;
  /** Monday first. With `same` every day is like Monday. */
  readonly week: readonly (readonly Span[])[];
  readonly licensed: boolean | null;
  readonly creditCode: string;
  readonly unlicensedReason: string;
  readonly facts: Draft['facts'];
}

export const usualSpan: Span = { from: 9 * 60, to: 18 * 60 };
const week = (spans: readonly Span[]) => Array.from({ length: 7 }, () => spans);

export const emptyForm = (community: string | null): Form => ({
  name: '', format: null, services: [], community, point: null, address: '', phone: '',
  hoursKind: null, week: week([usualSpan]), licensed: null, creditCode: '', unlicensedReason: '',
  facts: { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' },
});

/** F1 A draft that came back is typed in again as it was. */
export function formOf(draft: Draft): Form {
  const { hours } = draft;
  const same = hours?.every((day) => JSON.stringify(day) === JSON.stringify(hours[0]));
  return {
    name: draft.name, format: draft.format, services: draft.services, community: draft.community, point: draft.point, address: draft.address,
    phone: draft.phone ?? '', hoursKind: hours === null ? 'unknown' : same ? 'same' : 'byDay', week: hours ?? week([usualSpan]),
    licensed: draft.creditCode !== null, creditCode: draft.creditCode ?? '', unlicensedReason: draft.unlicensedReason ?? '', facts: draft.facts,
  };
}

/** F2 Spaces people type in numbers are nobody's fault; 24:00 is typed as 00:00. What is missing stays missing: `problemsOf` says so. */
export function draftOf(form: Form): { [K in keyof Draft]: Draft[K] | null } {
  const days = form.hoursKind === 'same' ? week(form.week[0] ?? []) : form.week;
  return {
    name: form.name.trim(),
    format: form.format,
    services: [...form.services],
    community: form.community,
    point: form.point,
    address: form.address.trim(),
    phone: form.phone.replace(/\s/g, '') || null,
    hours: form.hoursKind === null || form.hoursKind === 'unknown' ? null : days.map((spans) => spans.map(closing)),
    creditCode: form.licensed === true ? creditCodeTyped(form.creditCode) || null : null,
    unlicensedReason: form.licensed === false ? form.unlicensedReason.trim() || null : null,
    facts: form.facts,
  };
}

/** Full width, small letters and spaces are forgiven. */
export const creditCodeTyped = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** An end at midnight is 24:00 of the same day; 过半夜 holds only where the end lies before the beginning. */
function closing({ from, to, overnight }: Span): Span {
  if (to === 0 && !overnight) return { from, to: 1440 };
  return overnight && to < from ? { from, to, overnight: true } : { from, to };
}
