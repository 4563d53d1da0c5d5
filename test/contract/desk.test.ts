/** Officers: what they see, what they decide, how they are let in. */
import { sql } from 'kysely';
import { codeOf, dongdajieStreet, draft, nanyuan, newId, noon, openWorld, submission, valueOf, type World } from '../support/world';

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
  expect(JSON.stringify(progress)).not.toMatch(/rate|satisf/);
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

test('when a duty ends it ends at once', async () => {
  await sql`update lz.officer set ended_at = now() where role = 'district'`.execute(world.host.database.owner);
  expect(codeOf(await world.call('district', 'desk.progress', {}))).toBe('role_required');
});

test('every use of power stands in the audit log, without naming anybody', async () => {
  const { rows } = await sql<{ action: string; actor: string }>`select distinct action, actor from lz.audit`.execute(world.host.database.owner);
  for (const action of ['registration.approved', 'registration.returned', 'invite.made', 'invite.accepted', 'invite.revoked']) expect(rows.map((row) => row.action)).toContain(action);
  for (const { actor } of rows) expect(actor).toMatch(/^[0-9a-f]{40}$/);
});
