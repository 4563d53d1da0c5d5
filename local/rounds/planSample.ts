/** How many letters each community gets: by the power wanted (domain/sample-size.ts) or as the file says, and as far as the frame reaches. */
import { scoresFor, shareOut, type PlannedCircle } from '../../domain/sample-size';
import type { Sample } from '../../types/round';
import type { CensusTable, MethodRules } from '../../types/rules';
import type { FrameSummary } from './checkRound';
import type { RoundSample } from './roundFile';

export interface PlannedSample {
  readonly sample: Sample;
  /** Communities whose frame has fewer households than letters wanted: all of them get one. */
  readonly short: readonly string[];
}

export const planSample = (sample: RoundSample, { communities, circles, frame, method, census }: {
  readonly communities: readonly string[]; readonly circles: readonly PlannedCircle[]; readonly frame: FrameSummary | undefined; readonly method: MethodRules; readonly census: CensusTable | null;
}): PlannedSample => {
  const rules = method.sample;
  const shares = rules === null ? [] : shareOut(circles, scoresFor(rules.truth, rules.power, method.target, method.z), census, rules);
  if (sample.from === 'external') return { sample, short: [] };
  const wanted = (code: string) => sample.letters ?? shares.find(({ community }) => community === code)?.letters ?? method.communityTarget * 3;
  const letters = communities.map((code) => ({ code, letters: Math.min(wanted(code), frame!.households[code]!) }));
  return {
    sample: { from: 'frame', frame: frame!.hash, households: communities.reduce((sum, code) => sum + frame!.households[code]!, 0), seed: sample.seed, seedAt: sample.seedAt, letters },
    short: letters.filter(({ code, letters: n }) => n < wanted(code)).map(({ code }) => code),
  };
};
