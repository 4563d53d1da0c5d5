/** Who lets in whom, what a role reaches, and what is left of it in the log: on the database of the real functions. */
import { mayInvite } from '../../types/permissions';
import { classification } from '../../rules';
import { addOfficer, codeOf, dazhong, dongdajieStreet, identity, nanyuan, newId, noon, openWorld, ronghua, ronghuaStreet, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

type Invite = Parameters<typeof world.call<'desk.invite'>>[2];
const letter = (change: Partial<Invite>): Invite => ({ role: 'community', street: null, community: null, department: null, days: 7, note: '', ...change });
const letIn = async (by: Persona, who: Persona, change: Partial<Invite>) => {
  const { code } = valueOf(await world.call(by, 'desk.invite', letter(change)));
  return valueOf(await world.call(who, 'desk.acceptInvite', { code }));
};

test('the database holds the same rights to invite as the table', async () => {
  const rows = await world.host.database.owner.selectFrom('lz.may_invite').selectAll().execute();
  const said = Object.entries(mayInvite).flatMap(([role, invites]) => invites.map((one) => `${role} ${one}`));
  expect(rows.map(({ role, invites }) => `${role} ${invites}`).sort()).toEqual(said.sort());
});

describe('letting in', () => {
  test('a street lets in community workers of its own communities, and nobody else', async () => {
    expect(await letIn('street', 'new-worker', { community: dazhong })).toEqual({ role: 'community', street: null, community: { code: dazhong, name: '大众社区' }, department: null });
    expect(codeOf(await world.call('street', 'desk.invite', letter({ community: ronghua })))).toBe('out_of_scope');
    expect(codeOf(await world.call('street', 'desk.invite', letter({ role: 'street', street: dongdajieStreet })))).toBe('out_of_scope');
    const { invites, mayInvite: may, streets } = valueOf(await world.call('street', 'desk.invites', {}));
    expect([may, streets]).toEqual([['community'], [dongdajieStreet]]);
    expect(invites.every(({ role, community }) => role === 'community' && [nanyuan, dazhong].includes(community!.code))).toBe(true);
    expect(valueOf(await world.call('new-worker', 'survey.home', {})).session.roles).toEqual([{ role: 'community', street: null, community: { code: dazhong, name: '大众社区' }, department: null }]);
  });
  test('an administrator lets in everybody below, another administrator too; the district no administrator', async () => {
    expect(await letIn('administrator', 'second-administrator', { role: 'administrator' })).toMatchObject({ role: 'administrator' });
    expect(codeOf(await world.call('district', 'desk.invite', letter({ role: 'administrator' })))).toBe('out_of_scope');
    expect(await letIn('district', 'new-official', { role: 'department', department: 'civil-affairs' })).toMatchObject({ department: { code: 'civil-affairs', name: '区民政局' } });
  });
  test.each<[string, Partial<Invite>, string]>([
    ['a community worker without a community', {}, 'unknown_place'],
    ['a street’s officer with a community', { role: 'street', street: dongdajieStreet, community: nanyuan }, 'unknown_place'],
    ['an official of a department that the plan doesn’t name', { role: 'department', department: 'moon' }, 'unknown_place'],
    ['an official of all streets together', { role: 'department', department: 'streets' }, 'unknown_place'],
    ['a community that isn’t there', { community: '620602999999' }, 'unknown_place'],
  ])('%s is refused', async (_what, change, code) => {
    expect(codeOf(await world.call('district', 'desk.invite', letter(change)))).toBe(code);
  });
  test('the database itself lets nobody in without an invite of the same role and place', async () => {
    const enter = (role: string, community: string | null) => world.host.database.as('desk').write(async (db) => {
      await db.insertInto('lz.officer').values({ id: newId(), person: world.host.secrets.person(identity('intruder')), role: role as 'district', street_code: null, community_code: community, since: noon.toISOString(), invited_by: null, ended_at: null }).execute();
    });
    await expect(enter('district', null)).rejects.toThrow(/not allowed/);
    const { code } = valueOf(await world.call('district', 'desk.invite', letter({ community: nanyuan })));
    valueOf(await world.call('intruder', 'desk.acceptInvite', { code }));
    await expect(enter('community', dazhong)).rejects.toThrow(/not allowed/);
    await expect(world.host.database.as('desk').write(async (db) => {
      await db.insertInto('lz.invite').values({ id: newId(), code_hash: 'x', role: 'district', street_code: null, note: '', created_by: world.host.secrets.person(identity('street')), created_at: noon.toISOString(), expires_at: noon.toISOString(), used_at: null, used_by: null, revoked_at: null }).execute();
    })).rejects.toThrow(/not allowed/);
  });
});

describe('letting go', () => {
  test('at once, by those alone who could have let in', async () => {
    await letIn('street', 'leaving-worker', { community: nanyuan });
    valueOf(await world.call('leaving-worker', 'desk.progress', {}));
    await addOfficer(world.host, identity('ronghua-street'), { role: 'street', street: ronghuaStreet });
    const shown = valueOf(await world.call('street', 'desk.officers', {})).officers;
    expect(shown.every(({ role }) => role === 'community')).toBe(true);
    const { id } = shown.find(({ since, community }) => community!.code === nanyuan && since === noon.toISOString() && shown.length > 0)!;
    expect(valueOf(await world.call('ronghua-street', 'desk.officers', {})).officers).toEqual([]);
    expect(codeOf(await world.call('ronghua-street', 'desk.endRole', { id, reason: '试试' }))).toBe('out_of_scope');
    const administrator = valueOf(await world.call('administrator', 'desk.officers', {})).officers.find(({ role, mine }) => role === 'administrator' && !mine)!;
    expect(codeOf(await world.call('district', 'desk.endRole', { id: administrator.id, reason: '试试' }))).toBe('out_of_scope');
    for (const one of shown.filter(({ community }) => community!.code === nanyuan)) valueOf(await world.call('street', 'desk.endRole', { id: one.id, reason: '调走了' }));
    expect(codeOf(await world.call('leaving-worker', 'desk.progress', {}))).toBe('role_ended');
  });
});

describe('a community worker', () => {
  beforeAll(() => addOfficer(world.host, identity('worker'), { role: 'community', community: nanyuan }));
  test('sees her community alone, and fills in and checks there alone', async () => {
    const { scope, streets, waiting } = valueOf(await world.call('worker', 'desk.progress', {}));
    expect(scope).toMatchObject({ role: 'community', communities: [{ code: nanyuan, name: '南苑社区' }] });
    expect(streets.flatMap(({ rows }) => rows.map(({ community }) => community.code))).toEqual([nanyuan]);
    expect(waiting).toBe(0);
    const value = (place: string) => ({ sending: newId(), kind: 'community' as const, place, source: '社区台账', asOf: '2026-10-01', values: [{ field: 'population', value: 4100, words: null }] });
    valueOf(await world.call('worker', 'desk.enter', value(nanyuan)));
    expect(codeOf(await world.call('worker', 'desk.enter', value(dazhong)))).toBe('out_of_scope');
    expect(valueOf(await world.call('street', 'desk.entered', {})).places.find(({ id }) => id === nanyuan)!.values[0]).toMatchObject({ value: 4100, role: 'community', mine: false });
    expect(valueOf(await world.call('worker', 'desk.posters', {})).posters.map(({ community }) => community.code)).toEqual([nanyuan]);
    expect(valueOf(await world.call('worker', 'desk.inventory', {})).rows.map(({ community }) => community.code)).toEqual([nanyuan]);
  });
});

describe('an official of a department', () => {
  test('reads every circle, notes on her own tasks and on no other', async () => {
    expect(valueOf(await world.call('department', 'desk.overview', {})).circles).toHaveLength(8);
    const circle = valueOf(await world.call('department', 'desk.circle', { id: 'dongdajie' }));
    expect(circle.acts).toEqual([]);
    const { tasks } = valueOf(await world.call('department', 'desk.workPlan', {}));
    const parties = tasks.flatMap(({ code, parties: all }) => all.map(({ department, mayNote }) => ({ code, department, mayNote })));
    expect(new Set(parties.filter(({ mayNote }) => mayNote).map(({ department }) => department))).toEqual(new Set(['housing']));
    const note = (department: string, task: string) => world.call('department', 'desk.noteTask', { sending: newId(), task, department, street: null, state: 'going', text: '办了' });
    valueOf(await note('housing', parties.find(({ department }) => department === 'housing')!.code));
    expect(codeOf(await note('commerce', parties.find(({ department }) => department === 'commerce')!.code))).toBe('out_of_scope');
  });
});

describe('the log', () => {
  test('says who by role and note, of what and why; pages back; and knows nothing of residents', async () => {
    const first = valueOf(await world.call('district', 'desk.audit', {}));
    expect(first.acts[0]!.number).toBeGreaterThan(first.acts.at(-1)!.number);
    const noted = first.acts.find(({ act }) => act === '记了任务进展')!;
    expect(noted.by).toMatchObject({ role: 'department', department: { name: '区住建局' }, mine: false });
    const entered = first.acts.find(({ act }) => act === '填了人口、面积这些数')!;
    expect([entered.subject, entered.by!.community!.name]).toEqual([expect.stringMatching(/^南苑社区：\S+（\d{4}-\d\d-\d\d 的数）$/), '南苑社区']);
    expect(noted.subject).toMatch(/\p{Script=Han}{4}/u);
    expect(first.acts.find(({ act }) => act === '结束了一个人的身份')).toMatchObject({ reason: '调走了', by: { role: 'street' } });
    const before = first.acts[2]!.number;
    const next = valueOf(await world.call('administrator', 'desk.audit', { before }));
    expect(next.acts.every(({ number }) => number < before)).toBe(true);
    await world.call('young', 'voice.follow', { id: newId(), what: { kind: 'format', format: 'breakfast', origin: { kind: 'community', code: nanyuan }, minutes: 10, pace: 'normal' } });
    expect(valueOf(await world.call('district', 'desk.audit', {})).acts[0]!.number).toBe(first.acts[0]!.number);
  });
  test('says whose role, which rule and which file, by their names; of a detail nothing else', async () => {
    const { owner } = world.host.database;
    const content = Buffer.from(JSON.stringify({ ...classification, version: '试-9' })).toString('base64');
    const { code } = valueOf(await world.call('district', 'desk.invite', { id: newId(), role: 'department', street: null, community: null, department: 'housing', days: 3, note: '王某某' }));
    valueOf(await world.call('newcomer', 'desk.acceptInvite', { code }));
    const revoked = newId();
    valueOf(await world.call('district', 'desk.invite', { id: revoked, role: 'community', street: null, community: nanyuan, department: null, days: 3, note: '李某某' }));
    valueOf(await world.call('district', 'desk.revokeInvite', { id: revoked }));
    valueOf(await world.call('district', 'desk.stageRule', { id: newId(), content }));
    const snapshot = newId();
    valueOf(await world.call('district', 'desk.snapshot', { id: snapshot, name: '2026年11月' }));
    valueOf(await world.call('district', 'export.table', { snapshot, table: 'classification' }));
    await owner.insertInto('lz.audit').values({ at: world.now().toISOString(), actor: 'console', action: 'outlet.edited', subject: 'nothing', detail: JSON.stringify({ fields: ['phone'], phone: '13800000000' }) }).execute();
    const { acts } = valueOf(await world.call('district', 'desk.audit', {}));
    const said = acts.slice(0, 8).map(({ act, subject, whose }) => [act, subject, whose && [whose.role, whose.community?.name ?? whose.department?.name]]);
    expect(said).toEqual([
      ['改了网点的内容', null, null],
      ['第一次做出一张统计表、一份报告或验收资料', '一刻钟便民生活圈分型分类统计表-2026年11月.xlsx', null],
      ['存了一个快照', '2026年11月', null],
      ['上传了一份规则', `${classification.title}，试-9 版`, null],
      ['收回了一个邀请码', null, ['community', '南苑社区']],
      ['发了一个邀请码', null, ['community', '南苑社区']],
      ['用邀请码登记了身份', null, ['department', '区住建局']],
      ['发了一个邀请码', null, ['department', '区住建局']],
    ]);
    expect(JSON.stringify(acts[0])).not.toContain('13800000000');
    expect(JSON.stringify(acts.map(({ subject, whose }) => [subject, whose]))).not.toMatch(/某某/);
  });
  test('nobody changes it', async () => {
    await expect(world.host.database.script(`update lz.audit set action = 'x'`)).rejects.toThrow();
    await expect(world.host.database.script('delete from lz.audit')).rejects.toThrow();
  });
});
