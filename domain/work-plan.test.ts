import { plan, workPlan } from '../rules';
import { calendarOf, circleLateDays, lateTasks, partiesOf, silentParties, type TaskState, type Told } from './work-plan';

const streets = [{ code: '620602001', name: '东大街街道' }, { code: '620602002', name: '西大街街道' }];
const task = (code: string) => workPlan.tasks.find((one) => one.code === code)!;
const tell = (code: string, state: TaskState, day: string): Told[] => partiesOf(workPlan, task(code), streets).map(({ department, street }) => ({ task: code, department, street, state, day }));
const late = (told: readonly Told[], today: string) => lateTasks(workPlan, plan.phases, streets, told, today);
const silent = (told: readonly Told[], today: string) => silentParties(workPlan, plan.phases, streets, told, today).map(({ name, days }) => [name, days]);

test('W1 those named, in the order of the plan, and every street for itself, also where none is named', () => {
  expect(partiesOf(workPlan, task('jobs'), streets).map(({ name }) => name)).toEqual(['区人社局', '区商务局', '区文旅局', '东大街街道', '西大街街道']);
  expect(partiesOf(workPlan, task('layout'), streets).filter(({ department }) => department === 'streets')).toHaveLength(2);
});

describe('W2 late', () => {
  test('nothing on the last day of its phase, and the next day what was not said to be done', () => {
    expect(late([], '2024-08-31')).toEqual([]);
    expect(late([], '2024-09-01')).toEqual([{ task: 'layout', due: '2024-08-31', days: 1, waiting: ['区商务局', '市自然资源局凉州分局', '区卫健局', '区城市管理局', '区市场监管局', '东大街街道', '西大街街道'] }]);
    expect(late([], '2025-11-01')).toHaveLength(9);
  });
  test('done by all but one waits for that one; done by all is not late', () => {
    const all = tell('layout', 'done', '2024-08-20');
    expect(late(all, '2024-09-01')).toEqual([]);
    expect(late([{ ...all[0]!, state: 'stuck' }, ...all.slice(1)], '2024-09-01').map(({ waiting }) => waiting)).toEqual([['区商务局']]);
  });
});

describe('W3 silent', () => {
  test('who never said anything, more than 60 days after the phase of its first task began', () => {
    expect(silent([], '2024-04-01')).toEqual([]);
    expect(silent([], '2024-04-02').map(([name]) => name)).toEqual(['区商务局', '市自然资源局凉州分局', '区卫健局', '区城市管理局', '区市场监管局', '东大街街道', '西大街街道']);
  });
  test('a note of any task breaks the silence for 60 days', () => {
    const told: Told[] = [{ task: 'jobs', department: 'human-resources', street: null, state: 'going', day: '2025-01-01' }];
    const of = (today: string) => silent(told, today).find(([name]) => name === '区人社局');
    expect([of('2025-03-02'), of('2025-03-03')]).toEqual([undefined, ['区人社局', 61]]);
  });
  test('nobody whose tasks are all done', () => expect(silent(tell('jobs', 'done', '2024-08-20'), '2026-01-01').map(([name]) => name)).not.toContain('区人社局'));
  test('who never said anything stands first, then the longest silent', () => {
    const told = [...tell('jobs', 'going', '2025-01-01').slice(0, 1), ...tell('smart', 'stuck', '2025-02-01').slice(8, 9)];
    expect(silent(told, '2026-01-01').slice(-2)).toEqual([['区人社局', 365], ['区大数据中心', 334]]);
    expect(silent(told, '2026-01-01')[0]).toEqual(['区商务局', null]);
  });
});

test.each([['planned', '2024-12-31', null], ['planned', '2025-01-01', 1], ['building', '2025-01-31', 31], ['built', '2025-01-31', null], ['accepted', '2025-01-31', null]] as const)(
  'W4 a circle that is %s on %s: %s days late', (state, today, days) => expect(circleLateDays('2024-12-31', state, today)).toBe(days),
);

test('W5 by month, the earliest first, the same day in the order given', () => {
  expect(calendarOf([
    { day: '2025-12-31', kind: 'circleDue', name: '东关街生活圈' }, { day: '2024-12-31', kind: 'circleDue', name: '东大街生活圈' },
    { day: '2024-12-31', kind: 'circleDue', name: '西大街生活圈' }, { day: '2025-12-01', kind: 'roundOpens', name: '年末调查' },
  ]).map(({ month, things }) => [month, things.map(({ name }) => name)])).toEqual([['2024-12', ['东大街生活圈', '西大街生活圈']], ['2025-12', ['年末调查', '东关街生活圈']]]);
});
