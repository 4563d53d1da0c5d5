/** 需求清单 → 项目清单: what is missing becomes a project, moves by its milestones, and residents read of it. */
import type { Input } from '../../types/contract';
import { addOfficer, codeOf, identity, nanyuan, newId, noon, openWorld, ronghuaStreet, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addOfficer(world.host, identity('other-official'), { role: 'department', department: 'education' });
  await addOfficer(world.host, identity('ronghua-street'), { role: 'street', street: ronghuaStreet });
});
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const form = (change: Partial<Input<'desk.saveProject'>> = {}): Input<'desk.saveProject'> => ({
  sending: newId(), id: newId(), seen: 0, circle: 'dongdajie', format: 'repair', kind: 'attract', title: '引进维修点', department: 'housing', funding: 'enterprise', provincial: false, reasons: ['gap'],
  note: '正在找地方。', milestones: [{ number: null, name: '选好地方', due: '2026-11-20' }, { number: null, name: '开门', due: '2027-03-01' }], ...change,
});
const save = (change: Partial<Input<'desk.saveProject'>> = {}) => world.call('district', 'desk.saveProject', form(change));
const read = async (id: string, as = 'district') => valueOf(await world.call(as, 'desk.project', { id }));
const move = (id: string, seen: number, act: Input<'desk.moveProject'>['act'], text: string | null = null, as = 'department') => world.call(as, 'desk.moveProject', { sending: newId(), id, seen, act, text });
const note = (id: string, done: number[], as = 'department') => world.call(as, 'desk.noteProject', { sending: newId(), id, text: '办了', done });

test('from the plan to the end: its milestones first, then it is done; each step in its history and in the log', async () => {
  const { id } = valueOf(await save());
  world.setNow(new Date('2026-11-21T04:00:00Z'));
  const made = await read(id);
  expect(made.project).toMatchObject({ circle: { code: 'dongdajie' }, format: { code: 'repair' }, department: { code: 'housing', name: '区住建局' }, state: 'planned', because: null });
  expect(made.project.milestones).toEqual([{ number: 1, name: '选好地方', due: '2026-11-20', doneOn: null, late: true }, { number: 2, name: '开门', due: '2027-03-01', doneOn: null, late: false }]);
  expect(valueOf(await move(id, 1, 'start'))).toEqual({ state: 'going' });
  expect(codeOf(await move(id, 2, 'finish'))).toBe('milestones_open');
  expect((await read(id)).project.state).toBe('going');
  valueOf(await note(id, [1, 2]));
  expect(valueOf(await move(id, 3, 'finish'))).toEqual({ state: 'done' });
  const done = await read(id);
  expect(done.history.map(({ act, role }) => [act, role])).toEqual([['finish', 'department'], ['milestone', 'department'], ['start', 'department'], ['make', 'district']]);
  expect([done.acts, done.mayChange]).toEqual([['resume'], false]);
  expect(codeOf(await move(id, 4, 'resume'))).toBe('reason_required');
  expect(valueOf(await move(id, 4, 'resume', '验收时少了一样'))).toEqual({ state: 'going' });
  expect((await read(id)).project.because).toBe('验收时少了一样');
  const { acts } = valueOf(await world.call('district', 'desk.audit', {}));
  expect(acts.slice(0, 2).map(({ act, subject, reason }) => [act, subject, reason])).toEqual([['项目重新推进', '引进维修点', '验收时少了一样'], ['项目完成', '引进维修点', null]]);
});

test('the database itself doesn’t end a project with an open milestone, and deletes nothing', async () => {
  const { id } = valueOf(await save());
  const { owner } = world.host.database;
  await expect(owner.updateTable('lz.project').set({ state: 'done' }).where('id', '=', id).execute()).rejects.toThrow(/open milestones/);
  await expect(owner.deleteFrom('lz.milestone').where('project_id', '=', id).execute()).rejects.toThrow();
  await expect(owner.deleteFrom('lz.project').where('id', '=', id).execute()).rejects.toThrow();
});

test('changed: what is open may be taken out, renamed and added to; what is done stays', async () => {
  const { id } = valueOf(await save());
  valueOf(await note(id, [1]));
  const base = { id, seen: 2 };
  expect(codeOf(await save({ ...base, milestones: [{ number: 2, name: '开门', due: '2027-03-01' }] }))).toBe('milestone_done');
  expect((await read(id)).project.milestones).toHaveLength(2);
  valueOf(await save({ ...base, title: '引进两处维修点', milestones: [{ number: 1, name: '选好地方', due: '2026-11-20' }, { number: null, name: '装修', due: '2027-01-15' }] }));
  const { project } = await read(id);
  expect(project.milestones.map(({ number, name, doneOn }) => [number, name, doneOn !== null])).toEqual([[1, '选好地方', true], [3, '装修', false]]);
  expect(project.title).toBe('引进两处维修点');
  expect(codeOf(await save({ ...base, title: '旧的页面' }))).toBe('project_changed');
});

test('a mere note stands in nobody’s way who changes the project meanwhile; a milestone that is done does', async () => {
  const { id } = valueOf(await save());
  valueOf(await note(id, []));
  expect(await read(id)).toMatchObject({ version: 1, history: [{ act: 'note' }, { act: 'make' }] });
  const milestones = (await read(id)).project.milestones.map(({ number, name, due }) => ({ number, name, due }));
  expect(valueOf(await save({ id, seen: 1, title: '引进两处维修点', milestones }))).toEqual({ id, version: 2 });
  valueOf(await note(id, [1]));
  expect(codeOf(await save({ id, seen: 2, title: '旧的页面', milestones }))).toBe('project_changed');
});

test('a milestone that is late stays as it is; a new one is for today or later', async () => {
  const { id } = valueOf(await save());
  world.setNow(new Date('2026-11-21T04:00:00Z'));
  const milestones = (await read(id)).project.milestones.map(({ number, name, due }) => ({ number, name, due }));
  const adding = (due: string) => save({ id, seen: 1, milestones: [...milestones, { number: null, name: '装修', due }] });
  expect(codeOf(await adding('2026-11-20'))).toBe('milestone_past');
  expect((await read(id)).project.milestones).toHaveLength(2);
  expect(valueOf(await adding('2026-11-21')).version).toBe(2);
});

test('sent twice it is one; two at once, one is told', async () => {
  const once = form();
  expect(valueOf(await world.call('district', 'desk.saveProject', once))).toEqual({ id: once.id, version: 1 });
  expect(valueOf(await world.call('district', 'desk.saveProject', once))).toEqual({ id: once.id, version: 1 });
  const replies = await Promise.all([move(once.id, 1, 'start'), move(once.id, 1, 'start', null, 'district')]);
  expect(replies.map(codeOf).sort()).toEqual(['ok', 'project_changed']);
  const sent = { sending: newId(), id: once.id, text: '办了', done: [1] };
  for (let i = 0; i < 2; i += 1) valueOf(await world.call('department', 'desk.noteProject', sent));
  expect((await read(once.id)).history.filter(({ act }) => act === 'milestone')).toHaveLength(1);
});

test('who may: the district all, a department its own, a street reads what is in its circles', async () => {
  const { id } = valueOf(await save());
  expect(await read(id, 'other-official')).toMatchObject({ acts: [], mayChange: false, mayNote: false });
  expect(codeOf(await move(id, 1, 'start', null, 'other-official'))).toBe('out_of_scope');
  expect(codeOf(await note(id, [], 'other-official'))).toBe('out_of_scope');
  expect(codeOf(await world.call('department', 'desk.saveProject', form()))).toBe('role_required');
  expect((await read(id, 'street')).acts).toEqual([]);
  expect(codeOf(await world.call('ronghua-street', 'desk.project', { id }))).toBe('out_of_scope');
  expect(codeOf(await world.call('ronghua-street', 'desk.needs', { circle: 'dongdajie' }))).toBe('out_of_scope');
});

test.each<[string, Partial<Input<'desk.saveProject'>>, string]>([
  ['a circle that isn’t there', { circle: 'moon' }, 'unknown_place'],
  ['a format that isn’t in the catalogue', { format: 'casino' }, 'unknown_format'],
  ['a department that the plan doesn’t name', { department: 'moon' }, 'value_invalid'],
  ['a milestone that isn’t its own', { milestones: [{ number: 9, name: '开门', due: '2027-01-01' }] }, 'project_changed'],
])('%s is refused, and nothing is left of it', async (_what, change, code) => {
  const sent = form(change);
  expect(codeOf(await world.call('district', 'desk.saveProject', sent))).toBe(code);
  expect(codeOf(await world.call('district', 'desk.project', { id: sent.id }))).toBe('not_found');
});

describe('the list of needs', () => {
  test('a format that was looked for everywhere and is not there is on it; one that nobody looked for is not', async () => {
    const before = valueOf(await world.call('district', 'desk.needs', { circle: 'xidajie' }));
    expect(before.needs).toEqual([]);
    const { communities } = valueOf(await world.call('district', 'desk.circle', { id: before.circle.code })).line;
    for (const { code } of communities) valueOf(await world.call('district', 'desk.checkInventory', { sending: newId(), community: code, formats: ['repair'], state: 'checked', note: null }));
    const { needs } = valueOf(await world.call('district', 'desk.needs', { circle: before.circle.code }));
    expect(needs).toMatchObject([{ format: { code: 'repair' }, presence: 'none', asked: null, wished: null, projects: [] }]);
    expect(valueOf(await world.call('young', 'desk.answered', { circle: before.circle.code })).needs).toEqual([]);
  });
  test('those who wait for a format are on it from ten people on, and nobody can tell nine from none', async () => {
    const wait = (who: number) => world.call(`waiting-${who}`, 'voice.follow', { id: newId(), what: { kind: 'format', format: 'breakfast', origin: { kind: 'community', code: nanyuan }, minutes: 10, pace: 'normal' } });
    const wished = async () => valueOf(await world.call('district', 'desk.needs', { circle: 'dongdajie' })).needs.find(({ format }) => format.code === 'breakfast')?.wished ?? null;
    for (let who = 1; who <= 9; who += 1) valueOf(await wait(who));
    await wait(9); // the same person again is no other one
    expect(await wished()).toBeNull();
    valueOf(await wait(10));
    expect(await wished()).toBe(10);
  });
  test('residents read what is planned, with its kind and its milestones, and not who wrote it', async () => {
    const { id } = valueOf(await save({ title: '修理角' }));
    world.setNow(new Date(noon.getTime() + 120_000));
    const { needs } = valueOf(await world.call('young', 'desk.answered', { circle: 'dongdajie' }));
    const shown = needs.flatMap(({ projects }) => projects).find((one) => one.id === id)!;
    expect(shown).toMatchObject({ title: '修理角', kind: 'attract', state: 'planned', note: '正在找地方。' });
    expect(JSON.stringify(needs)).not.toContain(world.host.secrets.person(identity('district')));
  });
});
