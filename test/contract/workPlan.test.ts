/** The plan's tasks: who may say how far one is, what is late, and that nothing said is lost or said twice. */
import { plan, workPlan } from '../../rules';
import { codeOf, dongdajieStreet, newId, noon, openWorld, ronghuaStreet, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const read = async (as = 'district') => valueOf(await world.call(as, 'desk.workPlan', {}));
const task = async (code = 'layout', as = 'district') => (await read(as)).tasks.find((one) => one.code === code)!;
const note = (change: object = {}, as = 'district') =>
  world.call(as, 'desk.noteTask', { sending: newId(), task: 'layout', department: 'commerce', street: null, state: 'going', text: '摸排表发下去了', ...change });

test('at first every task of the plan is late, everybody is silent, and nothing is said in anybody’s name', async () => {
  const seen = await read();
  expect(seen.tasks.map(({ clause, done }) => [clause, done])).toEqual(workPlan.tasks.map(({ clause }) => [clause, 0]));
  expect(seen.tasks[0]!.phase.to).toBe('2024-08-31');
  expect(seen.tasks[0]!.parties[0]).toEqual({ department: 'commerce', street: null, name: '区商务局', mayNote: true, notes: [] });
  expect(seen.late.tasks.map(({ task: code, days, waiting }) => [code, days > 0, waiting.length])).toEqual(seen.tasks.map(({ code, parties }) => [code, true, parties.length]));
  expect(seen.late.silent).toHaveLength(13 + 7);
  expect(seen.late.silent.every(({ days }) => days === null)).toBe(true);
  expect(seen.late.circles.map(({ id, days }) => [id, days]).slice(0, 1)).toEqual([['dongdajie', 687]]);
  expect(seen.silentDays).toEqual({ value: 60, status: '示例' });
});

test('before its phase is past no task is late', async () => {
  world.setNow(new Date('2024-08-31T04:00:00Z'));
  expect((await read()).late).toMatchObject({ tasks: [], circles: [] });
  world.setNow(new Date('2024-08-31T16:00:00Z'));
  expect((await read()).late.tasks.map(({ task: code, days }) => [code, days])).toEqual([['layout', 1]]);
  world.setNow(noon);
});

test('the calendar has the plan’s days and those of the rounds, the earliest month first', async () => {
  const { calendar } = await read();
  expect(calendar.map(({ month }) => month)).toEqual([...new Set(calendar.map(({ month }) => month))].sort());
  const all = calendar.flatMap(({ things }) => things);
  expect(all.filter(({ kind }) => kind === 'phaseEnds').map(({ day }) => day)).toEqual(plan.phases.map(({ to }) => to));
  expect(all.filter(({ kind }) => kind === 'circleDue')).toHaveLength(8);
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['phaseBegins', 'phaseEnds', 'circleDue', 'roundOpens', 'roundCloses', 'release']));
});

test('the newest note holds and the earlier ones stay; sent twice it is one', async () => {
  const sending = newId();
  const both = await Promise.all([note({ sending }), note({ sending })]);
  both.forEach((reply) => expect(valueOf(reply)).toEqual({ noted: true }));
  valueOf(await note({ state: 'done', text: '摸排做完了' }));
  const party = (await task()).parties.find(({ department }) => department === 'commerce')!;
  expect(party.notes.map(({ state, text, role, mine }) => [state, text, role, mine])).toEqual([['done', '摸排做完了', 'district', true], ['going', '摸排表发下去了', 'district', true]]);
  expect((await task()).done).toBe(1);
  expect((await read()).late.tasks[0]!.waiting).not.toContain('区商务局');
  expect((await read()).late.silent.map(({ name }) => name)).not.toContain('区商务局');
  const audits = await world.host.database.owner.selectFrom('lz.audit').select(['action', 'subject']).where('action', '=', 'task.noted').execute();
  expect(audits).toEqual([{ action: 'task.noted', subject: 'layout' }, { action: 'task.noted', subject: 'layout' }]);
});

test('one sending says one thing', async () => {
  const sending = newId();
  valueOf(await note({ sending }));
  expect(codeOf(await note({ sending, text: '另一句话' }))).toBe('value_invalid');
  expect(codeOf(await note({ sending, department: 'streets', street: dongdajieStreet, text: '摸排表发下去了' }, 'street'))).toBe('value_invalid');
});

test('a street speaks for itself alone, and reads what the others said', async () => {
  valueOf(await note({ department: 'streets', street: dongdajieStreet, text: '走访了五个社区' }, 'street'));
  for (const change of [{}, { department: 'streets', street: ronghuaStreet }]) expect(codeOf(await note(change, 'street'))).toBe('out_of_scope');
  const { parties } = await task('layout', 'street');
  expect(parties.filter(({ mayNote }) => mayNote).map(({ name, notes }) => [name, notes[0]?.text, notes[0]?.role])).toEqual([['东大街街道', '走访了五个社区', 'street']]);
  expect(parties.find(({ department }) => department === 'commerce')!.notes[0]).toMatchObject({ mine: false, role: 'district' });
  expect((await read('street')).late.circles.map(({ id }) => id)).toEqual(['dongdajie']);
});

test('what the plan doesn’t have is refused, as is who has no duty', async () => {
  expect(codeOf(await note({ task: 'no-such' }))).toBe('value_invalid');
  expect(codeOf(await note({ department: 'finance' }))).toBe('value_invalid');
  expect(codeOf(await note({ department: 'streets' }))).toBe('value_invalid');
  expect(codeOf(await note({ street: dongdajieStreet }))).toBe('value_invalid');
  expect(codeOf(await note({ department: 'commerce', street: dongdajieStreet }, 'street'))).toBe('value_invalid');
  expect(codeOf(await note({ department: 'streets', street: '620602999' }))).toBe('value_invalid');
  expect(codeOf(await note({ text: '字'.repeat(301) }))).toBe('text_too_long');
  expect(codeOf(await note({ text: '  ' }))).toBe('missing_field');
  expect(codeOf(await note({}, 'elder'))).toBe('role_required');
  expect(codeOf(await world.call('elder', 'desk.workPlan', {}))).toBe('role_required');
});
