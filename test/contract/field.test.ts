/** Work on the spot: the walking list, visits sent hours later and at once, witnesses and their end, mending at the desk, the daily digest. */
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import { upkeep } from '../../rules';
import type { Input } from '../../types/contract';
import { addOutlet, type Added } from '../support/addOutlet';
import { base64, photoFile } from '../support/photos';
import { addOfficer, codeOf, dongdajieStreet, draft, identity, nanyuan, newId, noon, openWorld, ronghua, ronghuaStreet, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addOfficer(world.host, identity('colleague'), { role: 'street', street: dongdajieStreet });
  await addOfficer(world.host, identity('ronghua-street'), { role: 'street', street: ronghuaStreet });
});
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const day = 86_400_000;
const days = (n: number) => new Date(noon.getTime() + n * day);
const owner = () => world.host.database.owner;
const row = (id: string) => owner().selectFrom('lz.outlet').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const acts = async (id: string) => (await owner().selectFrom('lz.outlet_entry').select(['by', 'act', 'fields']).where('outlet_id', '=', id).orderBy('id').execute()).map(({ by, act }) => `${by} ${act}`);
const inbox = async (who: Persona) => valueOf(await world.call(who, 'outlet.messages', {})).messages.map(({ kind, body }) => ({ kind, body }));
const kinds = async (who: Persona) => (await inbox(who)).map(({ kind }) => kind);
const listed = async (who: Persona = 'street', around: Input<'desk.walk'>['around'] = { kind: 'community', code: nanyuan }) => valueOf(await world.call(who, 'desk.walk', { around })).items;
const onList = async (id: string, who: Persona = 'street') => (await listed(who)).find((item) => item.id === id);
const unknownFacts = { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } as const;
const seenOf = async (outlet: string) => Number((await sql<{ n: number }>`select coalesce(max(id), 0) as n from lz.outlet_entry where outlet_id = ${outlet}`.execute(owner())).rows[0]!.n);
const visiting = async (outlet: string, change: Partial<Input<'desk.visit'>> = {}): Promise<Input<'desk.visit'>> =>
  ({ id: newId(), outlet, seen: await seenOf(outlet), at: noon.toISOString(), outcome: 'right', facts: unknownFacts, note: null, ...change });
const visit = async (outlet: string, change: Partial<Input<'desk.visit'>> = {}, who: Persona = 'street') => world.call(who, 'desk.visit', await visiting(outlet, change));
const photo = async (purpose: 'front' | 'witness', who: Persona = 'street') => {
  const id = newId();
  valueOf(await world.call(who, 'outlet.addPhoto', { id, purpose, data: base64(photoFile('small.jpg')) }));
  return id;
};
const stall: Added = { name: '修鞋摊', format: 'repair', services: ['shoe-repair'], creditCode: null, unlicensedReason: '修鞋摊，二十年了' };
const known = { cash: 'yes', stepFree: 'no', seats: 'yes', staffed: 'yes' } as const;

describe('the walking list', () => {
  test('says why each is on it, the gravest first; what was seen lately and is known whole is not', async () => {
    const [never, fresh, old] = [await addOutlet(world, { facts: known }), await addOutlet(world, { verifiedAt: days(-3), facts: known }), await addOutlet(world, { verifiedAt: days(-upkeep.staleDays - 1) })];
    const unlicensed = await addOutlet(world, { ...stall, verifiedAt: days(-3), facts: known });
    const hidden = await addOutlet(world, { verifiedAt: days(-3), facts: known });
    for (const who of ['a1', 'a2', 'a3']) valueOf(await world.call(who, 'outlet.report', { id: newId(), outlet: hidden, kind: 'closed', note: null }));
    const why = new Map((await listed()).map((item) => [item.id, item.why]));
    expect([why.get(never), why.get(fresh), why.get(old), why.get(unlicensed), why.get(hidden)]).toEqual([['never'], undefined, ['stale', 'facts'], ['witness'], ['hidden']]);
    expect((await listed())[0]!.id).toBe(hidden);
    expect(valueOf(await world.call('street', 'desk.walk', { around: { kind: 'community', code: nanyuan }, outlet: fresh })).items[0]).toMatchObject({ id: fresh, why: [] });
  });

  test('around a point it holds her own streets alone; another street is out of scope; her own outlet is left to a colleague', async () => {
    const [here, there, mine] = [await addOutlet(world, {}), await addOutlet(world, { community: ronghua }), await addOutlet(world, { owner: 'street' })];
    const around = { kind: 'point', point: draft().point } as const;
    expect((await listed('street', around)).map(({ id }) => id)).toEqual(expect.arrayContaining([here]));
    expect((await listed('street', around)).map(({ id }) => id)).not.toContain(there);
    expect((await listed('ronghua-street', around)).map(({ id }) => id)).toContain(there);
    expect(codeOf(await world.call('street', 'desk.walk', { around: { kind: 'community', code: ronghua } }))).toBe('out_of_scope');
    expect(await onList(mine)).toBeUndefined();
    expect(await onList(mine, 'colleague')).toBeDefined();
    expect(codeOf(await visit(mine))).toBe('own_case');
  });
});

describe('a visit', () => {
  test('all right: confirmed, verified, what she looked at is known and what she did not stays; reports are answered; once however often it is sent', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    for (const who of ['b1', 'b2']) valueOf(await world.call(who, 'outlet.report', { id: newId(), outlet, kind: 'closed', note: null }));
    const sent = await visiting(outlet, { facts: { ...unknownFacts, cash: 'no', staffed: 'yes' }, at: days(-1).toISOString() });
    const replies = await Promise.all([1, 2, 3].map(() => world.call('street', 'desk.visit', sent)));
    expect(new Set(replies.map((reply) => JSON.stringify(valueOf(reply))))).toEqual(new Set([JSON.stringify({ outcome: 'right', on: '2026-11-18', witnessUntil: null })]));
    expect(await row(outlet)).toMatchObject({ standing: 'fine', confirmed_by: 'staff', verified_by: '街道上门', cash: 'no', step_free: 'no', staffed: 'yes' });
    expect(await acts(outlet)).toEqual(['list listed', 'residents doubted', 'staff verified']);
    expect(await kinds('b1')).toEqual(['report_answered']);
    expect(await onList(outlet)).toBeUndefined();
    expect(codeOf(await world.call('colleague', 'desk.visit', sent))).toBe('value_invalid');
  });

  test('closed: off the map by the same machine; who said so is told; undone it is back and the reports wait again', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles2' });
    valueOf(await world.call('c1', 'outlet.report', { id: newId(), outlet, kind: 'closed', note: null }));
    const sent = await visiting(outlet, { outcome: 'closed' });
    valueOf(await world.call('street', 'desk.visit', sent));
    expect(await row(outlet)).toMatchObject({ listed: false, standing: 'closed' });
    expect([await kinds('c1'), await kinds('noodles2')]).toEqual([['report_closed'], ['outlet_closed']]);
    expect(valueOf(await world.call('street', 'desk.decided', {})).decided).toContainEqual(expect.objectContaining({ kind: 'visit', id: sent.id, state: 'closed', undoable: true }));
    expect(codeOf(await world.call('ronghua-street', 'desk.undo', { kind: 'visit', id: sent.id }))).toBe('out_of_scope');
    valueOf(await world.call('colleague', 'desk.undo', { kind: 'visit', id: sent.id }));
    expect(codeOf(await world.call('colleague', 'desk.undo', { kind: 'visit', id: sent.id }))).toBe('decided_already');
    expect(await row(outlet)).toMatchObject({ listed: true, standing: 'fine' });
    expect(valueOf(await world.call('street', 'desk.case', { kind: 'correction', id: outlet })).reports).toHaveLength(1);
    expect(await kinds('noodles2')).toEqual(expect.arrayContaining(['outlet_closed', 'outlet_back']));
    expect((await acts(outlet)).slice(-2)).toEqual(['staff closed', 'staff undone']);
  });

  test('something is wrong: said in words, on the list until somebody mends it', async () => {
    const outlet = await addOutlet(world, { verifiedAt: days(-1), facts: known });
    expect(codeOf(await visit(outlet, { outcome: 'wrong' }))).toBe('visit_note_missing');
    valueOf(await visit(outlet, { outcome: 'wrong', note: '招牌换成了老张面馆', facts: { ...unknownFacts, stepFree: 'yes' } }));
    expect(await onList(outlet)).toMatchObject({ why: ['wrong'], wrong: '招牌换成了老张面馆' });
    expect(await row(outlet)).toMatchObject({ step_free: 'yes', confirmed_at: null });
    world.setNow(new Date(noon.getTime() + 60_000));
    const { draft: form, seen, wrong } = valueOf(await world.call('street', 'desk.editing', { outlet }));
    expect(wrong).toBe('招牌换成了老张面馆');
    valueOf(await world.call('street', 'desk.edit', { id: newId(), outlet, seen, draft: { ...form, name: '老张面馆' }, why: '上门看到换了招牌' }));
    expect(await onList(outlet)).toBeUndefined();
  });

  test('a colleague was quicker: the later one is told, whatever she saw; what residents did meanwhile is no hindrance', async () => {
    const outlet = await addOutlet(world);
    const [hers, colleagues] = [await visiting(outlet, { outcome: 'closed' }), await visiting(outlet)];
    valueOf(await world.call('d1', 'outlet.report', { id: newId(), outlet, kind: 'closed', note: null }));
    valueOf(await world.call('colleague', 'desk.visit', colleagues));
    expect(codeOf(await world.call('street', 'desk.visit', hers))).toBe('visited_meanwhile');
    expect((await row(outlet)).listed).toBe(true);
  });
  test('two at the same moment: one is written, the other told', async () => {
    const outlet = await addOutlet(world);
    const sent = await Promise.all((['street', 'colleague'] as const).map(async (who) => [who, await visiting(outlet, { outcome: who === 'street' ? 'closed' : 'right' })] as const));
    const codes = await Promise.all(sent.map(async ([who, input]) => codeOf(await world.call(who, 'desk.visit', input))));
    expect([...codes].sort()).toEqual(['ok', 'visited_meanwhile']);
  });
  test('out of scope, gone, or no role any more', async () => {
    const [there, here] = [await addOutlet(world, { community: ronghua }), await addOutlet(world)];
    expect(codeOf(await visit(there))).toBe('out_of_scope');
    expect(codeOf(await visit(newId()))).toBe('not_found');
    await addOfficer(world.host, identity('leaver'), { role: 'street', street: dongdajieStreet });
    await owner().updateTable('lz.officer').set({ ended_at: noon.toISOString() }).where('person', '=', world.host.secrets.person(identity('leaver'))).execute();
    expect(codeOf(await visit(here, {}, 'leaver'))).toBe('role_ended');
  });
  test('a photo of the front is shown once a colleague let it pass, never by herself', async () => {
    const outlet = await addOutlet(world);
    const id = await photo('front');
    expect(codeOf(await visit(outlet, { photos: [{ id: newId(), purpose: 'front' }] }))).toBe('photo_unknown');
    valueOf(await visit(outlet, { photos: [{ id, purpose: 'front' }] }));
    const shown = async () => valueOf(await world.call('young', 'outlet.detail', { id: outlet })).outlet.photos!.length;
    expect(await shown()).toBe(0);
    expect(codeOf(await world.call('street', 'desk.decidePhoto', { id, seen: 'held', refused: null }))).toBe('own_photo');
    valueOf(await world.call('colleague', 'desk.decidePhoto', { id, seen: 'held', refused: null }));
    expect(await shown()).toBe(1);
  });
});

describe('a witness', () => {
  const until = '2027-11-18';
  const shown = async (outlet: string) => valueOf(await world.call('young', 'outlet.detail', { id: outlet })).outlet;

  test('given on a visit: needs a photo, and no licence; residents read from when to when', async () => {
    const outlet = await addOutlet(world, { ...stall });
    expect((await shown(outlet)).witness).toEqual({ state: 'none', on: null, until: null });
    expect(codeOf(await visit(outlet, { witnessed: '邻居都认得' }))).toBe('witness_photo_missing');
    expect(codeOf(await visit(await addOutlet(world), { witnessed: '邻居都认得' }))).toBe('witness_needless');
    const id = await photo('witness');
    expect(valueOf(await visit(outlet, { witnessed: '邻居都认得', photos: [{ id, purpose: 'witness' }] }))).toMatchObject({ witnessUntil: until });
    expect((await shown(outlet)).witness).toEqual({ state: 'standing', on: '2026-11-18', until });
    expect((await acts(outlet)).at(-1)).toBe('staff witnessed');
    // the photo of a witness is nobody's to see but the staff's
    valueOf(await world.call('colleague', 'desk.decidePhoto', { id, seen: 'held', refused: null }));
    expect((await shown(outlet)).photos).toEqual([]);
  });

  test('a registration may be approved before or after it; before, the map says that nobody was there', async () => {
    const register = async (who: Persona) => {
      const id = newId();
      valueOf(await world.call(who, 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ ...stall, creditCode: null, unlicensedReason: '修鞋摊' } as never) }));
      return id;
    };
    const approve = async (id: string) => valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
    const early = await approve(await register('cobbler'));
    expect(early.witness).toBe('needed');
    expect((await shown(early.outlet!)).witness!.state).toBe('none');

    const id = await register('cobbler2');
    expect(codeOf(await world.call('ronghua-street', 'desk.witness', { id: newId(), of: 'registration', subject: id, reason: '上门看过', photo: newId() }))).toBe('out_of_scope');
    const word = { id: newId(), of: 'registration' as const, subject: id, reason: '上门看过', photo: await photo('witness') };
    expect(valueOf(await world.call('street', 'desk.witness', word))).toEqual({ until });
    expect(valueOf(await world.call('street', 'desk.witness', word))).toEqual({ until });
    expect(valueOf(await world.call('street', 'desk.queue', { id })).items[0]!.witness).toBe(until);
    const late = await approve(id);
    expect(late.witness).toBe('standing');
    expect((await shown(late.outlet!)).witness).toMatchObject({ state: 'standing', until });
  });

  test('thirty days before its end the merchant is told, once; it waits in the queue and on the list; renewed it stands a year from then', async () => {
    const outlet = await addOutlet(world, { ...stall, owner: 'mender', facts: known });
    const give = async () => valueOf(await world.call('street', 'desk.witness', { id: newId(), of: 'outlet', subject: outlet, reason: '上门看过', photo: await photo('witness') }));
    expect(await give()).toEqual({ until });
    await clock(days(upkeep.witness.days - upkeep.witness.remindDays - 1));
    expect(await kinds('mender')).toEqual([]);
    await clock(days(upkeep.witness.days - upkeep.witness.remindDays));
    await clock(days(upkeep.witness.days - upkeep.witness.remindDays + 1));
    expect(await inbox('mender')).toEqual([{ kind: 'witness_ending', body: { name: '修鞋摊', until, outlet } }]);
    valueOf(await world.call('street', 'desk.confirmOutlet', { outlets: [outlet] }));
    expect((await onList(outlet))!.why).toEqual(['witness']);
    expect(valueOf(await world.call('street', 'desk.cases', { kind: 'witness' })).cases[0]).toMatchObject({ kind: 'witness', id: nanyuan });
    expect(await give()).toEqual({ until: '2028-10-19' });
    expect(await onList(outlet)).toBeUndefined();
    await clock(days(upkeep.witness.days + 1));
    expect(await kinds('mender')).toHaveLength(1);
  });

  test('after its end it stays on the map, to be confirmed; whatever its owner says, until somebody was there again', async () => {
    world.setNow(noon);
    const outlet = await addOutlet(world, { ...stall, owner: 'grinder' });
    valueOf(await world.call('street', 'desk.witness', { id: newId(), of: 'outlet', subject: outlet, reason: '上门看过', photo: await photo('witness') }));
    const end = days(upkeep.witness.days);
    await Promise.all([clock(end), clock(end)]);
    expect(await kinds('grinder')).toEqual(['witness_ended']);
    valueOf(await world.call('grinder', 'outlet.confirm', { outlet }));
    expect(await shown(outlet)).toMatchObject({ witness: { state: 'ended' }, upkeep: { freshness: 'stale' } });
    valueOf(await world.call('street', 'desk.witness', { id: newId(), of: 'outlet', subject: outlet, reason: '又去看过', photo: await photo('witness') }));
    expect(await shown(outlet)).toMatchObject({ witness: { state: 'standing' }, upkeep: { freshness: 'fresh' } });
    valueOf(await world.call('colleague', 'desk.revokeWitness', { of: 'outlet', subject: outlet, why: '看错了摊' }));
    expect(codeOf(await world.call('colleague', 'desk.revokeWitness', { of: 'outlet', subject: outlet, why: '看错了摊' }))).toBe('witness_none');
  });
  test('who decides a registration reads what a colleague saw, with her photo, and may take it back before she decides; then nobody was there', async () => {
    const id = newId();
    valueOf(await world.call('cobbler3', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ ...stall, creditCode: null, unlicensedReason: '修鞋摊' } as never) }));
    const item = async () => valueOf(await world.call('colleague', 'desk.queue', { id })).items[0]!;
    expect(await item()).toMatchObject({ witness: null, witnessing: { now: null, days: upkeep.witness.days } });
    const picture = await photo('witness');
    valueOf(await world.call('street', 'desk.witness', { id: newId(), of: 'registration', subject: id, reason: '邻居都认得', photo: picture }));
    expect((await item()).witnessing!.now).toMatchObject({ of: 'registration', state: 'standing', on: '2026-11-18', until, reason: '邻居都认得', photo: { id: picture, state: 'held' } });
    expect(codeOf(await world.call('cobbler3', 'desk.revokeWitness', { of: 'registration', subject: id, why: '看错了摊' }))).toBe('role_required');
    expect(codeOf(await world.call('ronghua-street', 'desk.revokeWitness', { of: 'registration', subject: id, why: '看错了摊' }))).toBe('out_of_scope');
    valueOf(await world.call('colleague', 'desk.revokeWitness', { of: 'registration', subject: id, why: '看错了摊' }));
    expect(await item()).toMatchObject({ witness: null, witnessing: { now: null } });
    expect(valueOf(await world.call('colleague', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null })).witness).toBe('needed');
    expect(codeOf(await world.call('street', 'desk.witness', { id: newId(), of: 'registration', subject: id, reason: '上门看过', photo: await photo('witness') }))).toBe('decided_already');
    const licensed = newId();
    valueOf(await world.call('baker2', 'outlet.register', { id: licensed, revision: 1, outlet: null, draft: draft({ name: '有照面包' }) }));
    expect(valueOf(await world.call('colleague', 'desk.queue', { id: licensed })).items[0]!.witnessing).toBeNull();
    expect(codeOf(await world.call('street', 'desk.witness', { id: newId(), of: 'registration', subject: licensed, reason: '上门看过', photo: await photo('witness') }))).toBe('witness_needless');
    valueOf(await world.call('street', 'desk.decide', { id: licensed, revision: 1, decision: 'return', reason: '请补执照照片' }));
  });
  test('taken back: residents read that nobody was there, the history says so, somebody has to go again; what else was done to the outlet can still be undone', async () => {
    const outlet = await addOutlet(world, { ...stall, owner: 'sharpener', facts: known });
    const sent = await visiting(outlet, { witnessed: '邻居都认得', photos: [{ id: await photo('witness'), purpose: 'witness' }] });
    valueOf(await world.call('street', 'desk.visit', sent));
    valueOf(await world.call('e9', 'outlet.report', { id: newId(), outlet, kind: 'phone', note: '打不通' }));
    expect(valueOf(await world.call('colleague', 'desk.case', { kind: 'correction', id: outlet })).witnessing!.now).toMatchObject({ of: 'outlet', state: 'standing', until, reason: '邻居都认得' });
    expect(valueOf(await world.call('colleague', 'desk.editing', { outlet })).witnessing!.now).toMatchObject({ state: 'standing', until });
    const twice = await Promise.all((['street', 'colleague'] as const).map((who) => world.call(who, 'desk.revokeWitness', { of: 'outlet', subject: outlet, why: '看错了摊' })));
    expect(twice.map(codeOf).sort()).toEqual(['ok', 'witness_none']);
    expect(await shown(outlet)).toMatchObject({ witness: { state: 'none' } });
    expect((await shown(outlet)).upkeep!.history[0]).toEqual({ on: '2026-11-18', by: 'staff', act: 'witness_revoked', fields: [] });
    expect(await inbox('sharpener')).toContainEqual({ kind: 'witness_revoked', body: { name: '修鞋摊', reason: '看错了摊', outlet } });
    expect(valueOf(await world.call('street', 'desk.cases', { kind: 'witness' })).cases).toContainEqual(expect.objectContaining({ id: nanyuan }));
    expect((await onList(outlet))!.why).toEqual(['witness']);
    valueOf(await world.call('colleague', 'desk.undo', { kind: 'visit', id: sent.id }));
    expect(await row(outlet)).toMatchObject({ listed: true, verified_at: null });
  });
  test('a visit that is undone takes its witness along, and the history says both', async () => {
    const outlet = await addOutlet(world, { ...stall });
    const sent = await visiting(outlet, { witnessed: '邻居都认得', photos: [{ id: await photo('witness'), purpose: 'witness' }] });
    valueOf(await world.call('street', 'desk.visit', sent));
    valueOf(await world.call('colleague', 'desk.undo', { kind: 'visit', id: sent.id }));
    expect((await acts(outlet)).slice(-2)).toEqual(['staff undone', 'staff witness_revoked']);
  });
  test('two officers at once leave one that stands', async () => {
    const outlet = await addOutlet(world, { ...stall });
    const words = await Promise.all((['street', 'colleague'] as const).map(async (who) => [who, await photo('witness', who)] as const));
    await Promise.all(words.map(([who, id]) => world.call(who, 'desk.witness', { id: newId(), of: 'outlet', subject: outlet, reason: '上门看过', photo: id })));
    expect((await owner().selectFrom('lz.witness').select('state').where('outlet_id', '=', outlet).execute()).map(({ state }) => state).sort()).toEqual(['renewed', 'standing']);
  });
});

const clock = async (at: Date) => {
  world.setNow(at);
  return tick(world.host.database.as('clock'), at);
};

describe('staff mend an entry', () => {
  test('of which no list says whether it has a licence, and it stays unknown; what was said of one is not unsaid', async () => {
    const outlet = await addOutlet(world, { creditCode: null, unlicensedReason: null });
    const { draft: form, seen } = valueOf(await world.call('street', 'desk.editing', { outlet }));
    valueOf(await world.call('street', 'desk.edit', { id: newId(), outlet, seen, draft: { ...form, phone: '0935-2212345' }, why: '打电话问过' }));
    expect(await owner().selectFrom('lz.outlet').select(['phone', 'credit_code', 'unlicensed_reason']).where('id', '=', outlet).executeTakeFirst()).toEqual({ phone: '0935-2212345', credit_code: null, unlicensed_reason: null });
    const known = await addOutlet(world);
    const { draft: whole, seen: since } = valueOf(await world.call('street', 'desk.editing', { outlet: known }));
    expect(codeOf(await world.call('street', 'desk.edit', { id: newId(), outlet: known, seen: since, draft: { ...whole, creditCode: null }, why: '打电话问过' }))).toBe('licence_or_reason');
  });

  test('by the same checks as a registration; the history names the fields, the owner is told; undone it is as before', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles3' });
    const { draft: form, seen } = valueOf(await world.call('street', 'desk.editing', { outlet }));
    const edit = (change: object, id = newId()) => world.call('street', 'desk.edit', { id, outlet, seen, draft: { ...form, ...change }, why: '打电话问过' });
    expect(codeOf(await edit({}))).toBe('nothing_changed');
    expect(codeOf(await edit({ name: '……' }))).toBe('name_unreadable');
    expect(codeOf(await edit({ community: ronghua }))).toBe('out_of_scope');
    const id = newId();
    const sent = { phone: '0935-2212345', hours: Array.from({ length: 7 }, () => [{ from: 420, to: 900 }]) };
    expect([...valueOf(await edit(sent, id)).changed].sort()).toEqual(['hours', 'phone']);
    valueOf(await edit(sent, id));
    const after = await row(outlet);
    expect([after.phone, after.open_week?.includes('[420,900)')]).toEqual(['0935-2212345', true]);
    const history = valueOf(await world.call('young', 'outlet.detail', { id: outlet })).outlet.upkeep!.history;
    expect(history[0]).toMatchObject({ by: 'staff', act: 'changed', fields: ['hours', 'phone'] });
    expect(await inbox('noodles3')).toMatchObject([{ kind: 'outlet_edited', body: { name: form.name, reason: '打电话问过' } }]);
    valueOf(await world.call('colleague', 'desk.undo', { kind: 'edit', id }));
    const undone = await row(outlet);
    expect([undone.phone, undone.open_week?.includes('[360,840)')]).toEqual([null, true]);
    expect(await kinds('noodles3')).toContain('outlet_edit_undone');
  });

  test('two at once: the second is told that it changed; so is she when its owner was quicker', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles4' });
    const { draft: form, seen } = valueOf(await world.call('street', 'desk.editing', { outlet }));
    const edits = (['street', 'colleague'] as const).map((who, i) => world.call(who, 'desk.edit', { id: newId(), outlet, seen, draft: { ...form, address: `东巷${i}号` }, why: '核实过' }));
    expect((await Promise.all(edits)).map(codeOf).sort()).toEqual(['ok', 'outlet_changed']);
    const now = valueOf(await world.call('district', 'desk.editing', { outlet }));
    valueOf(await world.call('noodles4', 'outlet.confirm', { outlet }));
    expect(codeOf(await world.call('district', 'desk.edit', { id: newId(), outlet, seen: now.seen, draft: { ...now.draft, address: '西巷' }, why: '核实过' }))).toBe('outlet_changed');
    expect(codeOf(await world.call('noodles4', 'desk.editing', { outlet }))).toBe('role_required');
  });
});

describe('the digest', () => {
  const digests = async (who: Persona) => (await inbox(who)).filter(({ kind }) => kind === 'digest').map(({ body }) => body);
  const morning = new Date('2030-05-01T00:05:00.000Z'); // 08:05 in Liangzhou
  test('once a day to each officer, with two clocks as well; not before the morning, and nothing where nothing waits', async () => {
    for (const table of ['registration', 'correction', 'claim', 'witness']) {
      await sql.raw(table === 'registration' ? `update lz.registration set state = 'returned', decided_at = now() where state = 'pending'` : table === 'witness' ? `update lz.outlet set unlicensed_reason = null where credit_code is null` : `update lz.${table} set state = 'withdrawn', decided_at = now() where decided_at is null`).execute(owner());
    }
    await sql`update lz.file set dropped_at = now() where dropped_at is null and attached_at is not null`.execute(owner());
    world.setNow(new Date('2030-04-30T20:00:00.000Z'));
    valueOf(await world.call('baker', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft({ name: '早起面包' }) }));
    await clock(new Date('2030-04-30T23:55:00.000Z'));
    const before = (await digests('street')).length;
    await Promise.all([clock(morning), clock(morning)]);
    await clock(new Date(morning.getTime() + 3_600_000));
    expect((await digests('street')).slice(0, 1)).toEqual([{ waiting: '1', late: '0', hours: String(upkeep.limitHours.registration - 5) }]);
    expect([(await digests('street')).length - before, (await digests('ronghua-street')).length]).toEqual([1, 0]);
    await clock(new Date(morning.getTime() + 4 * day));
    expect((await digests('district'))[0]).toEqual({ waiting: '1', late: '1' });
    expect(await digests('baker')).toEqual([]);
  });
});
