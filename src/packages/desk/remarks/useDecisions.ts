import { useRef, useState } from 'react';
import type { RemarkReason } from '../../../../types/contract/desk';
import type { ApiError } from '../../../../types/errors';
import { call } from '../../../services/call';

export interface Place { readonly round: string; readonly batch: number; readonly place: number }
/** What became of a text here: passed, refused for a reason, or decided by a colleague meanwhile. */
export type Decided = 'passed' | RemarkReason | 'elsewhere';

const keyOf = ({ round, batch, place }: Place) => `${round}/${batch}/${place}`;

/**
 * Decisions made on this page, one at a time. A text that was decided stays where it is, with what was decided: a list that moved up
 * under the finger would have the next text decided unread.
 */
export function useDecisions() {
  const [decided, setDecided] = useState<Readonly<Record<string, Decided>>>({});
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: ApiError } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const under = useRef(false);

  /** `refused` null: may be made public. True when it is decided, here or elsewhere. */
  const decide = async (place: Place, seen: 'held' | 'passed', refused: RemarkReason | null): Promise<boolean> => {
    if (under.current) return false;
    under.current = true;
    const key = keyOf(place);
    setBusy(key);
    setFailed(null);
    const reply = await call('desk.decideRemark', { ...place, seen, refused });
    under.current = false;
    setBusy(null);
    const now: Decided | null = reply.ok ? refused ?? 'passed' : reply.error.code === 'decided_already' ? 'elsewhere' : null;
    if (now !== null) setDecided((all) => ({ ...all, [key]: now }));
    else if (!reply.ok) setFailed({ key, error: reply.error });
    return now !== null;
  };
  return {
    decide,
    busy: busy !== null,
    isBusy: (place: Place) => busy === keyOf(place),
    of: (place: Place): Decided | undefined => decided[keyOf(place)],
    errorOf: (place: Place): ApiError | null => (failed?.key === keyOf(place) ? failed.error : null),
    /** The list was read anew: what was decided is no longer in it. */
    forget: () => { setDecided({}); setFailed(null); },
    /** How many of this round were passed and refused here since the list was read. */
    count: (round: string) => {
      const here = Object.entries(decided).filter(([key]) => key.startsWith(`${round}/`)).map(([, now]) => now);
      return { passed: here.filter((now) => now === 'passed').length, refused: here.filter((now) => now !== 'passed' && now !== 'elsewhere').length, elsewhere: here.filter((now) => now === 'elsewhere').length };
    },
  };
}
export type Decisions = ReturnType<typeof useDecisions>;
