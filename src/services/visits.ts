/**
 * Visits on their way: what an officer saw, kept on the phone before the first try and gone only when the server has taken it, or she has read why it
 * did not. Sent one by one, the oldest first, photos before what names them; the same again is one visit (its id is made here).
 */
import type { Input } from '../../types/contract';
import type { ApiError } from '../../types/errors';
import { call } from './call';
import { onOnline } from './network';
import { remembered } from './remembered';
import { sendPhoto } from './sendPhoto';
import { stored } from './storage';

export interface WaitingVisit {
  readonly visit: Input<'desk.visit'>;
  readonly name: string;
  /** Why the last try failed; null before the first. */
  readonly error: Pick<ApiError, 'code' | 'say'> | null;
  /** It will never be taken; stays until she has read why. */
  readonly refused: boolean;
}

export const visits = remembered<readonly WaitingVisit[]>('draft:walk:visits');
const photoData = (id: string) => stored<string>(`draft:walk:photo:${id}`);
/** False: the phone has no room for it. */
export const keepPhoto = (id: string, data: string): boolean => photoData(id).write(data);
export const dropPhoto = (id: string): void => photoData(id).clear();

const all = (): readonly WaitingVisit[] => visits.refresh() ?? [];
const put = (list: readonly WaitingVisit[]): boolean => visits.set(list.length === 0 ? null : list);
const change = (id: string, to: Partial<WaitingVisit> | null): void => {
  put(all().flatMap((one) => (one.visit.id !== id ? [one] : to === null ? [] : [{ ...one, ...to }])));
};

/** False: the phone could not keep it; then it lives as long as the app is open. */
export function addVisit(visit: Input<'desk.visit'>, name: string): boolean {
  const kept = put([...all(), { visit, name, error: null, refused: false }]);
  void deliverVisits();
  return kept;
}
/** She has read why it was refused. */
export const dismissVisit = (id: string): void => change(id, null);

let underWay: Promise<void> | null = null;
/** One at a time; never throws. */
export function deliverVisits(): Promise<void> {
  underWay ??= sendAll().finally(() => { underWay = null; });
  return underWay;
}

async function sendAll(): Promise<void> {
  for (let next = first(); next; next = first()) if (!(await sendOne(next))) return;
}
const first = () => all().find(({ refused }) => !refused);

/** False: not its fault, so the others wait as well. */
async function sendOne({ visit }: WaitingVisit): Promise<boolean> {
  const { id } = visit;
  for (const photo of visit.photos ?? []) {
    const data = photoData(photo.id).read();
    if (data === null) continue;
    const reply = await sendPhoto({ ...photo, data });
    if (!reply.ok) return failed(visit, reply.error);
    dropPhoto(photo.id);
  }
  const reply = await call('desk.visit', visit);
  if (!reply.ok) return failed(visit, reply.error);
  change(id, null);
  return true;
}

function failed({ id, photos = [] }: Input<'desk.visit'>, { who, code, say }: ApiError): boolean {
  const mayPass = who === '网络' || who === '平台' || code === 'session_required' || code === 'too_many_sessions';
  change(id, { error: { code, say }, refused: !mayPass });
  if (!mayPass) for (const photo of photos) dropPhoto(photo.id);
  return !mayPass;
}

let listening = false;
/** Sends again each time the network comes back. The app calls it once. */
export function watchVisits(): void {
  if (listening) return;
  listening = true;
  onOnline(() => void deliverVisits());
}
