/** What neighbours said of a merged entry, and who follows it, are the surviving outlet's; parting the two gives back to each its own. */
import { randomUUID } from 'node:crypto';
import { tellFollowers } from '../../cloudfunctions/clock/news';
import { voice } from '../../rules';
import { addOutlet } from '../support/addOutlet';
import { codeOf, identity, newId, noon, openWorld, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const later = (minutes: number) => world.setNow(new Date(noon.getTime() + minutes * 60_000));
const all = (said: 'good' | 'bad') => ({ quality: said, price: said, manner: said, clean: said, elderFit: said });
const write = (who: Persona, outlet: string, said: 'good' | 'bad' = 'good', text: string | null = null, id = newId()) => world.call(who, 'voice.write', { id, outlet, aspects: all(said), text });
const about = async (outlet: string, who: Persona = 'young') => valueOf(await world.call(who, 'voice.about', { outlet }));
const follow = (who: Persona, outlet: string) => world.call(who, 'voice.follow', { id: newId(), what: { kind: 'outlet', outlet } });
const followed = async (who: Persona) => valueOf(await world.call(who, 'voice.follows', {})).follows.map(({ what }) => (what.kind === 'outlet' ? what.outlet.id : null));
/** The newest first; of what she follows. */
const news = async (who: Persona) => (await inbox(who)).filter(({ kind }) => kind.startsWith('follow_'));
const inbox = async (who: Persona) => valueOf(await world.call(who, 'outlet.messages', {})).messages;
const tell = () => tellFollowers(world.host.database.as('clock'), world.now(), randomUUID);
const merged = async (kept: string, gone: string) => {
  const id = newId();
  valueOf(await world.call('street', 'desk.merge', { id, kept, gone }));
  return id;
};
const unmerge = async (id: string) => valueOf(await world.call('street', 'desk.unmerge', { id }));

describe('reviews', () => {
  test('of both are shown and counted once a person, under either name; parted, each has its own again', async () => {
    const [kept, gone] = [await addOutlet(world, { name: '评价留下' }), await addOutlet(world, { name: '评价并走' })];
    const writers = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, voice.reviews.leastPeople);
    for (const who of writers) valueOf(await write(who, gone));
    later(1);
    valueOf(await write(writers[0]!, kept, 'bad'));
    const said = valueOf(await write('elder', gone, 'good', '师傅手艺好')).review;
    const passed = await world.call('street', 'desk.decideText', { id: said.id, part: 'review', seen: 1, decision: 'pass', reasonCode: null, reason: null });
    expect(codeOf(passed)).toBe('ok');
    const before = [await about(kept), await about(gone)].map(({ people, aspects }) => [people, aspects]);

    const merge = await merged(kept, gone);
    for (const outlet of [kept, gone]) {
      const shown = await about(outlet);
      expect(shown).toMatchObject({ outlet: { id: kept, name: '评价留下' }, people: writers.length + 1 });
      // whoever spoke of both counts by what she said last
      expect(shown.aspects![0]).toMatchObject({ noticed: writers.length + 1, good: writers.length, bad: 1 });
      expect(shown.reviews.map(({ text }) => text)).toEqual(['师傅手艺好']);
    }
    await unmerge(merge);
    expect([await about(kept), await about(gone)].map(({ people, aspects }) => [people, aspects])).toEqual(before);
  });

  test('one person has one in a half year across both; hers of the one that went is changed in its place, and goes back with it', async () => {
    const [kept, gone] = [await addOutlet(world, { name: '一人一次' }), await addOutlet(world, { name: '一人一次旧' })];
    const id = newId();
    valueOf(await write('elder', gone, 'good', null, id));
    const merge = await merged(kept, gone);
    expect((await about(kept, 'elder')).mine).toMatchObject({ id });
    for (const outlet of [kept, gone]) expect(codeOf(await write('elder', outlet))).toBe('reviewed_already');
    expect(valueOf(await write('elder', kept, 'bad', null, id)).review).toMatchObject({ id, version: 2 });
    // through an old link it is written about what it leads to
    valueOf(await write('young', gone));
    expect((await about(kept)).people).toBe(2);
    expect(valueOf(await world.call('elder', 'voice.mine', {})).reviews.find((one) => one.id === id)?.outlet.id).toBe(kept);
    await unmerge(merge);
    expect([(await about(gone)).people, (await about(kept)).people]).toEqual([1, 1]);
    expect((await about(gone, 'elder')).mine).toMatchObject({ id, aspects: all('bad') });
    expect(codeOf(await write('elder', kept))).toBe('ok');
  });

  test('are answered by the surviving outlet’s owner; an officer who owns it decides none of them', async () => {
    const [kept, gone] = [await addOutlet(world, { name: '有主的店', owner: 'noodles' }), await addOutlet(world, { name: '有主的店旧' })];
    const held = valueOf(await write('elder', gone, 'good', '等街道看')).review;
    const quiet = valueOf(await write('young', gone, 'good', '也等街道看')).review;
    await merged(kept, gone);
    const decide = (id: string) => world.call('street', 'desk.decideText', { id, part: 'review', seen: 1, decision: 'pass', reasonCode: null, reason: null });
    valueOf(await decide(held.id));
    expect((await inbox('noodles')).find(({ kind }) => kind === 'review_new')).toMatchObject({ body: { outlet: kept } });
    expect(valueOf(await world.call('noodles', 'voice.reply', { review: held.id, seen: 1, text: '谢谢您', checked: null })).state).toBe('held');
    expect(codeOf(await world.call('cobbler', 'voice.reply', { review: held.id, seen: 2, text: '谢谢您', checked: null }))).toBe('not_yours');
    await world.host.database.owner.updateTable('lz.outlet').set({ owner: world.host.secrets.person(identity('street')) }).where('id', '=', kept).execute();
    expect(codeOf(await decide(quiet.id))).toBe('own_case');
  });

  test('of one that went twice are the last one’s', async () => {
    const [first, second, third] = [await addOutlet(world, { name: '三合一甲' }), await addOutlet(world, { name: '三合一乙' }), await addOutlet(world, { name: '三合一丙' })];
    valueOf(await write('elder', first));
    valueOf(await write('young', second));
    await merged(second, first);
    const merge = await merged(third, second);
    expect(await about(first)).toMatchObject({ people: 2, outlet: { id: third } });
    await unmerge(merge);
    expect([(await about(third)).people, (await about(first)).people]).toEqual([0, 2]);
  });
});

describe('followers', () => {
  test('are told where it went, once, and of the surviving one from then on; parted, of what they followed', async () => {
    const [kept, gone] = [await addOutlet(world, { name: '关注留下' }), await addOutlet(world, { name: '关注并走' })];
    valueOf(await follow('elder', gone));
    valueOf(await follow('young', kept));
    valueOf(await follow('both', kept));
    valueOf(await follow('both', gone));
    await tell();
    later(10);
    const merge = await merged(kept, gone);
    await tell();
    const moved = { kind: 'follow_merged', body: { outlet: kept, name: '关注留下', gone: '关注并走' } };
    expect((await news('elder')).map(({ kind }) => kind)).toEqual(['follow_merged']);
    expect((await news('elder'))[0]).toMatchObject(moved);
    expect((await news('both')).map(({ kind }) => kind)).toEqual(['follow_merged']);
    expect(await news('young')).toEqual([]);
    expect([await followed('elder'), await followed('both')]).toEqual([[kept], [kept]]);
    expect((await about(kept, 'elder')).follow).not.toBeNull();
    expect(codeOf(await follow('elder', kept))).toBe('followed_already');

    later(20);
    await world.host.database.owner.updateTable('lz.outlet').set({ phone: '0935-2219999', changed_at: world.now().toISOString() }).where('id', '=', kept).execute();
    await tell();
    for (const who of ['elder', 'young', 'both']) expect((await news(who)).filter(({ kind }) => kind === 'follow_changed')).toHaveLength(1);

    later(30);
    await unmerge(merge);
    await tell();
    expect([await followed('elder'), (await followed('both')).sort()]).toEqual([[gone], [kept, gone].sort()]);
    expect((await news('elder'))[0]).toMatchObject({ kind: 'follow_opened', body: { outlet: gone } });
  });

  test('who ends it ends it for both', async () => {
    const [kept, gone] = [await addOutlet(world, { name: '不再关注' }), await addOutlet(world, { name: '不再关注旧' })];
    valueOf(await follow('quitter', kept));
    valueOf(await follow('quitter', gone));
    await merged(kept, gone);
    const [one] = valueOf(await world.call('quitter', 'voice.follows', {})).follows;
    valueOf(await world.call('other', 'voice.unfollow', { id: one!.id }));
    expect(await followed('quitter')).toEqual([kept]);
    valueOf(await world.call('quitter', 'voice.unfollow', { id: one!.id }));
    expect(await followed('quitter')).toEqual([]);
    expect((await about(kept, 'quitter')).follow).toBeNull();
  });
});
