import { moved } from './moves';
import { lateMilestones, needsReason, openMilestones, projectMachine, type Milestone, type ProjectAct, type ProjectState } from './project-moves';

const states: readonly ProjectState[] = ['planned', 'going', 'done', 'dropped'];
const legal = { 'planned start': 'going', 'going finish': 'done', 'planned drop': 'dropped', 'going drop': 'dropped', 'done resume': 'going', 'dropped resume': 'going' } as Readonly<Record<string, string>>;

test('P1 every act from every state: only the six of the table, and by staff alone', () => {
  for (const state of states) {
    for (const act of Object.keys(projectMachine) as ProjectAct[]) {
      expect([state, act, moved(projectMachine, state, act, 'staff')]).toEqual([state, act, legal[`${state} ${act}`] ?? null]);
      expect(moved(projectMachine, state, act, 'merchant')).toBeNull();
    }
  }
});
test('P1 what goes against the plan needs a reason', () => {
  expect((Object.keys(projectMachine) as ProjectAct[]).filter(needsReason)).toEqual(['drop', 'resume']);
});

const milestones: readonly Milestone[] = [{ number: 1, name: '选址', due: '2026-11-01', doneAt: '2026-10-30T00:00:00.000Z' }, { number: 2, name: '开门', due: '2026-11-29', doneAt: null }];
test('P2 open are those not done; late, those whose day has passed', () => {
  expect(openMilestones(milestones).map(({ number }) => number)).toEqual([2]);
  expect(lateMilestones('going', milestones, '2026-11-29')).toEqual([]);
  expect(lateMilestones('planned', milestones, '2026-11-30').map(({ number }) => number)).toEqual([2]);
});
test('P2 nothing of what has ended is late', () => {
  for (const state of ['done', 'dropped'] as const) expect(lateMilestones(state, milestones, '2030-01-01')).toEqual([]);
});
