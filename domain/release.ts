/**
 * Everything that one release publishes, from the counts of its answers: the same for the clock that writes it and for the audit that
 * redoes it.
 *
 * R1 A figure belongs to a place and a source; two sources are never one figure. A circle is the sum of its blocks, the district of
 *    all (disclosure.ts). A place of which nothing may appear says only too_few.
 * R2 An interim release gives n, rate, the share of 不清楚 and the questions that everybody answered. What cuts people up further, and
 *    what a verdict needs, waits for the final release, and then comes once: weights, interval, verdict, flags, modes, communities,
 *    questions put to some. (Where the method does not weigh, the interval is a function of the raw rate and comes with it.)
 * R3 The weighted rate is published as it is shown (one decimal, not across the target), and the interval too; the verdict is
 *    judged unrounded. If even so it would give a small group away (pinning.ts), the place has neither.
 * R4 A block that stands as it was published before, in a final release, leaves its place without what R2 keeps for the end.
 * R5 Flags remove nobody: the rate without the flagged stands beside, and nothing is judged by it.
 * R6 Modes are compared within an age band where both sides hold the smallest cell; a family's proxy is neither side.
 * R7 The release keeps, for the next one, where each block was cut and what it then held.
 * R8 A round whose questionnaire feeds no rate gives n alone, and of a circle and the district what is lacking (needs.ts): no rate, weight,
 *    verdict, flags or modes.
 */
import type { Source } from '../types/contract/shared';
import type { Cell, Distribution } from '../types/contract/results';
import type { Question } from '../types/rules';
import { distributionOf, isAboutThePerson, withOptions } from './distribution';
import { needsOf, talliesOf } from './needs';
import { addUp, putToSome, type BlockCount, type PublishedBlock, type ReleaseCount } from './release-count';
import { judged, weightedOf } from './release-judgement';
import { placesOf, sceneOf, type Place, type ReleaseInput, type Row, type Scene, type State } from './release-scene';
import { flagsIn, modesIn, splitsOf } from './release-splits';
import { beside, rate } from './satisfaction';

export interface ReleasedCell {
  readonly cell: Cell;
  readonly distributions: readonly Distribution[];
}
export interface Release {
  readonly cells: readonly ReleasedCell[];
  /** R7. */
  readonly blocks: readonly PublishedBlock[];
}

export function releaseOf(input: ReleaseInput): Release {
  const { blocks } = input.count.input;
  const present = (source: Source) => source === input.source || blocks.some(({ communities }) => communities.some((code) => input.count.batchesOf(code, source).some(({ n }) => n > 0)));
  const scenes = (['drawn', 'open'] as const).filter(present).map((source) => sceneOf(input, source));
  return { cells: scenes.flatMap(cellsOf), blocks: scenes.flatMap(({ states }) => [...states.values()].map(({ id, source, cuts, at, count }) => ({ id, source, cuts, at, count }))) };
}

function cellsOf(scene: Scene): ReleasedCell[] {
  const { kind, questionnaire, method } = scene.count.input;
  const places = placesOf(scene);
  // R4
  const whole = places.filter(({ states }) => kind === 'final' && states.length > 0 && states.every(({ renewed }) => renewed));
  // R8
  const rated = questionnaire.headline !== null;
  const splits = splitsOf(scene, whole, rated, method.flags !== null);
  const weighted = rated ? weightedOf(scene, whole, splits) : new Map<Place, never>();
  return [
    ...places.map((place): ReleasedCell => {
      const total = addUp(place.states.map(({ count }) => count));
      return {
        cell: {
          ...frameOf(scene, place, total), ...judged(scene, total, weighted.get(place) ?? null),
          flagged: splits.has(place, 'flags') ? flagsIn(scene, place) : null,
          modes: splits.modes.has(place) ? modesIn(scene, place, splits.modes.get(place)!) : null,
          ...needsIn(scene, total),
        },
        distributions: total.scored < method.smallestCell ? [] : withOptions(questionnaire)
          .filter((question) => isShown(scene, question, total, splits.has(place, question.id))).map((question) => distributionOf(question, total.questions[question.id]!)),
      };
    }),
    ...[...scene.rows].flatMap(([block, rows]) => rows.map((row): ReleasedCell => ({ cell: communityCell(scene, scene.states.get(block)!, row), distributions: [] }))),
  ];
}

const nothing = { weighted: null, interval: null, flagged: null, modes: null, letters: null } as const;

/** What every figure has: where from, until when, how many, the raw rate. */
function frameOf({ count, source, letters }: Scene, { kind, id, name, states, without }: Place, total: BlockCount): Cell {
  const { target, smallestCell } = count.input.method;
  const times = states.map(({ at }) => at).sort();
  const shown = total.scored >= smallestCell;
  return {
    place: { kind, id, name }, source, target, ...nothing, ...raw(count, shown ? total : null),
    asOf: shown ? { oldest: times[0]!, newest: times[times.length - 1]! } : null,
    without: shown ? [...without] : [],
    verdict: 'too_few', letters: source === 'drawn' ? letters?.get(`${kind} ${id}`) ?? null : null,
  };
}

const raw = ({ input }: ReleaseCount, total: BlockCount | null): Pick<Cell, 'n' | 'scored' | 'rate' | 'unclear' | 'countingUnclear'> => {
  if (total === null || input.questionnaire.headline === null) return { n: total?.n ?? null, scored: null, rate: null, unclear: null, countingUnclear: null };
  const { unclear, countingUnclear } = beside({ answered: total.scored + total.unclear, satisfied: total.satisfied, unclear: total.unclear })!;
  return { n: total.n, scored: total.scored, rate: rate(total), unclear, countingUnclear };
};

/** R8. Nothing for a round that gives a rate, or where too few answered. */
function needsIn({ count, source }: Scene, { n, scored, questions }: BlockCount): Pick<Cell, 'needs'> {
  const { questionnaire, method: { needs, ...method } } = count.input;
  const tallies = needs && scored >= method.smallestCell ? talliesOf(questionnaire, questions) : null;
  return tallies ? { needs: needsOf({ tallies, answers: n, source, method: { ...method, needs: needs! } }) } : {};
}

function communityCell({ count, source, places }: Scene, { at }: State, row: Row): Cell {
  const total = addUp(row.communities.flatMap((code) => count.batchesOf(code, source)));
  return {
    place: { kind: 'community', id: row.id, name: row.name, ...(row.id.startsWith('other:') ? { communities: row.communities.map((code) => places.names.get(code)!) } : {}) }, source, target: count.input.method.target, ...nothing, ...raw(count, total), asOf: { oldest: at, newest: at }, without: [],
    verdict: source === 'drawn' ? 'unjudged' : 'voluntary',
  };
}

/** D4 of distribution.ts. */
function isShown({ count }: Scene, question: Question, total: BlockCount, accepted: boolean): boolean {
  const { questionnaire } = count.input;
  if (isAboutThePerson(questionnaire, question)) return false;
  return putToSome(questionnaire).includes(question) ? accepted : total.questions[question.id]!.n === total.n;
}
