import { circleMachine, takesBack, type CircleAct } from './circle-moves';
import { moved } from './moves';

const states = ['planned', 'building', 'built', 'accepted'] as const;
const legal: Readonly<Record<CircleAct, readonly [string, string]>> = {
  start: ['planned', 'building'], finish: ['building', 'built'], accept: ['built', 'accepted'],
  unstart: ['building', 'planned'], unfinish: ['built', 'building'], unaccept: ['accepted', 'built'],
};
const acts = Object.keys(circleMachine) as CircleAct[];

test.each(acts.flatMap((act) => states.map((from) => [act, from] as const)))('C1, C2 %s from %s', (act, from) => {
  expect(moved(circleMachine, from, act, 'staff')).toBe(legal[act][0] === from ? legal[act][1] : null);
});
test('nobody else moves a circle', () => {
  for (const act of acts) for (const by of ['resident', 'merchant', 'residents', 'time'] as const) expect(moved(circleMachine, legal[act][0], act, by)).toBeNull();
});
test('C2 every step has one that takes it back', () => {
  for (const act of acts.filter((one) => !takesBack(one))) expect(legal[`un${act}` as CircleAct]).toEqual([...legal[act]].reverse());
});
