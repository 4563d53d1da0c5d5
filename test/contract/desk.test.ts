/** Officers: what they see, what they decide, how they are let in. */
import { sql } from 'kysely';
import { addRound } from '../../local/rounds/addRound';
import { instant } from '../../types/units';
import { addRule } from '../../database/seed';
import { addOfficer, census, codeOf, dongdajieStreet, draft, identity, nanyuan, newId, noon, openWorld, ronghua, ronghuaStreet, submission, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

test('progress counts answers per community, names the furthest behind first, and holds no rate', async () => {
  for (let i = 0; i < 4; i += 1) valueOf(await world.call(`n${i}`, 'survey.submit', submission(nanyuan)));
  world.setNow(new Date(noon.getTime() + 24 * 3_600_000));
  valueOf(await world.call('n9', 'survey.submit', submission(nanyuan)));
  const progress = valueOf(await world.call('street', 'desk.progress', {}));
  expect(progress.scope).toEqual({ role: 'street', street: { code: dongdajieStreet, name: '东大街街道' } });
  expect(progress.streets.map(({ code }) => code)).toEqual([dongdajieStreet]);
  const rows = progress.streets[0]!.rows;
  expect(rows).toHaveLength(7);
  expect(rows.at(-1)).toMatchObject({ community: { code: nanyuan }, answered: 5, target: 20, lastDay: 4 });
  expect(progress.answered).toBe(5);
  expect(progress.behind).toBe(7);
  // what the round asks about is its name, and no figure
  expect(JSON.stringify({ ...progress, topics: [], topic: null })).not.toMatch(/rate|satisf/);
});

test('progress says how the round asks, and where its targets stand', async () => {
  expect(valueOf(await world.call('street', 'desk.progress', {})).round).toMatchObject({ id: 'running', source: 'open', targetFrom: 'round' });
  const at = (days: number) => new Date(noon.getTime() + days * 86_400_000);
  const written = { id: 'later', title: '后一轮', source: 'drawn' as const, sample: { from: 'external' as const, who: '上级统计部门' }, opensAt: instant(at(6).toISOString()), closesAt: instant(at(16).toISOString()), communities: [nanyuan], releases: [{ kind: 'final' as const, at: instant(at(18).toISOString()) }] };
  expect((await addRound(world.host, written, noon)).added).not.toBeNull();
  world.setNow(at(7));
  expect(valueOf(await world.call('street', 'desk.progress', {})).round).toMatchObject({ id: 'later', source: 'drawn', targetFrom: 'method' });
});

test('progress says where targets stand that a census table shares out', async () => {
  const at = (days: number) => instant(new Date(noon.getTime() + days * 86_400_000).toISOString());
  await world.host.database.owner.transaction().execute((tx) => addRule(tx, census({ status: '待核' })));
  const { added } = await addRound(world.host, { id: 'shared-out', title: '抽样轮', source: 'drawn', sample: { from: 'external', who: '上级统计部门' }, census: '2026', opensAt: at(40), closesAt: at(50), communities: 'all', releases: [{ kind: 'final', at: at(52) }] }, noon);
  world.setNow(new Date(at(41)));
  const { round, target } = valueOf(await world.call('district', 'desk.progress', {}));
  expect(round).toMatchObject({ id: 'shared-out', targetFrom: 'census' });
  expect(target).toBe(added!.planned!.answers);
});

test('the district sees all seven streets', async () => {
  expect(valueOf(await world.call('district', 'desk.progress', {})).streets).toHaveLength(7);
});

test('a returned registration keeps what was typed, says why, and is corrected with the next revision', async () => {
  const id = newId();
  valueOf(await world.call('cobbler', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '街口修鞋', creditCode: null, unlicensedReason: '流动摊' }) }));
  expect(codeOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'return', reason: null }))).toBe('reason_required');
  valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'return', reason: '请补上具体位置' }));
  const [mine] = valueOf(await world.call('cobbler', 'outlet.mine', {})).registrations;
  expect(mine).toMatchObject({ state: 'returned', reason: '请补上具体位置', draft: { name: '街口修鞋' } });
  valueOf(await world.call('cobbler', 'outlet.register', { id, revision: 2, outlet: null, draft: draft({ name: '街口修鞋', address: '南苑小区门口', creditCode: null, unlicensedReason: '流动摊' }) }));
  expect(codeOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }))).toBe('registration_changed');
  const { outlet } = valueOf(await world.call('street', 'desk.decide', { id, revision: 2, decision: 'approve', reason: null }));
  expect(valueOf(await world.call('young', 'outlet.detail', { id: outlet! })).outlet).toMatchObject({ name: '街口修鞋', unlicensed: true, verifiedBy: '街道审核', mine: false });
  expect(valueOf(await world.call('cobbler', 'outlet.detail', { id: outlet! })).outlet.mine).toBe(true);
});

test('a listed outlet is corrected by its owner alone, through a new registration', async () => {
  const id = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '改名前的面馆' }) }));
  const { outlet } = valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
  expect(codeOf(await world.call('cobbler', 'outlet.register', { id: newId(), revision: 1, outlet, draft: draft() }))).toBe('not_yours');
  const change = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id: change, revision: 1, outlet, draft: draft({ name: '改名后的面馆' }) }));
  expect(valueOf(await world.call('young', 'outlet.detail', { id: outlet! })).outlet.name).toBe('改名前的面馆');
  valueOf(await world.call('street', 'desk.decide', { id: change, revision: 1, decision: 'approve', reason: null }));
  expect(valueOf(await world.call('young', 'outlet.detail', { id: outlet! })).outlet.name).toBe('改名后的面馆');
});

test('an officer does not decide on her own outlet', async () => {
  const id = newId();
  valueOf(await world.call('street', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '专干自家店' }) }));
  expect(codeOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }))).toBe('own_registration');
  valueOf(await world.call('district', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
});

test('the queue is oldest first and points at what is already listed close by', async () => {
  const first = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id: first, revision: 1, outlet: null, draft: draft({ name: '老兰州牛肉面' }) }));
  valueOf(await world.call('street', 'desk.decide', { id: first, revision: 1, decision: 'approve', reason: null }));
  for (const [minutes, name] of [[0, '老兰州牛肉面馆'], [10, '后来的店']] as const) {
    world.setNow(new Date(noon.getTime() + minutes * 60_000));
    valueOf(await world.call('someone', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft({ name }) }));
  }
  const { items, waiting } = valueOf(await world.call('street', 'desk.queue', {}));
  expect(waiting).toBe(2);
  expect(items.map(({ registration }) => registration.draft.name)).toEqual(['老兰州牛肉面馆', '后来的店']);
  expect(items[0]!.similar.map(({ name }) => name)).toContain('老兰州牛肉面');
});

describe('one registration by its id', () => {
  const send = async (name: string, community = nanyuan) => {
    const id = newId();
    valueOf(await world.call(`keeper of ${name}`, 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name, community }) }));
    return id;
  };
  const open = (persona: string, id: string, street?: string) => world.call(persona, 'desk.queue', street === undefined ? { id } : { id, street });

  test('is found however many wait before it', async () => {
    const before = valueOf(await world.call('street', 'desk.queue', {})).waiting;
    for (let i = 0; i < 50; i += 1) await send(`排队的店${i}`);
    world.setNow(new Date(noon.getTime() + 3_600_000));
    const last = await send('最后来的店');
    world.setNow(new Date(noon.getTime() + 5 * 3_600_000));
    const all = valueOf(await world.call('street', 'desk.queue', {}));
    expect(all.items).toHaveLength(50);
    expect(all.items.map(({ registration }) => registration.id)).not.toContain(last);
    const one = valueOf(await open('street', last));
    expect(one).toMatchObject({ items: [{ registration: { id: last, state: 'pending', draft: { name: '最后来的店' } }, community: { code: nanyuan }, waitingHours: 4 }], waiting: before + 51 });
    expect(valueOf(await open('district', last)).items).toHaveLength(1);
  });

  test('of another street is out of scope, whatever became of it', async () => {
    const id = await send('荣华街的店', ronghua);
    expect(codeOf(await open('street', id))).toBe('out_of_scope');
    expect(codeOf(await open('street', id, ronghuaStreet))).toBe('out_of_scope');
    expect(codeOf(await open('district', id, dongdajieStreet))).toBe('out_of_scope');
    expect(codeOf(await open('young', id))).toBe('role_required');
    valueOf(await world.call('district', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
    expect(codeOf(await open('street', id))).toBe('out_of_scope');
    expect(codeOf(await open('district', id))).toBe('decided_already');
  });

  test('that never was is not found', async () => {
    expect(codeOf(await open('street', newId()))).toBe('not_found');
  });
});

describe('ending a role', () => {
  const leave = (id: string, as = 'district') => world.call(as, 'desk.endRole', { id, reason: '调到别处了' });
  const officers = async () => valueOf(await world.call('district', 'desk.officers', {})).officers;

  test('takes effect in the very next call, stays in the audit with its reason, and may be said twice', async () => {
    const { code } = valueOf(await world.call('district', 'desk.invite', { role: 'street', street: ronghuaStreet, days: 1, note: '荣华街的新专干' }));
    valueOf(await world.call('leaver', 'desk.acceptInvite', { code }));
    const { id, ...shown } = (await officers()).find(({ note }) => note === '荣华街的新专干')!;
    expect(shown).toMatchObject({ role: 'street', street: { code: ronghuaStreet }, mine: false });
    expect(codeOf(await world.call('leaver', 'desk.progress', {}))).toBe('ok');
    for (let i = 0; i < 2; i += 1) expect(valueOf(await leave(id))).toEqual({ ended: true });
    expect(codeOf(await world.call('leaver', 'desk.progress', {}))).toBe('role_ended');
    expect((await officers()).some((one) => one.id === id)).toBe(false);
    const audits = await world.host.database.owner.selectFrom('lz.audit').select('detail').where('action', '=', 'role.ended').where('subject', '=', id).execute();
    expect(audits).toEqual([{ detail: { role: 'street', street: ronghuaStreet, community: null, department: null, reason: '调到别处了' } }]);
  });

  test('is not for oneself, so one of the district stays; not for a street; and not for those above', async () => {
    const own = (await officers()).find(({ mine }) => mine)!;
    expect(codeOf(await leave(own.id))).toBe('own_case');
    expect(codeOf(await leave(own.id, 'street'))).toBe('out_of_scope');
    const above = await world.host.database.owner.selectFrom('lz.officer').select('id').where('role', '=', 'oversight').executeTakeFirstOrThrow();
    expect(codeOf(await leave(above.id))).toBe('not_found');
    expect((await officers()).some(({ id }) => id === above.id)).toBe(false);
  });
});

test('an invite works once, in time, and not after it was revoked; taking it again by the same person is no error', async () => {
  const make = async () => valueOf(await world.call('district', 'desk.invite', { role: 'street', street: dongdajieStreet, days: 1, note: '新专干' }));
  const used = await make();
  expect(valueOf(await world.call('rookie', 'desk.acceptInvite', { code: ` ${used.code.toUpperCase()} ` })).street?.code).toBe(dongdajieStreet);
  expect(codeOf(await world.call('rookie', 'desk.acceptInvite', { code: used.code }))).toBe('ok');
  expect(codeOf(await world.call('thief', 'desk.acceptInvite', { code: used.code }))).toBe('invite_used');
  expect(codeOf(await world.call('rookie', 'desk.progress', {}))).toBe('ok');
  const revoked = await make();
  const { invites } = valueOf(await world.call('district', 'desk.invites', {}));
  valueOf(await world.call('district', 'desk.revokeInvite', { id: invites.find(({ state }) => state === 'open')!.id }));
  expect(codeOf(await world.call('thief', 'desk.acceptInvite', { code: revoked.code }))).toBe('invite_revoked');
  const late = await make();
  world.setNow(new Date(noon.getTime() + 25 * 3_600_000));
  expect(codeOf(await world.call('thief', 'desk.acceptInvite', { code: late.code }))).toBe('invite_expired');
  expect(codeOf(await world.call('thief', 'desk.acceptInvite', { code: 'abcde-fghjk-mnpqr-stvwx' }))).toBe('invite_unknown');
});

describe('an invite that is sent again', () => {
  const form = (id: string) => ({ id, role: 'street' as const, street: dongdajieStreet, days: 7, note: '便民大厅' });
  const rowsOf = (id: string) => world.host.database.owner.selectFrom('lz.invite').selectAll().where('id', '=', id).execute();
  const auditsOf = (id: string) => world.host.database.owner.selectFrom('lz.audit').select('action').where('subject', '=', id).execute();

  test('has the same reply, also later, and is made and noted once', async () => {
    const id = newId();
    const made = valueOf(await world.call('district', 'desk.invite', form(id)));
    world.setNow(new Date(noon.getTime() + 3_600_000));
    expect(valueOf(await world.call('district', 'desk.invite', form(id)))).toEqual(made);
    expect(await rowsOf(id)).toHaveLength(1);
    expect(await auditsOf(id)).toHaveLength(1);
    expect(codeOf(await world.call('again', 'desk.acceptInvite', { code: made.code }))).toBe('ok');
    expect(valueOf(await world.call('district', 'desk.invite', form(id)))).toEqual(made);
    expect(codeOf(await world.call('thief', 'desk.acceptInvite', { code: made.code }))).toBe('invite_used');
  });

  test('ten times at once is made once', async () => {
    const id = newId();
    const replies = await Promise.all(Array.from({ length: 10 }, () => world.call('district', 'desk.invite', form(id))));
    expect(new Set(replies.map((reply) => valueOf(reply).code)).size).toBe(1);
    expect(new Set(replies.map((reply) => valueOf(reply).expiresAt)).size).toBe(1);
    expect(await rowsOf(id)).toHaveLength(1);
    expect(await auditsOf(id)).toEqual([{ action: 'invite.made' }]);
  });

  test('with something else in it, or by somebody else, is refused', async () => {
    const id = newId();
    valueOf(await world.call('district', 'desk.invite', form(id)));
    for (const change of [{ role: 'district' as const, street: null }, { street: ronghuaStreet }, { days: 30 }, { note: '' }]) {
      expect(await world.call('district', 'desk.invite', { ...form(id), ...change })).toMatchObject({ ok: false, error: { code: 'value_invalid', field: 'id' } });
    }
    await addOfficer(world.host, identity('colleague'), { role: 'district', street: null });
    expect(codeOf(await world.call('colleague', 'desk.invite', form(id)))).toBe('value_invalid');
    expect(await rowsOf(id)).toHaveLength(1);
  });

  test('without an id is made each time, as phones of before send it', async () => {
    const { id: _, ...old } = form(newId());
    const codes = [valueOf(await world.call('district', 'desk.invite', old)).code, valueOf(await world.call('district', 'desk.invite', old)).code];
    expect(new Set(codes).size).toBe(2);
  });
});

test('when a duty ends it ends at once', async () => {
  await sql`update lz.officer set ended_at = now() where role = 'district'`.execute(world.host.database.owner);
  expect(codeOf(await world.call('district', 'desk.progress', {}))).toBe('role_ended');
});

test('every use of power stands in the audit log, without naming anybody', async () => {
  const { rows } = await sql<{ action: string; actor: string }>`select distinct action, actor from lz.audit`.execute(world.host.database.owner);
  for (const action of ['registration.approved', 'registration.returned', 'invite.made', 'invite.accepted', 'invite.revoked']) expect(rows.map((row) => row.action)).toContain(action);
  for (const { actor } of rows) expect(actor).toMatch(/^([0-9a-f]{40}|console)$/);
});
