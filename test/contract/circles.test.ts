/** The district's circles: what each has and lacks, how far it is, and who may see and say so. */
import * as v from 'valibot';
import { dueReleases, makeRelease } from '../../cloudfunctions/clock/release';
import { plan } from '../../rules';
import { contract } from '../../types/contract';
import { codeOf, draft, nanyuan, newId, noon, openWorld, seal, submission, valueOf, wholeAnswers, type World } from '../support/world';
import type { CircleActName, CircleStateName } from '../../types/contract/circles';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const overview = async (as = 'district') => valueOf(await world.call(as, 'desk.overview', {}));
const line = async (id = 'dongdajie') => (await overview()).circles.find((one) => one.id === id)!;
const move = (act: CircleActName, state: CircleStateName, change: object = {}, as = 'district') =>
  world.call(as, 'desk.moveCircle', { sending: newId(), circle: 'dongdajie', state, act, note: null, ...change });
const open = async (change: Parameters<typeof draft>[0] = {}) => {
  const id = newId();
  valueOf(await world.call(`keeper-${id}`, 'outlet.register', { id, revision: 1, outlet: null, draft: draft(change) }));
  return valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null })).outlet!;
};

test('at first nothing is claimed: no type, no gap, no satisfaction, no people', async () => {
  const seen = await overview();
  expect(seen.circles.map(({ id }) => id)).toEqual(plan.circles.map(({ id }) => id));
  expect(seen.circles[0]).toMatchObject({
    state: 'planned', due: '2024-12-31', lateDays: 687, reached: null, possible: '品质型', target: '品质型', toward: '品质型', satisfaction: null,
    population: { known: false, note: '还没有填' }, score: { low: 0, high: 100 },
  });
  expect(seen.circles[0]!.missing.join()).not.toContain('（没有）');
  expect(seen.coverage.map(({ name, figure, reached }) => [name, figure.text, reached])).toEqual([['覆盖凉州城区社区', '0.0%', false], ['覆盖凉州城区人口', '不知道', null]]);
  expect(seen.rules.map(({ kind, status }) => [kind, status])).toEqual([['plan', '方案'], ['classification', '示例'], ['evaluation', '示例']]);
});

test('after the last phase of the plan none is now', async () => {
  expect((await overview()).phases.map(({ state }) => state)).toEqual(['past', 'past', 'past']);
  world.setNow(new Date('2024-08-15T04:00:00Z'));
  expect((await overview()).phases.map(({ state }) => state)).toEqual(['now', 'now', 'ahead']);
  expect((await line()).lateDays).toBeNull();
  world.setNow(noon);
});

test('a verified outlet makes its format there, and those of its services', async () => {
  const before = await line();
  await open({ format: 'convenience-store', services: ['parcel-keeping', 'shoe-repair'] });
  const after = await line();
  expect([before.basic.there, after.basic.there]).toEqual([0, 3]);
  expect(after.outlets).toBe(before.outlets + 1);
});

test('the published satisfaction stands in its circle as it was published', async () => {
  for (let i = 0; i < 20; i += 1) valueOf(await world.call(`s${i}`, 'survey.submit', submission(nanyuan, { answers: wholeAnswers(nanyuan, { A6: i < 15 ? 'satisfied' : 'neutral' }) })));
  await seal(world.host, 'running');
  const later = new Date(noon.getTime() + 12 * 86_400_000);
  for (const due of await dueReleases(world.host.database.owner, later)) await world.host.database.as('clock').write((db) => makeRelease(db, due, later));
  const [{ satisfaction }, whole] = [await line(), await overview()];
  const result = valueOf(await world.call('elder', 'survey.results', { circle: 'dongdajie', release: satisfaction!.release })).release!;
  expect(satisfaction!.cell).toEqual(result.cell);
  expect(satisfaction!.cell.n).toBe(20);
  expect(whole.satisfaction!.cell.place.kind).toBe('district');
  const board = valueOf(await world.call('district', 'desk.circle', { id: 'dongdajie' }));
  expect(board.releases.map(({ text }) => text)).toContain('75.0%');
  expect(board.evaluation.find(({ figure }) => figure === 'satisfaction')).toMatchObject({ text: '75.0%', points: { low: 15, high: 15 } });
});

test('the district moves a circle a step at a time, with a reason backwards; each step stays', async () => {
  expect(codeOf(await move('finish', 'planned'))).toBe('value_invalid');
  const sending = newId();
  for (let i = 0; i < 2; i += 1) expect(valueOf(await move('start', 'planned', { sending }))).toEqual({ state: 'building' });
  expect(codeOf(await move('start', 'planned'))).toBe('decided_already');
  expect(valueOf(await move('finish', 'building', { note: '十二月底完工' }))).toEqual({ state: 'built' });
  expect(codeOf(await move('unfinish', 'built'))).toBe('reason_required');
  const { line: now, history, acts } = valueOf(await world.call('district', 'desk.circle', { id: 'dongdajie' }));
  expect([now.state, now.lateDays, acts]).toEqual(['built', null, ['accept', 'unfinish']]);
  expect(history.map(({ state, note, mine }) => [state, note, mine])).toEqual([['built', '十二月底完工', true], ['building', null, true]]);
  expect((await overview()).coverage[0]!.figure).toMatchObject({ text: '21.9%', note: '7/32' });
  expect(valueOf(await move('unfinish', 'built', { note: '还差菜市场' }))).toEqual({ state: 'building' });
  const audits = await world.host.database.owner.selectFrom('lz.audit').select('action').where('subject', '=', 'dongdajie').orderBy('id').execute();
  expect(audits.map(({ action }) => action)).toEqual(['circle.start', 'circle.finish', 'circle.unfinish']);
});

test('two who move the same circle at once: one wins, the other is told', async () => {
  const both = await Promise.all([move('finish', 'building'), move('unstart', 'building', { note: '停了' })]);
  expect(both.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['decided_already', 'ok']);
});

test('anyone sees of the circles what officers see, and nothing of theirs', async () => {
  const [open, desk] = [valueOf(await world.call('stranger', 'desk.circles', {})), await overview()];
  expect(v.safeParse(contract.desk.circles.output, open).issues).toBeUndefined();
  for (const part of ['phases', 'coverage', 'satisfaction', 'demo'] as const) expect(open[part]).toEqual(desk[part]);
  expect(open.rules).toEqual(desk.rules.slice(0, 2));
  expect(desk.circles).toMatchObject(open.circles.map(({ communitiesStatus: _status, ...circle }) => circle));
  expect(open.circles.map(({ communitiesStatus }) => communitiesStatus)).toEqual(plan.circles.map(({ communitiesStatus }) => communitiesStatus));
  expect(open.circles[0]!.satisfaction!.cell.n).toBe(20);
  const whole = JSON.stringify(open);
  for (const officers of ['missing', 'toward', 'score', 'scoreUnknown', 'outlets', 'checked', 'presence', 'formats', 'population', 'history', 'mine', 'acts', 'role']) expect(whole).not.toContain(`"${officers}":`);
});

test('what anyone may ask for is read once a minute, however often it is asked for', async () => {
  const first = valueOf(await world.call('stranger', 'desk.circles', {}));
  world.setNow(new Date(noon.getTime() + 5000));
  expect(valueOf(await world.call('district', 'desk.enter', { sending: newId(), kind: 'community', place: nanyuan, source: '社区台账', asOf: '2026-10-01', values: [{ field: 'population', value: 5200, words: null }] }))).toEqual({ entered: 1 });
  expect(valueOf(await world.call('young', 'desk.circles', {}))).toEqual(first);
  expect((await overview()).coverage).not.toEqual(first.coverage);
  world.setNow(noon);
});

test('a street sees the circles that have a community of it, and moves none', async () => {
  expect((await overview('street')).circles.map(({ id }) => id)).toEqual(['dongdajie']);
  expect(valueOf(await world.call('street', 'desk.circle', { id: 'dongdajie' })).acts).toEqual([]);
  expect(codeOf(await world.call('street', 'desk.circle', { id: 'ronghuajie' }))).toBe('out_of_scope');
  expect(codeOf(await move('start', 'planned', { circle: 'ronghuajie' }, 'street'))).toBe('role_required');
  expect(codeOf(await world.call('elder', 'desk.overview', {}))).toBe('role_required');
  expect(codeOf(await world.call('district', 'desk.circle', { id: 'no-such' }))).toBe('unknown_place');
});

test('how a circle is built is one of three words', async () => {
  const enter = (words: string) => world.call('district', 'desk.enter', { sending: newId(), kind: 'circle', place: 'dongdajie', source: '专班', asOf: '2026-10-01', values: [{ field: 'buildKind', value: null, words }] });
  expect(valueOf(await enter('混合'))).toEqual({ entered: 1 });
  expect(await enter('旧小区')).toMatchObject({ error: { code: 'value_invalid', field: 'buildKind' } });
});

test('a share is the same number on the inventory’s page and in the sheet, merged entries left out of both', async () => {
  const [kept, gone] = [await open({ name: '巷口粮油店', format: 'convenience-store' }), await open({ name: '巷口粮油铺', format: 'convenience-store' })];
  const shares = async () => {
    const { definitions, whole } = valueOf(await world.call('district', 'desk.indicators', {}));
    const inSheet = await Promise.all(definitions.map(async ({ code }) => valueOf(await world.call('district', 'desk.figure', { code, kind: 'district', id: 'district' })).figure.note));
    return { onPage: definitions.map(({ code }) => (whole[code].n === 0 ? expect.any(String) as string : `${whole[code].yes}/${whole[code].n}`)), inSheet };
  };
  const before = await shares();
  expect(before.inSheet).toEqual(before.onPage);
  valueOf(await world.call('street', 'desk.merge', { id: newId(), kept, gone }));
  const after = await shares();
  expect(after.inSheet).toEqual(after.onPage);
  expect(after.onPage).not.toEqual(before.onPage);
});
