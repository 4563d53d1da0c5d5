/** Photos on their way in: what is refused and how it is said, what is kept of them, parts of one, and the platform's check. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { removePhotos } from '../../cloudfunctions/clock/photos';
import { notePassed } from '../../database/queries/files';
import { openHost } from '../../local/host';
import { catalogue, type ErrorCode } from '../../types/errors';
import { base64, claiming, exe, loaded, photoFile, secretWords, svg } from '../support/photos';
import { front, photosIn, small } from '../support/photos/calls';
import { overHttp, type Transport } from '../support/transports';
import { codeOf, newId, noon, openWorld, secret, valueOf, type Persona, type World } from '../support/world';

let world: World;
let http: Transport & { readonly url: string };
beforeAll(async () => {
  world = await openWorld();
  http = await overHttp(world);
});
afterAll(async () => {
  await http.close();
  await world.close();
});
afterEach(() => world.setNow(noon));
const { add, added, decide, kept, own, register } = photosIn(() => world);
const get = (link: string) => fetch(`${http.url}${link}`);

describe('what is taken', () => {
  test.each<[string, Uint8Array, ErrorCode]>([
    ['a renamed program', exe, 'photo_not_image'], ['an SVG with a script', svg, 'photo_not_image'], ['a text', Buffer.from('hello'), 'photo_not_image'],
    ['one of more than a megabyte', Buffer.concat([small, Buffer.alloc(1024 * 1024)]), 'photo_too_large'],
    ['one that claims 65,535 × 65,535', claiming(small, 65535, 65535), 'photo_dimensions'], ['one that ends early', front.subarray(0, 4000), 'photo_broken'],
  ])('%s is refused in its own words, and nothing is kept', async (_, bytes, code) => {
    const before = kept();
    const reply = await add('young', 'front', bytes);
    expect(reply).toEqual({ ok: false, error: { code, ...catalogue[code], field: 'data' } });
    expect(kept()).toEqual(before);
  });
  test.each(['***', 'data:image/jpeg;base64,AAAA', '==='])('what is no base64 (%s) is broken', async (data) => {
    expect(codeOf(await world.call('young', 'outlet.addPhoto', { id: newId(), purpose: 'front', data }))).toBe('photo_broken');
  });
  test('40 MB do not get in at all', async () => {
    const response = await fetch(`${http.url}/api/outlet`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ action: 'addPhoto', v: 1, data: { id: newId(), purpose: 'front', data: 'A'.repeat(53_000_000) } }) });
    expect([response.status, codeOf((await response.json()) as never)]).toEqual([413, 'too_large']);
  });
  test('a whole megabyte does, over HTTP', async () => {
    // the room of a real photo: filled behind its end, where nothing is kept
    const bytes = Buffer.concat([small, Buffer.alloc(1024 * 1024 - small.length)]);
    expect(codeOf(await http.send('outlet', { action: 'addPhoto', v: 1, data: { id: newId(), purpose: 'front', data: base64(bytes) } }, 'young'))).toBe('ok');
  });
  test('from one address so many, then it is told to wait; what carries no photo goes on', async () => {
    const busy = await overHttp(world, { photosAtOnce: 2 });
    const padded = Buffer.concat([small, Buffer.alloc(60_000)]);
    const send = () => busy.send('outlet', { action: 'addPhoto', v: 1, data: { id: newId(), purpose: 'front', data: base64(padded) } }, 'young');
    expect([codeOf(await send()), codeOf(await send()), codeOf(await send())]).toEqual(['ok', 'ok', 'too_many_photos']);
    expect(codeOf(await busy.send('outlet', { action: 'mine', v: 1, data: {} }, 'young'))).toBe('ok');
    await busy.close();
  });
  test('thirty of one person in a day, also when they come at once; tomorrow again', async () => {
    const codes = (await Promise.all(Array.from({ length: 34 }, () => add('busy-with-photos')))).map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(30);
    expect(codes.filter((code) => code === 'too_many_photos')).toHaveLength(4);
    world.setNow(new Date(noon.getTime() + 25 * 3_600_000));
    expect(codeOf(await add('busy-with-photos'))).toBe('ok');
  });
  test('where nothing keeps photos that is said, and it is not her fault', async () => {
    const { host } = world;
    const handler = host.handlerAt('outlet', () => noon);
    const { put } = host.files!;
    Object.assign(host.files!, { put: () => Promise.reject(new Error('disk full')) });
    try {
      const id = newId();
      const send = () => handler({ action: 'addPhoto', v: 1, data: { id, purpose: 'front', data: base64(small) } }, 'h5:cast-young');
      expect(codeOf(await send())).toBe('photos_paused');
      expect(codeOf(await register('young', [{ id, purpose: 'front' }]))).toBe('photo_unknown');
      Object.assign(host.files!, { put });
      expect(codeOf(await send())).toBe('ok');
    } finally {
      Object.assign(host.files!, { put });
    }
  });
});

describe('what is kept', () => {
  test('of a phone\'s photo neither place nor phone nor comment nor what hung behind it: in no file, in no row', async () => {
    const dirty = loaded(front, 6);
    for (const word of secretWords) expect(Buffer.from(dirty).toString('latin1')).toContain(word);
    const photo = await added('noodles', 'front', dirty);
    expect(photo).toMatchObject({ width: 480, height: 640, state: 'held' });
    const stored = readFileSync(join(world.host.files!.folder, `${photo.id}.jpg`));
    const rows = JSON.stringify((await sql`select * from lz.file`.execute(world.host.database.owner)).rows);
    const shown = Buffer.from(await (await get(photo.link!)).arrayBuffer());
    for (const word of secretWords) for (const place of [stored.toString('latin1'), rows, shown.toString('latin1')]) expect(place).not.toContain(word);
    expect(shown).toEqual(stored);
  });
  test('the same again is one photo; something else under its id is none; nor somebody else\'s', async () => {
    const id = newId();
    const [first, second] = [valueOf(await add('noodles', 'front', small, id)), valueOf(await add('noodles', 'front', small, id))];
    expect(second).toEqual(first);
    expect(codeOf(await add('noodles', 'front', front, id))).toBe('photo_unknown');
    expect(codeOf(await add('noodles', 'licence', small, id))).toBe('photo_unknown');
    expect(codeOf(await add('cobbler', 'front', small, id))).toBe('photo_unknown');
    expect(await own('cobbler', id)).toEqual([]);
  });
  test('two at once under one id: one photo; of two persons one has it', async () => {
    const id = newId();
    const codes = (await Promise.all([add('noodles', 'front', small, id), add('noodles', 'front', small, id), add('cobbler', 'front', front, id)])).map(codeOf);
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(0);
    expect([await own('noodles', id), await own('cobbler', id)].filter((photos) => photos.length === 1)).toHaveLength(1);
    expect(kept().filter((name) => name.startsWith(id))).toEqual([`${id}.jpg`]);
  });
  test('a row says what it said: not even its owner changes it, and none is deleted', async () => {
    const { id } = await added('noodles');
    for (const statement of [`update lz.file set sha256 = sha256('x') where id = '${id}'`, `update lz.file set owner = 'x' where id = '${id}'`, 'delete from lz.file', 'truncate lz.file cascade']) {
      await expect(sql.raw(statement).execute(world.host.database.owner)).rejects.toThrow('not allowed');
    }
  });
});

describe('in parts, where a call carries less than a photo', () => {
  const text = base64(photoFile('front.jpg'));
  const cut = (of: number) => Array.from({ length: of }, (_, at) => text.slice(Math.floor((at * text.length) / of), Math.floor(((at + 1) * text.length) / of)));
  const part = (who: Persona, id: string, data: string, at: number, of: number) => world.call(who, 'outlet.addPhoto', { id, purpose: 'front', data, part: { at, of } });
  const waiting = async () => (await sql<{ n: number }>`select count(*)::int as n from lz.file_part`.execute(world.host.database.owner)).rows[0]!.n;
  beforeAll(() => { Object.assign(world.host.files!, { takesParts: true }); });
  afterAll(() => { Object.assign(world.host.files!, { takesParts: false }); });

  test('in any order, one of them twice: the photo is there with the last, and again with all of them again; nothing is left over', async () => {
    const id = newId();
    const parts = cut(3);
    for (const at of [2, 0, 2]) expect(valueOf(await part('parted', id, parts[at]!, at, 3)).photo).toBeNull();
    expect(valueOf(await part('parted', id, parts[1]!, 1, 3)).photo).toMatchObject({ id, width: 640, height: 480 });
    for (const at of [0, 1]) expect(valueOf(await part('parted', id, parts[at]!, at, 3)).photo).toBeNull();
    expect(valueOf(await part('parted', id, parts[2]!, 2, 3)).photo).toMatchObject({ id });
    expect(await waiting()).toBe(0);
  });
  test('parts of two persons under one id don\'t mix', async () => {
    const id = newId();
    const [a, b] = cut(2);
    valueOf(await part('parted', id, a!, 0, 2));
    expect(valueOf(await part('cobbler', id, b!, 1, 2)).photo).toBeNull();
    expect(valueOf(await part('parted', id, b!, 1, 2)).photo).toMatchObject({ id });
    expect(await waiting()).toBe(1);
  });
  test('what is joined is looked at as a whole', async () => {
    const id = newId();
    valueOf(await part('parted', id, cut(2)[0]!, 0, 2));
    expect(codeOf(await part('parted', id, cut(2)[0]!, 1, 2))).toBe('photo_broken');
  });
  test.each([['a part behind the last', 2, 2], ['a part of none', 0, 0], ['more parts than a photo has', 0, 25]])('%s is refused', async (_, at, of) => {
    expect(codeOf(await part('parted', newId(), 'AAAA', at, of))).toBe('value_invalid');
  });
  test('one that is too long is refused, and so is what one person piles up', async () => {
    expect(codeOf(await part('parted', newId(), 'A'.repeat(100_001), 0, 2))).toBe('value_invalid');
    const codes = [];
    for (let i = 0; i < 82; i += 1) codes.push(codeOf(await part('piler', newId(), 'AAAA', 0, 2)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(80);
    expect(codes.at(-1)).toBe('too_many_photos');
  });
  test('what is not finished within the hour is thrown away', async () => {
    expect(await waiting()).toBeGreaterThan(0);
    await removePhotos(world.host.database.as('clock'), world.host.files!, new Date(noon.getTime() + 3_601_000));
    expect(await waiting()).toBe(0);
  });
  test('where a call carries a whole photo, parts are not taken', async () => {
    Object.assign(world.host.files!, { takesParts: false });
    expect(codeOf(await part('parted', newId(), 'AAAA', 0, 2))).toBe('value_invalid');
  });
});

describe('the platform\'s check', () => {
  const checked = async (name: string | null) => {
    const asked: string[] = [];
    const { database, roundKeys, files, settings } = world.host;
    const host = await openHost({ database, secret, roundKeys, filesFolder: files!.folder, settings, now: () => noon, imageCheck: async (identity, link) => { asked.push(`${identity} ${link}`); return name; } });
    const id = newId();
    const send = () => host.handlers.outlet({ action: 'addPhoto', v: 1, data: { id, purpose: 'front', data: base64(small) } }, 'h5:cast-checked');
    expect([codeOf(await send()), codeOf(await send())]).toEqual(['ok', 'ok']);
    expect(asked).toEqual([expect.stringMatching(/^h5:cast-checked \/files\//)]);
    return id;
  };
  const passed = (name: string) => world.host.database.as('outlet').write((db) => notePassed(db, name, noon));

  test('is asked once for a photo; its verdict finds it by the name of the check, and lets it be seen', async () => {
    const id = await checked('trace-of-one');
    expect((await own('checked', id))[0]).toMatchObject({ state: 'held' });
    expect(await passed('trace-of-another')).toBe(false);
    expect(await passed('trace-of-one')).toBe(true);
    expect((await own('checked', id))[0]).toMatchObject({ state: 'passed' });
    expect(await passed('trace-of-one')).toBe(false);
  });
  test('never turns a person\'s no into a yes', async () => {
    const id = await checked('trace-late');
    valueOf(await register('checked', [{ id, purpose: 'front' }]));
    valueOf(await decide('street', id, 'private'));
    expect(await passed('trace-late')).toBe(false);
    expect((await own('checked', id))[0]).toMatchObject({ state: 'refused' });
  });
  test('without it a photo waits for a person', async () => {
    const id = await checked(null);
    expect((await own('checked', id))[0]).toMatchObject({ state: 'held' });
  });
});
