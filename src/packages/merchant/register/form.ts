/** What is typed, in the shape of the page; and the draft it makes. */
import { isEmpty, onlyMarketDays } from '../../../../domain/dated-hours';
import type { Draft } from '../../../../types/contract/merchant';
import type { PhotoPurpose, PhotoRef } from '../../../../types/contract/photos';
import type { Span } from '../../../../types/contract/shared';

/** `fairs`: on market days alone. */
export type HoursKind = 'same' | 'byDay' | 'fairs' | 'unknown';
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
  /** What the week can't say; a form kept before has none. */
  readonly dated?: Draft['dated'];
  /** What was set and then switched off: it comes back when it is switched on again. */
  readonly aside?: Draft['dated'];
  readonly market?: Draft['market'];
  readonly licensed: boolean | null;
  readonly creditCode: string;
  readonly unlicensedReason: string;
  readonly facts: Draft['facts'];
  /** Absent in drafts of last month. */
  readonly chain?: NonNullable<Draft['chain']>;
  readonly brand?: string;
  /** Absent: nothing was said of photos, and those of the outlet stay. */
  readonly photos?: readonly PhotoRef[];
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
  const { hours, dated = null } = draft;
  const same = hours?.every((day) => JSON.stringify(day) === JSON.stringify(hours[0]));
  return {
    name: draft.name, format: draft.format, services: draft.services, community: draft.community, point: draft.point, address: draft.address,
    phone: draft.phone ?? '', hoursKind: hours === null ? 'unknown' : onlyMarketDays({ week: hours, dated }) ? 'fairs' : same ? 'same' : 'byDay', week: hours ?? week([usualSpan]), dated: draft.dated, market: draft.market,
    licensed: draft.creditCode !== null, creditCode: draft.creditCode ?? '', unlicensedReason: draft.unlicensedReason ?? '', facts: draft.facts, ...(draft.chain ? { chain: draft.chain, brand: draft.brand ?? '' } : {}), ...(draft.photos ? { photos: draft.photos } : {}),
  };
}

/** F2 Spaces people type in numbers are nobody's fault; 24:00 is typed as 00:00. What is missing stays missing: `problemsOf` says so. */
export function draftOf(form: Form): { [K in keyof Draft]: Draft[K] | null } {
  const days = form.hoursKind === 'same' ? week(form.week[0] ?? []) : form.hoursKind === 'fairs' ? week([]) : form.week;
  const dated = form.dated && datedTyped(form.dated);
  return {
    name: form.name.trim(),
    format: form.format,
    services: [...form.services],
    community: form.community,
    point: form.point,
    address: form.address.trim(),
    phone: form.phone.replace(/\s/g, '') || null,
    hours: form.hoursKind === null || form.hoursKind === 'unknown' ? null : days.map((spans) => spans.map(closing)),
    ...(isEmpty(dated) ? {} : { dated }),
    ...(form.market === undefined ? {} : { market: form.market }),
    creditCode: form.licensed === true ? creditCodeTyped(form.creditCode) || null : null,
    unlicensedReason: form.licensed === false ? form.unlicensedReason.trim() || null : null,
    facts: form.facts,
    ...(form.chain ? { chain: form.chain, brand: form.chain === 'chain' ? form.brand?.trim() || null : null } : {}),
    ...(form.photos ? { photos: [...form.photos] } : {}),
  };
}

/** F3 What was switched off says nothing, a reason of spaces is none. */
function datedTyped({ holidays, adjusted, market, closed }: NonNullable<Draft['dated']>): NonNullable<Draft['dated']> {
  const reason = closed?.reason?.trim();
  return {
    ...(holidays === undefined ? {} : { holidays: typeof holidays === 'string' ? holidays : holidays.map(closing) }),
    ...(adjusted ? { adjusted } : {}),
    ...(market ? { market: { ...market, days: [...market.days].sort((a, b) => a - b), spans: market.spans.map(closing) } } : {}),
    ...(closed ? { closed: { ...(closed.from === undefined ? {} : { from: closed.from }), until: closed.until, ...(reason ? { reason } : {}) } } : {}),
  };
}

/** Ids of those for this, and the whole list with these instead. */
export const photosFor = (photos: Form['photos'], purpose: PhotoPurpose): string[] => (photos ?? []).filter((photo) => photo.purpose === purpose).map(({ id }) => id);
export const withPhotos = (photos: Form['photos'], purpose: PhotoPurpose, ids: readonly string[]): PhotoRef[] => [...(photos ?? []).filter((photo) => photo.purpose !== purpose), ...ids.map((id) => ({ id, purpose }))];

/** Full width, small letters and spaces are forgiven. */
export const creditCodeTyped = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** An end at midnight is 24:00 of the same day; 过半夜 holds only where the end lies before the beginning. */
function closing({ from, to, overnight }: Span): Span {
  if (to === 0 && !overnight) return { from, to: 1440 };
  return overnight && to < from ? { from, to, overnight: true } : { from, to };
}
