/** Whose outlet it is: claims, disputes, and handing over from hand to hand. */
import { upkeep } from '../../rules';
import { addOutlet } from '../support/addOutlet';
import { days, hours, openUpkeep, papers, upkeepIn } from '../support/upkeep';
import { codeOf, newId, noon, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openUpkeep(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));
const { row, person, acts, inbox, detail, claim } = upkeepIn(() => world);

describe('claims', () => {
  test('of an outlet that nobody owns: staff grant it, and it is hers', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    expect(valueOf(await claim('k1', outlet, { id })).claim).toMatchObject({ state: 'pending', revision: 1 });
    expect(valueOf(await claim('k1', outlet, { id })).claim.state).toBe('pending');
    expect(codeOf(await claim('k1', outlet))).toBe('claim_waiting');
    valueOf(await world.call('street', 'desk.decideClaim', { id, revision: 1, decision: 'grant', reasonCode: null, reason: null }));
    expect((await row(outlet)).owner).toBe(person('k1'));
    expect(codeOf(await claim('k1', outlet))).toBe('claimed_already');
    expect(await inbox('k1')).toEqual(['claim_granted']);
    expect(valueOf(await world.call('k1', 'outlet.mine', {})).outlets).toMatchObject([{ id: outlet, listed: true }]);
    expect(JSON.stringify(await detail(outlet))).not.toContain('13800000000');
  });

  test('refused with a reason, mended and sent again', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    valueOf(await claim('k2', outlet, { id }));
    valueOf(await world.call('street', 'desk.decideClaim', { id, revision: 1, decision: 'refuse', reasonCode: 'papers-missing', reason: null }));
    const [refused] = valueOf(await world.call('k2', 'outlet.mine', {})).claims!;
    expect(refused).toMatchObject({ state: 'refused', reasonCode: 'papers-missing', papers });
    expect(refused!.reason).toContain('请补执照照片');
    expect(valueOf(await claim('k2', outlet, { id, revision: 2 })).claim).toMatchObject({ state: 'pending', revision: 2, reason: null });
    expect(codeOf(await world.call('street', 'desk.decideClaim', { id, revision: 1, decision: 'grant', reasonCode: null, reason: null }))).toBe('registration_changed');
  });

  test('two at the same second are a dispute, and whoever wins, the other is told why', async () => {
    const outlet = await addOutlet(world);
    const [first, second] = [newId(), newId()];
    await Promise.all([claim('m1', outlet, { id: first }), claim('m2', outlet, { id: second })]);
    const [found] = valueOf(await world.call('street', 'desk.cases', { kind: 'dispute' })).cases;
    expect(found).toMatchObject({ kind: 'dispute', count: 2 });
    const whole = valueOf(await world.call('street', 'desk.case', { kind: 'dispute', id: found!.id }));
    expect(whole.sides.map(({ claim: sent }) => sent?.state)).toEqual(['disputed', 'disputed']);
    valueOf(await world.call('street', 'desk.decideClaim', { id: second, revision: 1, decision: 'grant', reasonCode: null, reason: null }));
    expect((await row(outlet)).owner).toBe(person('m2'));
    expect(await inbox('m1')).toContain('claim_refused');
    expect(valueOf(await world.call('street', 'desk.cases', { kind: 'dispute' })).cases).toHaveLength(0);
    expect(codeOf(await world.call('street', 'desk.decideClaim', { id: first, revision: 1, decision: 'grant', reasonCode: null, reason: null }))).toBe('decided_already');
  });

  test('against an owner: she is told, and staff wait for her papers or her time', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    const id = newId();
    expect(valueOf(await claim('n1', outlet, { id })).claim.state).toBe('disputed');
    expect(await inbox('noodles')).toContain('dispute_opened');
    const grant = () => world.call('street', 'desk.decideClaim', { id, revision: 1, decision: 'grant', reasonCode: null, reason: null });
    expect(codeOf(await grant())).toBe('dispute_open');
    const [found] = valueOf(await world.call('street', 'desk.cases', { kind: 'dispute' })).cases;
    expect(valueOf(await world.call('street', 'desk.case', { kind: 'dispute', id: found!.id })).sides).toMatchObject([{ claim: null, owner: true }, { owner: false }]);
    const defence = newId();
    expect(valueOf(await claim('noodles', outlet, { id: defence })).claim.state).toBe('disputed');
    valueOf(await world.call('street', 'desk.decideClaim', { id, revision: 1, decision: 'refuse', reasonCode: 'other-owner', reason: null }));
    expect((await row(outlet)).owner).toBe(person('noodles'));
    expect(valueOf(await world.call('street', 'desk.cases', { kind: 'dispute' })).cases).toHaveLength(0);

    const again = newId();
    valueOf(await claim('n2', outlet, { id: again }));
    world.setNow(hours(upkeep.disputeAnswerHours + 1));
    valueOf(await world.call('street', 'desk.decideClaim', { id: again, revision: 1, decision: 'grant', reasonCode: null, reason: null }));
    expect((await row(outlet)).owner).toBe(person('n2'));
    expect(await inbox('noodles')).toContain('owner_changed');
    valueOf(await world.call('street', 'desk.undo', { kind: 'claim', id: again }));
    expect((await row(outlet)).owner).toBe(person('noodles'));
  });

  test('taken back, the dispute is over', async () => {
    const outlet = await addOutlet(world);
    const [first, second] = [newId(), newId()];
    valueOf(await claim('o1', outlet, { id: first }));
    valueOf(await claim('o2', outlet, { id: second }));
    expect(codeOf(await world.call('o1', 'outlet.withdrawClaim', { id: second }))).toBe('not_found');
    valueOf(await world.call('o2', 'outlet.withdrawClaim', { id: second }));
    expect(valueOf(await world.call('o1', 'outlet.mine', {})).claims).toMatchObject([{ state: 'pending' }]);
  });

  test('whoever wants it does not decide whose it is', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    valueOf(await claim('street', outlet, { id }));
    expect(codeOf(await world.call('street', 'desk.decideClaim', { id, revision: 1, decision: 'grant', reasonCode: null, reason: null }))).toBe('own_case');
    expect(codeOf(await world.call('ronghua-street', 'desk.decideClaim', { id, revision: 1, decision: 'grant', reasonCode: null, reason: null }))).toBe('out_of_scope');
  });

  test('a wrong licence code is refused, and so are more claims than a person has shops', async () => {
    const outlet = await addOutlet(world);
    expect(codeOf(await claim('p1', outlet, { papers: { ...papers, creditCode: '123' } }))).toBe('credit_code_invalid');
    for (let i = 0; i < upkeep.mostClaims; i += 1) valueOf(await claim('p1', await addOutlet(world)));
    expect(codeOf(await claim('p1', outlet))).toBe('too_many_claims');
  });
});

describe('handing over', () => {
  test('by the owner, from hand to hand, once', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    const id = newId();
    expect(codeOf(await world.call('cobbler', 'outlet.handOver', { id, outlet }))).toBe('not_yours');
    const { code } = valueOf(await world.call('noodles', 'outlet.handOver', { id, outlet }));
    expect(valueOf(await world.call('noodles', 'outlet.handOver', { id, outlet })).code).toBe(code);
    expect(codeOf(await world.call('q1', 'outlet.takeOver', { code: 'aaaaa-bbbbb-ccccc-ddddd' }))).toBe('handover_unknown');
    valueOf(await world.call('q1', 'outlet.takeOver', { code }));
    expect(valueOf(await world.call('q1', 'outlet.takeOver', { code })).outlet.id).toBe(outlet);
    expect(codeOf(await world.call('q2', 'outlet.takeOver', { code }))).toBe('handover_used');
    expect((await row(outlet)).owner).toBe(person('q1'));
    expect(await inbox('noodles')).toContain('owner_changed');
    expect((await acts(outlet)).at(-1)).toBe('owner handed_over');
  });

  test('by staff, for a merchant who lost her phone; the code of a former owner is void, and so is one of last week', async () => {
    const outlet = await addOutlet(world, { owner: 'lost-phone' });
    const old = valueOf(await world.call('lost-phone', 'outlet.handOver', { id: newId(), outlet })).code;
    expect(codeOf(await world.call('ronghua-street', 'desk.handOver', { id: newId(), outlet }))).toBe('out_of_scope');
    const { code } = valueOf(await world.call('street', 'desk.handOver', { id: newId(), outlet }));
    valueOf(await world.call('new-phone', 'outlet.takeOver', { code }));
    expect(codeOf(await world.call('thief', 'outlet.takeOver', { code: old }))).toBe('handover_expired');
    const late = valueOf(await world.call('new-phone', 'outlet.handOver', { id: newId(), outlet })).code;
    world.setNow(days(8));
    expect(codeOf(await world.call('q3', 'outlet.takeOver', { code: late }))).toBe('handover_expired');
  });

  test('two who type one code at once: one is the owner', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    const { code } = valueOf(await world.call('noodles', 'outlet.handOver', { id: newId(), outlet }));
    const codes = (await Promise.all(['s1', 's2', 's3'].map((who) => world.call(who, 'outlet.takeOver', { code })))).map(codeOf);
    expect(codes.sort()).toEqual(['handover_used', 'handover_used', 'ok']);
  });
});
