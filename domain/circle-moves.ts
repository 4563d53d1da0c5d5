/**
 * How far a circle is, as the district says it.
 *
 * C1 规划 → 建设中 → 已建成 → 已验收, one step at a time.
 * C2 A step may be taken back, one at a time, with a reason.
 */
import type { Machine } from './moves';
import type { CircleState } from './figures/facts';

export const circleMachine = {
  start: { from: ['planned'], to: 'building', by: ['staff'] },
  finish: { from: ['building'], to: 'built', by: ['staff'] },
  accept: { from: ['built'], to: 'accepted', by: ['staff'] },
  unstart: { from: ['building'], to: 'planned', by: ['staff'] },
  unfinish: { from: ['built'], to: 'building', by: ['staff'] },
  unaccept: { from: ['accepted'], to: 'built', by: ['staff'] },
} as const satisfies Machine<CircleState, string>;
export type CircleAct = keyof typeof circleMachine;
export const takesBack = (act: CircleAct): boolean => act.startsWith('un');
