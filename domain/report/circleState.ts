/** How far a circle is, in a snapshot: its state, the day it is due, and by how much it is late. */
import { shanghaiDay } from '../calendar';
import type { CircleState } from '../figures/facts';
import { stateWords, type PlaceFigures } from '../figures/sheet';
import { circleLateDays } from '../work-plan';
import { valueOf, type ReportGiven } from './given';

type Given = Pick<ReportGiven, 'plan' | 'sheet'>;

export const dueOf = ({ plan }: Given, { id }: PlaceFigures): string => plan.circles.find((circle) => circle.id === id)?.due ?? '不知道';
export const stateOf = (place: PlaceFigures): CircleState => {
  const state = valueOf(place, 'state');
  return (Object.keys(stateWords) as CircleState[]).find((one) => state.kind === 'text' && stateWords[one] === state.text) ?? 'planned';
};
/** Days past its due day while not built; null: not late. */
export const lateOf = (given: Given, place: PlaceFigures): number | null => circleLateDays(dueOf(given, place), stateOf(place), shanghaiDay(given.sheet.at));
