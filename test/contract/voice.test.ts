/** 评价: one voice per person, outlet and half year; texts held for a person; the owner answers once; nothing is added up from few. */
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import type { ContentCheck } from '../../cloudfunctions/runtime/contentCheck';
import { upkeep, voice } from '../../rules';
import type { Input } from '../../types/contract';
import { addOutlet } from '../support/addOutlet';
import { addOfficer, codeOf, identity, newId, noon, openWorld, ronghuaStreet, valueOf, type Persona, type World } from '../support/world';

let world: World;
/** What a platform would say, in turn; then nothing, as where there is none. */
let verdicts: Awaited<ReturnType<ContentCheck>>[] = [];
beforeAll(async () => {
  world = await openWorld(identity, true, noon, async () => verdicts.shift() ?? 'review');
  await addOfficer(world.host, identity('ronghua-street'), { role: 'street', street: ronghuaStreet });
});
afterAll(() => world.close());
beforeEach(() => {
  world.setNow(noon);
  verdicts = [];
});

const days = (n: number) => new Date(noon.getTime() + n * 86_400_000);
const all = (said: 'good' | 'fair' | 'bad' | 'unnoticed') => ({ quality: said, price: said, manner: said, clean: said, elderFit: said });
type Write = Input<'voice.write'>;
const write = (who: Persona, outlet: string, change: Partial<Write> = {}) => world.call(who, 'voice.write', { id: newId(), outlet, aspects: all('good'), text: null, ...change });
/** With a text that the platform let through. */
const writePassed = async (who: Persona, outlet: string, text: string, change: Partial<Write> = {}) => {
  verdicts = ['pass'];
  return write(who, outlet, { text, checked: valueOf(await world.call(who, 'voice.check', { text })).checked, ...change });
};
const about = async (outlet: string, who: Persona = 'young') => valueOf(await world.call(who, 'voice.about', { outlet }));
const inbox = async (who: Persona) => valueOf(await world.call(who, 'outlet.messages', {})).messages.map(({ kind }) => kind);
const texts = async () => valueOf(await world.call('street', 'desk.cases', { kind: 'text' })).cases;
const decide = (id: string, change: Partial<Input<'desk.decideText'>> = {}, who: Persona = 'street') =>
  world.call(who, 'desk.decideText', { id, part: 'review', seen: 1, decision: 'pass', reasonCode: null, reason: null, ...change });

describe('one voice', () => {
  test('the same again is the same; something else changes it; another id is told that there is one', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    const first = valueOf(await write('elder', outlet, { id }));
    expect(valueOf(await write('elder', outlet, { id }))).toEqual(first);
    expect(valueOf(await write('elder', outlet, { id, aspects: all('bad') })).review).toMatchObject({ version: 2, aspects: all('bad'), fixed: false });
    expect(codeOf(await write('elder', outlet))).toBe('reviewed_already');
    expect(codeOf(await write('young', outlet, { id }))).toBe('not_found');
    expect((await about(outlet, 'elder')).mine).toMatchObject({ id, aspects: all('bad') });
  });

  test('two at the same second are one: the database says so', async () => {
    const outlet = await addOutlet(world);
    const codes = (await Promise.all([1, 2, 3].map(() => write('quick', outlet)))).map(codeOf);
    expect(codes.sort()).toEqual(['ok', 'reviewed_already', 'reviewed_already']);
    expect((await about(outlet)).people).toBe(1);
  });

  test('the next half year is another voice, but one person; the old one can be withdrawn and not changed', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    valueOf(await write('elder', outlet, { id }));
    world.setNow(new Date('2027-01-02T04:00:00Z'));
    expect(codeOf(await write('elder', outlet, { id, aspects: all('bad') }))).toBe('review_fixed');
    expect(codeOf(await write('elder', outlet))).toBe('ok');
    expect((await about(outlet)).people).toBe(1);
    expect(valueOf(await world.call('elder', 'voice.withdraw', { id }))).toEqual({ state: 'withdrawn' });
    expect(valueOf(await world.call('elder', 'voice.withdraw', { id }))).toEqual({ state: 'withdrawn' });
  });

  test('withdrawn, nothing of it is left, and only whoever wrote it can', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    valueOf(await writePassed('elder', outlet, '面很香', { id }));
    expect(codeOf(await world.call('young', 'voice.withdraw', { id }))).toBe('not_found');
    valueOf(await world.call('elder', 'voice.withdraw', { id }));
    expect((await about(outlet)).reviews).toEqual([]);
    expect(await world.host.database.owner.selectFrom('lz.review').select(['text', 'aspects', 'state']).where('id', '=', id).executeTakeFirst()).toEqual({ text: null, aspects: null, state: null });
    expect(codeOf(await write('elder', outlet))).toBe('ok');
  });

  test('the owner does not review her own; nothing said is no review; a day has its limit', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    expect(codeOf(await write('noodles', outlet))).toBe('own_outlet');
    expect(codeOf(await write('elder', outlet, { aspects: all('unnoticed') }))).toBe('review_empty');
    for (let i = 0; i < voice.reviews.mostADay; i += 1) valueOf(await write('eager', await addOutlet(world)));
    expect(codeOf(await write('eager', outlet))).toBe('too_many_reviews');
    world.setNow(days(1));
    expect(codeOf(await write('eager', outlet))).toBe('ok');
  });
});

describe('what is added up', () => {
  test('from four people nothing, from five the counts of those who noticed; old ones age out and are deleted', async () => {
    const outlet = await addOutlet(world);
    for (const who of ['v1', 'v2', 'v3', 'v4']) valueOf(await writePassed(who, outlet, `${who} 写的`));
    expect(await about(outlet)).toMatchObject({ people: 4, aspects: null, least: 5, status: '示例' });
    expect((await about(outlet)).reviews.map(({ aspects }) => aspects)).toEqual([null, null, null, null]);
    valueOf(await write('v5', outlet, { aspects: { ...all('bad'), elderFit: 'unnoticed' } }));
    const { people, aspects, reviews } = await about(outlet);
    expect(people).toBe(5);
    expect(aspects!.map(({ noticed, good, bad }) => [noticed, good, bad])).toEqual([[5, 4, 1], [5, 4, 1], [5, 4, 1], [5, 4, 1], [null, 0, 0]]);
    expect(reviews[0]!.aspects).toEqual(all('good'));
    world.setNow(new Date('2028-11-19T04:00:00Z'));
    expect((await about(outlet)).people).toBe(0);
    await tick(world.host.database.as('clock'), world.now());
    expect((await sql`select from lz.review where outlet_id = ${outlet}`.execute(world.host.database.owner)).rows).toEqual([]);
  });

  test('an advertisement does not count at all', async () => {
    const outlet = await addOutlet(world);
    for (const who of ['w1', 'w2', 'w3', 'w4']) valueOf(await write(who, outlet));
    const id = newId();
    valueOf(await write('w5', outlet, { id, text: '来我家店，便宜' }));
    expect((await about(outlet)).people).toBe(5);
    valueOf(await decide(id, { decision: 'refuse', reasonCode: 'text-advert' }));
    expect((await about(outlet)).people).toBe(4);
    expect((await about(outlet, 'w5')).mine).toMatchObject({ counts: false, fate: { state: 'refused', reason: '是广告或拉生意的话。' } });
  });
});

describe('texts', () => {
  test('what the platform lets through is seen at once, the owner told; what was changed since is held; what is against the rules is not taken', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    valueOf(await writePassed('elder', outlet, '汤很热'));
    expect((await about(outlet)).reviews.map(({ text, own }) => [text, own])).toEqual([['汤很热', false]]);
    expect(await inbox('noodles')).toEqual(['review_new']);
    verdicts = ['pass', 'risky'];
    const { checked } = valueOf(await world.call('young', 'voice.check', { text: '好' }));
    expect(valueOf(await write('young', outlet, { text: '好吃', checked })).review.fate).toEqual({ state: 'held', reason: null });
    expect(codeOf(await world.call('young', 'voice.check', { text: '坏话' }))).toBe('review_risky');
  });

  test('held, it is in the queue of its street alone, its aspects count, its words are seen by nobody else; passed, its writer is told', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    valueOf(await write('elder', outlet, { id, text: '老板热情' }));
    expect(await about(outlet)).toMatchObject({ people: 1, reviews: [] });
    const mine = (await texts()).find((one) => one.id === id)!;
    expect(mine).toMatchObject({ kind: 'text', count: 1, hoursLeft: upkeep.limitHours.text });
    expect(codeOf(await world.call('ronghua-street', 'desk.text', { id }))).toBe('out_of_scope');
    expect(codeOf(await decide(id, {}, 'ronghua-street'))).toBe('out_of_scope');
    const shown = valueOf(await world.call('street', 'desk.text', { id }));
    expect(shown).toMatchObject({ review: { text: '老板热情', state: 'held' }, waiting: ['review'], own: false });
    expect(JSON.stringify(shown)).not.toContain(world.host.secrets.person(identity('elder')));
    expect(valueOf(await decide(id))).toEqual({ waiting: [] });
    expect(codeOf(await decide(id))).toBe('decided_already');
    expect((await about(outlet)).reviews).toHaveLength(1);
    expect(await inbox('elder')).toContain('review_passed');
    expect((await texts()).some((one) => one.id === id)).toBe(false);
  });

  test('a refusal says why, and what was mended is looked at anew; nobody decides on words she did not read', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    valueOf(await write('h1', outlet, { id, text: '张三的电话是 123' }));
    expect(codeOf(await decide(id, { decision: 'refuse' }))).toBe('reason_required');
    expect(codeOf(await decide(id, { decision: 'refuse', reasonCode: 'pin-off' }))).toBe('reason_unknown');
    valueOf(await decide(id, { decision: 'refuse', reasonCode: 'text-private' }));
    expect(valueOf(await world.call('h1', 'voice.mine', {})).reviews[0]).toMatchObject({ fate: { state: 'refused', reason: '写出了别人的姓名、电话或住处。请去掉别人的姓名、电话和住处。' }, counts: true });
    expect(await inbox('h1')).toEqual(['review_refused']);
    valueOf(await write('h1', outlet, { id, text: '态度好' }));
    expect(codeOf(await decide(id, { seen: 1 }))).toBe('review_changed');
    expect(codeOf(await decide(id, { seen: 2 }))).toBe('ok');
  });

  test('an officer decides neither on her own words nor on those about her outlet; of two at once one wins', async () => {
    const own = newId();
    valueOf(await write('street', await addOutlet(world), { id: own, text: '不错' }));
    expect(valueOf(await world.call('street', 'desk.text', { id: own })).own).toBe(true);
    expect(codeOf(await decide(own))).toBe('own_case');
    const hers = newId();
    valueOf(await write('elder', await addOutlet(world, { owner: 'street' }), { id: hers, text: '不错' }));
    expect(codeOf(await decide(hers))).toBe('own_case');
    const codes = (await Promise.all([decide(hers, {}, 'district'), decide(hers, { decision: 'refuse', reasonCode: 'text-insult' }, 'district')])).map(codeOf);
    expect(codes.sort()).toEqual(['decided_already', 'ok']);
  });
});

test('a mistaken decision is taken back, by whoever saw how it stands; what was withdrawn is decided no more', async () => {
  const outlet = await addOutlet(world);
  const id = newId();
  valueOf(await write('u1', outlet, { id, text: '菜很新鲜' }));
  valueOf(await decide(id, { decision: 'refuse', reasonCode: 'text-elsewhere' }));
  expect(await about(outlet)).toMatchObject({ people: 0 });
  expect(valueOf(await world.call('street', 'desk.text', { id }))).toMatchObject({ waiting: [], review: { state: 'refused' } });
  expect(codeOf(await decide(id))).toBe('decided_already');
  expect(codeOf(await decide(id, { was: 'refused', decision: 'refuse', reasonCode: 'text-insult' }))).toBe('decided_already');
  valueOf(await decide(id, { was: 'refused' }));
  expect(await about(outlet)).toMatchObject({ people: 1, reviews: [{ text: '菜很新鲜' }] });
  valueOf(await decide(id, { was: 'passed', decision: 'refuse', reasonCode: 'text-insult' }));
  expect(await about(outlet)).toMatchObject({ people: 1, reviews: [] });
  valueOf(await world.call('u1', 'voice.withdraw', { id }));
  expect(codeOf(await decide(id, { was: 'refused', seen: 2 }))).toBe('decided_already');
  expect(codeOf(await world.call('street', 'desk.text', { id }))).toBe('decided_already');
});

describe('the owner', () => {
  const reviewed = async (writer: Persona, text = '面有点咸') => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    const review = newId();
    valueOf(await writePassed(writer, outlet, text, { id: review }));
    return { outlet, review };
  };
  const reply = (review: string, change: Partial<Input<'voice.reply'>> = {}, who: Persona = 'noodles') => world.call(who, 'voice.reply', { review, seen: 1, text: '谢谢，以后少放盐', ...change });

  test('answers once; nobody else does; held first, then seen; from then on the review is fixed', async () => {
    const { outlet, review } = await reviewed('o1');
    expect(codeOf(await reply(review, {}, 'cobbler'))).toBe('not_yours');
    expect(valueOf(await reply(review))).toEqual({ state: 'held' });
    expect(valueOf(await reply(review))).toEqual({ state: 'held' });
    expect(codeOf(await reply(review, { text: '再说一句', seen: 2 }))).toBe('replied_already');
    expect((await about(outlet)).reviews[0]!.reply).toBeNull();
    expect((await about(outlet, 'noodles')).reviews[0]!.owner).toMatchObject({ version: 2, reply: { state: 'held' } });
    expect(codeOf(await write('o1', outlet, { id: review, text: '改一改' }))).toBe('review_fixed');
    valueOf(await decide(review, { part: 'reply', seen: 2 }));
    expect((await about(outlet)).reviews[0]!.reply).toMatchObject({ text: '谢谢，以后少放盐' });
    expect(await inbox('o1')).toContain('review_answered');
    expect(await inbox('noodles')).toContain('reply_passed');
  });

  test('an answer that was refused may be mended; one to words that changed since is not taken', async () => {
    const { outlet, review } = await reviewed('o2');
    valueOf(await reply(review, { text: '你胡说' }));
    valueOf(await decide(review, { part: 'reply', seen: 2, decision: 'refuse', reasonCode: 'text-insult' }));
    expect((await about(outlet, 'noodles')).reviews[0]!.owner!.reply).toMatchObject({ state: 'refused', reason: '有骂人、侮辱人的话。请只说店里的事，不骂人。' });
    valueOf(await writePassed('o2', outlet, '今天好多了', { id: review }));
    expect(codeOf(await reply(review, { seen: 2 }))).toBe('review_changed');
    expect(codeOf(await reply(review, { seen: 3 }))).toBe('ok');
  });

  test('a complaint goes to staff; kept, the review stays; right, its words go and its writer is told why', async () => {
    const { outlet, review } = await reviewed('o3', '这家没营业过');
    const complain = (seen: number, text = '他没来过') => world.call('noodles', 'voice.complain', { review, seen, text });
    expect(codeOf(await world.call('cobbler', 'voice.complain', { review, seen: 1, text: 'x' }))).toBe('not_yours');
    expect(valueOf(await complain(1))).toEqual({ state: 'open' });
    expect(codeOf(await complain(2, '还有'))).toBe('complained_already');
    expect((await about(outlet)).reviews).toHaveLength(1);
    expect(valueOf(await world.call('street', 'desk.text', { id: review }))).toMatchObject({ waiting: ['complaint'], complaint: { text: '他没来过' } });
    valueOf(await decide(review, { part: 'complaint', seen: 2, decision: 'refuse', reasonCode: 'text-elsewhere' }));
    expect(await about(outlet)).toMatchObject({ people: 0, reviews: [] });
    expect(await inbox('noodles')).toContain('complaint_upheld');
    expect(valueOf(await world.call('o3', 'voice.mine', {})).reviews.find(({ id }) => id === review)).toMatchObject({ counts: false });

    const kept = await reviewed('o3');
    valueOf(await world.call('noodles', 'voice.complain', { review: kept.review, seen: 1, text: '不对' }));
    valueOf(await decide(kept.review, { part: 'complaint', seen: 2 }));
    expect((await about(kept.outlet, 'noodles')).reviews[0]!.owner).toMatchObject({ complaint: 'kept' });
  });
});

describe('what was decided about texts', () => {
  const minutes = (n: number) => world.setNow(new Date(noon.getTime() + n * 60_000));
  const lines = async (outlet: string, who: Persona = 'street') => {
    const { name } = await world.host.database.owner.selectFrom('lz.outlet').select('name').where('id', '=', outlet).executeTakeFirstOrThrow();
    return valueOf(await world.call(who, 'desk.decided', {})).decided.filter((one) => one.kind === 'text' && one.name === name);
  };
  const undo = (id: string, who: Persona = 'street') => world.call(who, 'desk.undo', { kind: 'text', id });
  let number = 0;
  const shop = (owner?: Persona) => addOutlet(world, { name: `老街${(number += 1)}号店`, ...(owner ? { owner } : {}) });

  test('stands in the list with its words and reason, and is taken back from there: it waits again, its writer is told; once, and by nobody whom it is about', async () => {
    const outlet = await shop('noodles');
    await addOfficer(world.host, identity('writing-officer'), { role: 'district', street: null });
    const id = newId();
    valueOf(await write('writing-officer', outlet, { id, text: '菜很新鲜' }));
    valueOf(await decide(id, { decision: 'refuse', reasonCode: 'text-elsewhere' }));
    const [line] = await lines(outlet);
    expect(line).toMatchObject({ state: 'review-refuse', quote: '菜很新鲜', undoable: true });
    expect(line!.reason).toContain('说的不是这家店');
    expect((await lines(outlet, 'writing-officer'))[0]).toMatchObject({ undoable: false });
    expect(JSON.stringify(line)).not.toContain(world.host.secrets.person(identity('writing-officer')));
    expect([codeOf(await undo(line!.id, 'writing-officer')), codeOf(await undo(line!.id, 'ronghua-street')), codeOf(await undo(line!.id, 'noodles'))]).toEqual(['own_case', 'out_of_scope', 'role_required']);
    const codes = (await Promise.all([undo(line!.id), undo(line!.id, 'district')])).map(codeOf);
    expect(codes.sort()).toEqual(['decided_already', 'ok']);
    expect(valueOf(await world.call('street', 'desk.text', { id }))).toMatchObject({ waiting: ['review'], review: { state: 'held' } });
    expect((await about(outlet)).people).toBe(1);
    expect(await lines(outlet)).toEqual([]);
    expect(await inbox('writing-officer')).toEqual(expect.arrayContaining(['review_refused', 'review_undone']));
  });

  test('what was decided otherwise since is one line; neither what was written anew nor what was withdrawn is touched, nor after its time', async () => {
    const outlet = await shop();
    const id = newId();
    valueOf(await write('x1', outlet, { id, text: '有点慢' }));
    valueOf(await decide(id));
    minutes(1);
    const [first] = await lines(outlet);
    valueOf(await decide(id, { was: 'passed', decision: 'refuse', reasonCode: 'text-insult' }));
    expect((await lines(outlet)).map(({ state }) => state)).toEqual(['review-refuse']);
    expect(codeOf(await undo(first!.id))).toBe('undo_changed');
    minutes(2);
    valueOf(await write('x1', outlet, { id, text: '有点慢，人还好' }));
    expect(codeOf(await undo((await lines(outlet))[0]!.id))).toBe('undo_changed');
    valueOf(await decide(id, { seen: 2 }));
    const [newest] = await lines(outlet);
    world.setNow(days(upkeep.undoDays + 1));
    expect(codeOf(await undo(newest!.id))).toBe('undo_late');
    expect((await lines(outlet))[0]).toMatchObject({ undoable: false });
    minutes(3);
    valueOf(await world.call('x1', 'voice.withdraw', { id }));
    expect(await lines(outlet)).toEqual([]);
    expect(codeOf(await undo(newest!.id))).toBe('undo_changed');
  });

  test('an owner\'s answer and her complaint as well: what the complaint took away is seen again', async () => {
    const outlet = await shop('noodles');
    const id = newId();
    valueOf(await writePassed('x2', outlet, '没开门', { id }));
    valueOf(await world.call('noodles', 'voice.reply', { review: id, seen: 1, text: '您记错了' }));
    minutes(1);
    valueOf(await decide(id, { part: 'reply', seen: 2 }));
    minutes(2);
    valueOf(await world.call('noodles', 'voice.complain', { review: id, seen: 2, text: '他没来过' }));
    valueOf(await decide(id, { part: 'complaint', seen: 3, decision: 'refuse', reasonCode: 'text-elsewhere' }));
    expect(await about(outlet)).toMatchObject({ people: 0, reviews: [] });
    expect((await lines(outlet)).map(({ state, quote }) => [state, quote])).toEqual([['complaint-refuse', '他没来过'], ['reply-pass', '您记错了']]);
    const [complaint, answer] = await lines(outlet);
    valueOf(await undo(complaint!.id));
    expect(await about(outlet)).toMatchObject({ people: 1, reviews: [{ text: '没开门' }] });
    valueOf(await undo(answer!.id));
    expect(valueOf(await world.call('street', 'desk.text', { id })).waiting).toEqual(['reply', 'complaint']);
    expect(await inbox('noodles')).toEqual(expect.arrayContaining(['complaint_undone', 'reply_undone']));
    expect(await inbox('x2')).toContain('review_undone');
  });

  test('goes with its review when that is too old', async () => {
    const outlet = await shop();
    const id = newId();
    valueOf(await write('x3', outlet, { id, text: '挺好' }));
    valueOf(await decide(id));
    const left = () => world.host.database.owner.selectFrom('lz.text_decision').select('id').where('review_id', '=', id).execute();
    expect(await left()).toHaveLength(1);
    const late = days((voice.reviews.keepMonths + 1) * 31);
    world.setNow(late);
    await tick(world.host.database.as('clock'), late);
    expect(await left()).toEqual([]);
  });
});
