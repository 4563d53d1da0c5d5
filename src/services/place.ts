/** The community or circle this phone was last shown: where the main pages begin. */
import { observable } from './observable';
import { stored } from './storage';

export interface RememberedPlace {
  readonly circle: string;
  readonly circleName: string;
  readonly community: { readonly code: string; readonly name: string } | null;
}

const kept = stored<RememberedPlace>('place');
const place = observable<RememberedPlace | null>(() => kept.read());

export const usePlace = (): RememberedPlace | null => place.use();
export const rememberedPlace = (): RememberedPlace | null => place.get();

export function rememberPlace(value: RememberedPlace): void {
  if (JSON.stringify(value) === JSON.stringify(place.get())) return;
  kept.write(value);
  place.set(value);
}

/** The place as `survey.home` asks for it, and the name its last reply is kept under. */
export const placeInput = (known: RememberedPlace | null): { circle?: string; community?: string } =>
  known === null ? {} : { circle: known.circle, ...(known.community ? { community: known.community.code } : {}) };
export const placeKey = (known: RememberedPlace | null): string => (known === null ? 'nowhere' : `${known.circle}:${known.community?.code ?? ''}`);
