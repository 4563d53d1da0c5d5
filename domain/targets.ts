/**
 * How many answers each community of a round should bring. It steers the work and refuses nobody.
 *
 * S1 A number in the round's file holds for every community.
 * S2 Else, of a drawn round, each brings its share (sample-size.ts): by people where there is a census table, an equal one where not.
 * S3 Else each brings the number of the method; so does a method that plans no sample.
 */
import type { Source } from '../types/contract/shared';
import type { CensusTable, MethodBody } from '../types/rules';
import { methodOf } from './method';
import { scoresFor, shareOut, type PlannedCircle, type Share } from './sample-size';

export interface TargetInput {
  readonly source: Source;
  /** As the file has it. */
  readonly target?: number | undefined;
  readonly circles: readonly PlannedCircle[];
  readonly census: CensusTable | null;
  readonly method: MethodBody;
}
/** What the shares add up to. */
export interface Planned { readonly least: number; readonly most: number; readonly answers: number; readonly letters: number }
export interface Targets {
  /** Answers to aim at. */
  readonly of: (community: string) => number;
  /** Null where every community has the same number. */
  readonly planned: Planned | null;
}

/** Throws RangeError for a community that the census table lacks. */
export function targetsOf({ source, target, circles, census, method: body }: TargetInput): Targets {
  const method = methodOf(body);
  if (target !== undefined || source !== 'drawn' || method.sample === null) return { of: () => target ?? method.communityTarget, planned: null };
  const shares = shareOut(circles, scoresFor(method.sample.truth, method.sample.power, method.target, method.z), census, method.sample);
  const answers = new Map(shares.map((share) => [share.community, share.answers]));
  return { of: (community) => answers.get(community) ?? method.communityTarget, planned: summaryOf(shares) };
}

function summaryOf(shares: readonly Share[]): Planned {
  const answers = shares.map((share) => share.answers);
  return { least: Math.min(...answers), most: Math.max(...answers), answers: answers.reduce((sum, n) => sum + n, 0), letters: shares.reduce((sum, { letters }) => sum + letters, 0) };
}
