/** The walking list as the phone keeps it: had once, good without a network, and where she has got to. */
import { remembered } from '../../../services/remembered';
import type { Walk, WalkItem } from '../../../../types/contract/field';
import type { Draft } from '../../../../types/contract/merchant';
import { tour } from '../../../../domain/walking-tour';
import { gcj02, type Gcj02Point } from '../../../../types/units';

export interface KeptWalk {
  readonly walk: Walk;
  /** Outlets she has seen to, in order. */
  readonly done: readonly string[];
  /** Left for later: they come last. */
  readonly later: readonly string[];
  /** She wrote down what is wrong, and it is not mended yet. */
  readonly toMend?: readonly ToMend[];
  /** Mended by herself from this list: it says now what she wrote. */
  readonly mended?: readonly string[];
}
export interface ToMend { readonly id: string; readonly name: string; readonly note: string }
export const walkList = remembered<KeptWalk>('draft:walk:list');

/** What she mended at the desk stands on her list as well, without having it anew: that would lose where she has got to. */
export function noteMended(outlet: string, draft: Pick<Draft, 'name' | 'point' | 'address' | 'phone' | 'hours' | 'facts'>, formatName: string | undefined): void {
  const kept = walkList.get();
  if (kept === null) return;
  const { name, point, address, phone, hours, facts } = draft;
  const items = kept.walk.items.map((item) => (item.id !== outlet ? item : {
    ...item, name, point, address, phone, hours, facts, formatName: formatName ?? item.formatName, wrong: null, why: item.why.filter((why) => why !== 'wrong'),
  }));
  walkList.set({ ...kept, walk: { ...kept.walk, items }, toMend: (kept.toMend ?? []).filter(({ id }) => id !== outlet), mended: [...(kept.mended ?? []), outlet] });
}

/** What is left, nearest next, from where she stands, else from the outlet she was at last, else from the middle. */
export function leftOf({ walk: { items, centre }, done, later }: KeptWalk, here: Gcj02Point | null): WalkItem[] {
  const last = items.find(({ id }) => id === done[done.length - 1]);
  const from = here ?? pointOf(last ?? centre);
  const open = items.filter(({ id }) => !done.includes(id));
  const stops = (list: readonly WalkItem[]) => list.map((item) => ({ id: item.id, item, point: pointOf(item) }));
  const now = tour(from, stops(open.filter(({ id }) => !later.includes(id))));
  const then = tour(now[now.length - 1]?.point ?? from, stops(open.filter(({ id }) => later.includes(id))));
  return [...now, ...then].map(({ item }) => item);
}
export const pointOf = ({ point }: { readonly point: { readonly lng: number; readonly lat: number } }): Gcj02Point => gcj02(point.lng, point.lat);
