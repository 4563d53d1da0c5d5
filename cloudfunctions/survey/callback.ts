/** What anybody may see of a round's call-back, of one circle: from what was worked out when the counts came, never from the counts. */
import { isTroubled } from '../../domain/callback';
import { publicCallback } from '../../database/queries/callbacks';
import { namesOf } from '../../database/queries/releases';
import type { Handle } from '../../database/handle';
import type { CallbackShown } from '../../types/callback';
import type { Callback, CalledBack } from '../../types/contract/results';

/** Null where none was planned. `communities`: of the circle. */
export const callbackOf = async (db: Handle, round: string, circle: string, communities: readonly string[]): Promise<Callback | null> => {
  const found = await publicCallback(db, round);
  if (!found) return null;
  const { seed, seedAt, at, state, corrected, troubleAbove, shown } = found;
  const names = shown ? await namesOf(db) : new Map<string, string>();
  const told = ({ id, figures, without }: CallbackShown): CalledBack => ({
    name: names.get(id) ?? '', figures, without: without.map((code) => names.get(code) ?? code), troubled: figures !== null && isTroubled(figures, troubleAbove),
  });
  const place = (kind: CallbackShown['kind'], id: string) => {
    const of = shown?.find((one) => one.kind === kind && one.id === id);
    return of ? told(of) : null;
  };
  return {
    state, seed, seedAt, at, corrected, troubleAbove,
    called: found.communities.filter(({ code }) => communities.includes(code)).reduce((sum, { called }) => sum + called, 0),
    here: place('circle', circle), district: place('district', 'district'),
    communities: (shown ?? []).filter(({ kind, id }) => kind === 'community' && communities.includes(id)).map(told),
  };
};
