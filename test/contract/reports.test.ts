/** What streets fill in, what a number means, frozen snapshots, and the official tables made of them. */
import { strFromU8, unzipSync } from 'fflate';
import { canonicalJson } from '../../domain/canonical';
import { sha256Hex } from '../../cloudfunctions/runtime/hashing';
import { plan, tables } from '../../rules';
import { codeOf, dongdajieStreet, draft, identity, nanyuan, newId, noon, openWorld, ronghua, ronghuaStreet, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

type Values = readonly { field: string; value: number | null; words: string | null }[];
const people = (value: number): Values => [{ field: 'population', value, words: null }];
const enter = (place: string, values: Values, change: object = {}, as = 'street') =>
  world.call(as, 'desk.enter', { sending: newId(), kind: 'community', place, source: '社区台账', asOf: '2026-10-01', values: [...values], ...change });
const figure = async (code: string, kind: 'community' | 'circle' | 'street' | 'district', id: string, snapshot?: string, as = 'district') => world.call(as, 'desk.figure', { code, kind, id, ...(snapshot ? { snapshot } : {}) });
const communities = plan.circles[0]!.communities;

describe('what only people know', () => {
  test('is kept with who, when and from where; the newest holds, and one may be taken back', async () => {
    valueOf(await enter(nanyuan, people(5000)));
    valueOf(await enter(nanyuan, people(5200), { source: '派出所', asOf: '2026-11-01' }));
    const place = async () => valueOf(await world.call('street', 'desk.entered', {})).places.find(({ id }) => id === nanyuan)!;
    expect((await place()).values).toEqual([{ field: 'population', value: 5200, words: null, source: '派出所', asOf: '2026-11-01', at: noon.toISOString(), role: 'street', mine: true }]);
    expect((await place()).waiting).not.toContain('常住人口');
    valueOf(await enter(nanyuan, [{ field: 'population', value: null, words: null }]));
    expect((await place()).values).toEqual([]);
    expect((await place()).waiting).toContain('常住人口');
  });

  test('of an older day than what stands is refused and names it, unless that is taken back first; and then it stays taken back', async () => {
    const older = { source: '旧台账', asOf: '2020-01-01' };
    const now = async () => valueOf(await world.call('street', 'desk.entered', {})).places.find(({ id }) => id === nanyuan)!.values.map(({ value, asOf }) => [value, asOf]);
    const counted = async () => valueOf(await figure('population', 'community', nanyuan)).figure.text;
    valueOf(await enter(nanyuan, people(5200), { asOf: '2026-11-01' }));
    const refused = await enter(nanyuan, people(6100), older);
    expect(refused).toMatchObject({ ok: false, error: { code: 'newer_stands', field: 'population', say: expect.stringContaining('「常住人口」现在用的是 2026-11-01 的数') as string } });
    valueOf(await enter(nanyuan, people(5300), { asOf: '2026-11-01' }));
    expect([await now(), await counted()]).toEqual([[[5300, '2026-11-01']], '5300 人']);
    valueOf(await enter(nanyuan, [{ field: 'population', value: null, words: null }], older));
    expect([await now(), await counted()]).toEqual([[], '不知道']);
    valueOf(await enter(nanyuan, people(6100), older));
    expect([await now(), await counted()]).toEqual([[[6100, '2020-01-01']], '6100 人']);
    // what came in by another way, before older days were refused
    await world.host.database.owner.insertInto('lz.entered').values({ sending: newId(), place_kind: 'community', place_id: nanyuan, field: 'population', value: 7, words: null, source: '更早的', as_of: '2019-01-01', at: noon.toISOString(), by: 'x', by_role: 'street' }).execute();
    expect([await now(), await counted()]).toEqual([[[6100, '2020-01-01']], '6100 人']);
    valueOf(await enter(nanyuan, [{ field: 'population', value: null, words: null }]));
  });

  test('stands by community on the page of the number, with source, day and role: to a street its own, to a department all; no snapshot has it', async () => {
    const households = (value: number): Values => [{ field: 'households', value, words: null }];
    valueOf(await enter(nanyuan, households(1800), { source: '派出所' }));
    valueOf(await enter(ronghua, households(900), {}, 'district'));
    const own = { id: nanyuan, name: '南苑社区', text: '1800 户', source: '派出所', asOf: '2026-10-01', role: 'street', mine: true };
    const other = { id: ronghua, text: '900 户', role: 'district', mine: false };
    const of = async (as: string, snapshot?: string) => valueOf(await figure('households', 'district', 'district', snapshot, as)).entries;
    expect(await of('street')).toEqual([own]);
    expect(await of('department')).toMatchObject([{ ...own, mine: false }, other]);
    expect(valueOf(await figure('households', 'community', nanyuan)).entries).toMatchObject([{ id: nanyuan }]);
    expect(valueOf(await figure('households', 'circle', 'dongdajie')).entries).toMatchObject([{ id: nanyuan }]);
    expect(valueOf(await figure('outlets', 'circle', 'dongdajie')).entries).toBeNull();
    const id = newId();
    valueOf(await world.call('district', 'desk.snapshot', { id, name: '填数时' }));
    valueOf(await enter(nanyuan, households(1900), { asOf: '2026-11-01' }));
    expect((await of('street', id))![0]).toMatchObject({ text: '1900 户', asOf: '2026-11-01' });
  });

  test('the same sending enters nothing twice', async () => {
    const sending = newId();
    for (let i = 0; i < 2; i += 1) expect(valueOf(await enter(nanyuan, people(5200), { sending }))).toEqual({ entered: 1 });
    expect(await world.host.database.owner.selectFrom('lz.entered').select('id').where('sending', '=', sending).execute()).toHaveLength(1);
    expect(codeOf(await enter(nanyuan, people(9), { sending }))).toBe('value_invalid');
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['half a person', () => enter(nanyuan, people(0.5)), 'number_out_of_range'],
    ['a million people in one community', () => enter(nanyuan, people(1_000_000)), 'number_out_of_range'],
    ['more old people than people', () => enter(nanyuan, [{ field: 'population60', value: 6000, words: null }]), 'part_above_whole'],
    ['a day that is ahead', () => enter(nanyuan, people(1), { asOf: '2026-12-01' }), 'day_ahead'],
    ['a field that is not there', () => enter(nanyuan, [{ field: 'luck', value: 1, words: null }]), 'value_invalid'],
    ['a field twice', () => enter(nanyuan, [...people(1), ...people(2)]), 'value_invalid'],
    ['words for a number', () => enter(nanyuan, [{ field: 'population', value: null, words: '很多' }]), 'value_invalid'],
    ['a field of circles for a community', () => enter(nanyuan, [{ field: 'operator', value: null, words: '某公司' }]), 'value_invalid'],
    ['another street', () => enter(ronghua, people(1)), 'out_of_scope'],
    ['a circle, by a street', () => enter('dongdajie', [{ field: 'operator', value: null, words: '某公司' }], { kind: 'circle' }), 'out_of_scope'],
    ['a place that is not there', () => enter('no-such', people(1)), 'unknown_place'],
    ['by a resident', () => enter(nanyuan, people(1), {}, 'elder'), 'role_required'],
  ])('%s is refused', async (_what, send, code) => expect(codeOf((await send()) as never)).toBe(code));

  test('the district fills in circles, and sees every street', async () => {
    valueOf(await enter('dongdajie', [{ field: 'operator', value: null, words: '街道物业公司' }], { kind: 'circle' }, 'district'));
    const { places, fields } = valueOf(await world.call('district', 'desk.entered', {}));
    expect(places.filter(({ kind }) => kind === 'circle')).toHaveLength(8);
    expect(fields.some(({ of }) => of === 'circle')).toBe(true);
    expect(valueOf(await world.call('street', 'desk.entered', {})).places.every(({ kind }) => kind === 'community')).toBe(true);
    expect(codeOf(await world.call('street', 'desk.entered', { street: ronghuaStreet }))).toBe('out_of_scope');
    expect(valueOf(await figure('operator', 'circle', 'dongdajie')).figure.text).toBe('街道物业公司');
  });
});

describe('what a number means', () => {
  test('its formula, source and filter, the rules it depends on, and why it is not known', async () => {
    const meant = valueOf(await figure('population', 'circle', 'dongdajie'));
    expect(meant).toMatchObject({ figure: { text: '不知道', known: false }, unit: '人', snapshot: null });
    expect(meant.figure.note).toMatch(/^还差 6 个社区没填/);
    expect(valueOf(await figure('type', 'circle', 'dongdajie')).rules.map(({ kind, status }) => [kind, status])).toEqual([['formats', '方案'], ['classification', '示例'], ['inventory', '示例']]);
  });
  test('to a street for what is its own and for the district', async () => {
    expect(codeOf(await figure('population', 'community', nanyuan, undefined, 'street'))).toBe('ok');
    expect(codeOf(await figure('outlets', 'district', 'district', undefined, 'street'))).toBe('ok');
    expect(codeOf(await figure('outlets', 'circle', 'ronghuajie', undefined, 'street'))).toBe('out_of_scope');
    expect(codeOf(await figure('outlets', 'community', ronghua, undefined, 'street'))).toBe('out_of_scope');
    expect(codeOf(await figure('no-such', 'district', 'district'))).toBe('not_found');
  });
});

describe('a snapshot', () => {
  const id = newId();
  const freeze = (change: object = {}, as = 'district') => world.call(as, 'desk.snapshot', { id, name: '十一月底', ...change });
  const open = async () => {
    const registration = newId();
    valueOf(await world.call(`keeper-${registration}`, 'outlet.register', { id: registration, revision: 1, outlet: null, draft: draft() }));
    valueOf(await world.call('street', 'desk.decide', { id: registration, revision: 1, decision: 'approve', reason: null }));
  };
  const sheet = (table: string, as = 'district') => world.call(as, 'export.table', { snapshot: id, table });

  test('keeps the figures of its moment, and its hash can be made again', async () => {
    for (const [i, community] of communities.entries()) valueOf(await enter(community, people(1000 + i)));
    valueOf(await freeze());
    const before = valueOf(await figure('outlets', 'circle', 'dongdajie')).figure.text;
    await open();
    expect(valueOf(await figure('outlets', 'circle', 'dongdajie')).figure.text).not.toBe(before);
    const frozen = valueOf(await figure('outlets', 'circle', 'dongdajie', id));
    expect([frozen.figure.text, frozen.snapshot?.name]).toEqual([before, '十一月底']);
    const row = await world.host.database.owner.selectFrom('lz.snapshot').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(sha256Hex(canonicalJson(row.sheet))).toBe(Buffer.from(row.hash).toString('hex'));
  });

  test('the same again is the same; a name that is taken is said; only the district makes one', async () => {
    expect(valueOf(await freeze()).snapshot.id).toBe(id);
    expect(codeOf(await freeze({ id: newId() }))).toBe('name_taken');
    expect(codeOf(await freeze({ name: '别的' }))).toBe('value_invalid');
    expect(codeOf(await freeze({ id: newId(), name: '街道的' }, 'street'))).toBe('role_required');
    expect(codeOf(await figure('outlets', 'district', 'district', newId()))).toBe('not_found');
  });

  test('two who freeze under one name at once: one wins, the other is told', async () => {
    const both = await Promise.all([freeze({ id: newId(), name: '同名' }), freeze({ id: newId(), name: '同名' })]);
    expect(both.map(codeOf).sort()).toEqual(['name_taken', 'ok']);
  });

  test.each(tables.tables.map(({ code, title }) => [code, title] as const))('table %s is an .xlsx that can be opened, of the snapshot alone', async (code, title) => {
    const { file } = valueOf(await sheet(code));
    const parts = unzipSync(Buffer.from(file.content, 'base64'));
    const words = strFromU8(parts['xl/sharedStrings.xml']!);
    expect(words).toContain(title);
    expect(words).toContain('快照「十一月底」');
    expect(words).toContain('参照表样');
    expect(words).toContain('packages/desk/figure/index?code=');
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain(`paperSize="${code === 'building' ? 8 : 9}" orientation="landscape" fitToWidth="1" fitToHeight="0"`);
    expect(sha256Hex(Buffer.from(file.content, 'base64') as never)).toBe(file.hash);
  });

  test('its file stays the first one: asked again it is the same, whoever asks and whatever came since', async () => {
    const first = valueOf(await sheet('building')).file;
    world.setNow(new Date(noon.getTime() + 86_400_000));
    await open();
    expect(valueOf(await sheet('building')).file).toEqual(first);
    world.setNow(noon);
    const listed = valueOf(await world.call('district', 'desk.snapshots', {})).snapshots.find((one) => one.id === id)!;
    expect(listed.reports.find(({ kind }) => kind === 'building')).toMatchObject({ hash: first.hash });
    expect(listed.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a table of people waits for no community, and one of what is not known says so', async () => {
    const { file } = valueOf(await sheet('building'));
    const xml = strFromU8(unzipSync(Buffer.from(file.content, 'base64'))['xl/sharedStrings.xml']!);
    expect(xml).toContain('「—」是现在还不知道的，不是 0。');
    expect(xml).toContain(String(communities.reduce((sum, _, i) => sum + 1000 + i, 0)));
  });

  describe('a street', () => {
    const part = (table: string, as: string, street?: string) => world.call(as, 'export.table', { snapshot: id, table, ...(street ? { street } : {}) });
    const wordsIn = ({ content }: { content: string }) => strFromU8(unzipSync(Buffer.from(content, 'base64'))['xl/sharedStrings.xml']!);

    test('gets its own part: its circles and itself, no other’s and no total, with the numbers of the whole', async () => {
      const [building, summary, formats] = [valueOf(await part('building', 'street', dongdajieStreet)).file, valueOf(await part('summary', 'street', dongdajieStreet)).file, valueOf(await part('have-and-lack', 'street', dongdajieStreet)).file];
      for (const file of [building, summary, formats]) {
        expect(wordsIn(file)).toContain('东大街街道的部分 · 快照「十一月底」');
        expect(file.name).toMatch(/-东大街街道-十一月底\.xlsx$/);
        expect(wordsIn(file)).not.toContain('荣华街');
        expect(wordsIn(file)).not.toContain('凉州城区');
      }
      expect(wordsIn(building)).toContain(String(communities.reduce((sum, _, i) => sum + 1000 + i, 0)));
      expect(wordsIn(valueOf(await sheet('building')).file)).toContain('荣华街');
    });

    test('the same file again, beside the district’s own; each is told of those it may have', async () => {
      const [first, again, whole] = [valueOf(await part('summary', 'street', dongdajieStreet)).file, valueOf(await part('summary', 'district', dongdajieStreet)).file, valueOf(await sheet('summary')).file];
      expect(again).toEqual(first);
      expect(whole.hash).not.toBe(first.hash);
      const listed = async (as: string) => valueOf(await world.call(as, 'desk.snapshots', {}));
      const [own, all] = [await listed('street'), await listed('district')];
      expect(own.streets).toEqual([{ code: dongdajieStreet, name: '东大街街道' }]);
      expect(new Set(own.snapshots.flatMap(({ reports }) => reports.map(({ street }) => street)))).toEqual(new Set([dongdajieStreet]));
      expect(all.streets).toBeNull();
      expect(new Set(all.snapshots.flatMap(({ reports }) => reports.map(({ street }) => street)))).toEqual(new Set([null]));
    });

    test('gets neither the whole nor another’s part, and the district none of a street that is not there', async () => {
      expect(codeOf(await part('summary', 'street'))).toBe('out_of_scope');
      expect(codeOf(await part('summary', 'street', ronghuaStreet))).toBe('out_of_scope');
      expect(codeOf(await part('summary', 'elder', dongdajieStreet))).toBe('role_required');
      expect(codeOf(await part('summary', 'district', '620602999'))).toBe('unknown_place');
    });
  });

  test('one that is not there, and one whose role has ended, get none', async () => {
    expect(codeOf(await sheet('no-such'))).toBe('not_found');
    const { database, secrets } = world.host;
    await database.owner.updateTable('lz.officer').set({ ended_at: noon.toISOString() }).where('person', '=', secrets.person(identity('district'))).execute();
    expect(codeOf(await sheet('building'))).toBe('role_ended');
  });
});
