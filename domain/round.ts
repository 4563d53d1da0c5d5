/**
 * When a round takes answers, and whether a place keeps up with it. All times in ms since the epoch.
 *
 * S1 Before `opensAt` it is not open; from `opensAt` until just before `closesAt` it is open.
 * S2 From `closesAt` until just before `closesAt + graceMs`, an answer begun while it was open is still taken: grace.
 * S3 Without a start proven by a ticket there is no grace; nor with a start outside the round, or in the future.
 * S4 The expected share grows evenly from 0 at the opening to 1 at the closing, and stays there.
 * S5 Enough: the target is reached. On track: at least 90 % of what is expected by now, or less than one whole answer short.
 *    Slow: at least 60 %. Behind: less. (These two limits are ours.)
 */
export interface RoundTimes {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly graceMs: number;
}
export type RoundState = 'not_open' | 'open' | 'grace' | 'closed';
export type Pace = 'enough' | 'on_track' | 'slow' | 'behind';

/** Whether an answer sent `now` and begun at `startedAt` (null: unproven) is taken; 'open' and 'grace' are. */
export function roundState(round: RoundTimes, now: number, startedAt: number | null): RoundState {
  if (now < round.opensAt) return 'not_open';
  if (now < round.closesAt) return 'open';
  const begun = startedAt !== null && startedAt >= round.opensAt && startedAt < round.closesAt;
  return begun && now < round.closesAt + round.graceMs ? 'grace' : 'closed';
}

/** Share (0 … 1) of the round's time that has gone by. */
export function expectedShare(round: Pick<RoundTimes, 'opensAt' | 'closesAt'>, now: number): number {
  if (round.closesAt <= round.opensAt) return now < round.opensAt ? 0 : 1;
  return Math.min(1, Math.max(0, (now - round.opensAt) / (round.closesAt - round.opensAt)));
}

/** How a place stands against where it should be by now; `expected` is a share from `expectedShare`. */
export function paceOf({ answered, target }: { readonly answered: number; readonly target: number }, expected: number): Pace {
  if (answered >= target) return 'enough';
  const due = target * expected;
  if (answered >= 0.9 * due || due - answered < 1) return 'on_track';
  return answered >= 0.6 * due ? 'slow' : 'behind';
}
