/**
 * What was said, decided and published by the moment of a snapshot, frozen beside its figures and under the same hash. No number of the sheet is in it.
 * Whatever else a report tells besides figures is frozen here before it can be told there.
 */
import type { ProjectLine } from '../../types/contract/projects';
import type { Verdict } from '../../types/contract/results';
import type { TaskState } from '../work-plan';
import type { CircleState } from './facts';
import type { Sheet } from './sheet';

/** The newest note of a party on a task. `day` in Liangzhou. */
export interface ToldNote { readonly task: string; readonly department: string; readonly street: string | null; readonly state: TaskState; readonly text: string; readonly day: string }
/** A released figure. `used`: the one that the sheet's satisfaction is. `at`: ISO. */
export interface ReleasedFigure {
  readonly place: 'circle' | 'district'; readonly id: string; readonly release: string; readonly round: string; readonly title: string; readonly kind: 'interim' | 'final'; readonly at: string; readonly seal: number | null;
  readonly method: string; readonly source: 'drawn' | 'open'; readonly n: number | null; readonly rate: number | null; readonly text: string | null;
  readonly interval: { readonly low: number; readonly high: number } | null; readonly target: number; readonly verdict: Verdict; readonly demo: boolean; readonly used: boolean;
}
export interface CircleStep { readonly circle: string; readonly state: CircleState; readonly day: string; readonly note: string | null }
export interface FrozenRecord {
  readonly workPlan: { readonly rule: string; readonly told: readonly ToldNote[] };
  /** The oldest first. */
  readonly releases: readonly ReleasedFigure[];
  readonly steps: readonly CircleStep[];
  /** The newest change first. */
  readonly projects: readonly ProjectLine[];
}
/** What a snapshot holds. Those from before records were frozen have none. */
export interface Frozen extends Sheet { readonly record?: FrozenRecord }
