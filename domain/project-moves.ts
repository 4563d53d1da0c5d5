/**
 * How far a project of the list is.
 *
 * P1 计划中 → 推进中 → 已完成. What is not done may be given up (不做了), with the reason in public; given up or done it may be taken up again, with a reason.
 * P2 It is done only when no milestone is open: what was promised by a day is done, or was taken out of the plan.
 */
import type { Machine } from './moves';

export type ProjectState = 'planned' | 'going' | 'done' | 'dropped';
export const projectMachine = {
  start: { from: ['planned'], to: 'going', by: ['staff'] },
  finish: { from: ['going'], to: 'done', by: ['staff'] },
  drop: { from: ['planned', 'going'], to: 'dropped', by: ['staff'] },
  resume: { from: ['done', 'dropped'], to: 'going', by: ['staff'] },
} as const satisfies Machine<ProjectState, string>;
export type ProjectAct = keyof typeof projectMachine;

export const needsReason = (act: ProjectAct): boolean => act === 'drop' || act === 'resume';

export interface Milestone { readonly number: number; readonly name: string; readonly due: string; readonly doneAt: string | null }
/** P2 */
export const openMilestones = (milestones: readonly Milestone[]): readonly Milestone[] => milestones.filter(({ doneAt }) => doneAt === null);
/** `today`: YYYY-MM-DD. Of a project that is under way or planned. */
export const lateMilestones = (state: ProjectState, milestones: readonly Milestone[], today: string): readonly Milestone[] =>
  (state === 'done' || state === 'dropped' ? [] : openMilestones(milestones).filter(({ due }) => due < today));
