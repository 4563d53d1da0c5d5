/**
 * Where the walks begin and how fast they are walked. A picked place is kept in memory alone: a position is
 * nobody's business, not even this phone's of tomorrow. The pace is remembered.
 */
import type { Origin } from '../../types/contract/outlet';
import type { PaceCode } from '../../types/contract/shared';
import { observable } from './observable';
import { usePlace } from './place';
import { stored } from './storage';

export interface WalkFrom {
  readonly origin: Origin;
  readonly name: string;
  /** Null: her own community, which is what it begins with. */
  readonly picked: Picked | null;
}
export interface Picked {
  readonly origin: Origin;
  readonly name: string;
}
interface Choice { readonly picked: Picked; readonly at: string }

const keptPace = stored<PaceCode>('pace');
const pace = observable<PaceCode>(() => keptPace.read() ?? 'normal');
const choice = observable<Choice | null>(() => null);

/** Null: no community is known and nothing was picked. A pick lapses when she moves to another community. */
export function useWalkFrom(): WalkFrom | null {
  const home = usePlace()?.community ?? null;
  const chosen = choice.use();
  if (chosen !== null && chosen.at === (home?.code ?? '')) return { ...chosen.picked, picked: chosen.picked };
  return home && { origin: { kind: 'community', code: home.code }, name: home.name, picked: null };
}

/** `home` is the code of her community ('' where none is known). `null` goes back to it. */
export const walkFrom = (picked: Picked | null, home: string): void => choice.set(picked && { picked, at: home });

export const usePace = (): PaceCode => pace.use();

export function setPace(code: PaceCode): void {
  keptPace.write(code);
  pace.set(code);
}
