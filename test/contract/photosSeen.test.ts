/** Who sees a photo and when, the links that lead to it, who decides on it, and when it is gone. */
import { sql } from 'kysely';
import { removePhotos } from '../../cloudfunctions/clock/photos';
import { attachFiles } from '../../database/queries/files';
import type { PhotoPurpose } from '../../types/contract/photos';
import { front, photosIn, ref } from '../support/photos/calls';
import { overHttp, type Transport } from '../support/transports';
import { codeOf, dongdajieStreet, newId, noon, openWorld, ronghua, ronghuaStreet, valueOf, type Persona, type World } from '../support/world';

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
const { added, decide, kept, own, register } = photosIn(() => world);
const get = (link: string) => fetch(`${http.url}${link}`);

describe('links', () => {
  test('they say what they lead to, are kept by nobody else, and are good for ten minutes and no longer than fifteen', async () => {
    const { link } = await added('noodles');
    const { status, headers } = await get(link!);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin',
    });
    expect(Number(/^private, max-age=(\d+)$/.exec(headers.get('cache-control')!)![1])).toBeLessThanOrEqual(900);
    world.setNow(new Date(noon.getTime() + 599_000));
    expect((await get(link!)).status).toBe(200);
    world.setNow(new Date(noon.getTime() + 901_000));
    expect((await get(link!)).status).toBe(404);
  });
  test.each<[string, (link: URL) => void]>([
    ['longer than it was given', (link) => link.searchParams.set('until', String(Number(link.searchParams.get('until')) + 60))],
    ['another file', (link) => { link.pathname = `/files/${newId()}.jpg`; }],
    ['another ending', (link) => { link.pathname = link.pathname.replace('.jpg', '.png'); }],
    ['without its sign', (link) => link.searchParams.delete('mac')],
    ['one letter changed', (link) => link.searchParams.set('mac', link.searchParams.get('mac')!.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')))],
    ['an empty end', (link) => link.searchParams.set('until', '')],
    ['an end that is no number', (link) => link.searchParams.set('until', '1e12')],
    ['a sign twice', (link) => link.searchParams.append('mac', 'x')],
  ])('%s leads nowhere', async (_, change) => {
    const { link } = await added('noodles');
    const url = new URL(link!, http.url);
    change(url);
    expect((await fetch(url)).status).toBe(404);
  });
  test.each(['/files/..%2fsecret', '/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd', '/files/....//x', '/files/', '/files/x.jpg%00.png', `/files/${'a'.repeat(500)}`])('nothing but a photo is found at %s', async (path) => {
    const response = await get(`${path}?until=9999999999&mac=x`);
    expect([400, 404, 414]).toContain(response.status);
  });
});

describe('who sees a photo', () => {
  const listed = async (photos: { id: string; purpose: PhotoPurpose }[], who: Persona = 'noodles') => {
    const { registration } = valueOf(await register(who, photos));
    const { outlet: id } = valueOf(await world.call('street', 'desk.decide', { id: registration.id, revision: 1, decision: 'approve', reason: null }));
    return { registration: registration.id, outlet: id! };
  };
  const shownOf = async (who: Persona, id: string) => valueOf(await world.call(who, 'outlet.detail', { id })).outlet.photos!;

  test('a shop front: its owner and the street at once, everybody once it passed; a licence never', async () => {
    const [shop, licence] = [await added('noodles', 'front', front), await added('noodles', 'licence')];
    const { registration } = valueOf(await register('noodles', [ref(shop), ref(licence)]));
    const waiting = valueOf(await world.call('street', 'desk.queue', { id: registration.id })).items[0]!;
    expect(waiting.photos!.map(({ id, state, link }) => [id, state, typeof link])).toEqual([[shop.id, 'held', 'string'], [licence.id, 'held', 'string']]);
    expect((await get(waiting.photos![0]!.link!)).status).toBe(200);
    const { outlet: id } = valueOf(await world.call('street', 'desk.decide', { id: registration.id, revision: 1, decision: 'approve', reason: null }));
    expect(await shownOf('young', id!)).toEqual([]);
    expect(await own('young', shop.id, licence.id)).toEqual([]);
    expect((await own('noodles', shop.id))[0]).toMatchObject({ state: 'held', link: expect.any(String) as string });
    expect(valueOf(await decide('street', licence.id))).toEqual({ state: 'passed', reason: null });
    valueOf(await decide('street', shop.id));
    const [seen, ...more] = await shownOf('young', id!);
    expect(more).toEqual([]);
    expect(Object.keys(seen!).sort()).toEqual(['height', 'id', 'link', 'width']);
    expect((await get(seen!.link!)).status).toBe(200);
  });

  test('a refused one is gone from the page, says why to its owner, and can\'t be sent again; it can be let through again', async () => {
    const shop = await added('noodles');
    const { outlet: id } = await listed([ref(shop)]);
    valueOf(await decide('street', shop.id));
    expect(await shownOf('young', id)).toHaveLength(1);
    valueOf(await decide('street', shop.id, 'private', 'passed'));
    expect(await shownOf('young', id)).toEqual([]);
    expect((await own('noodles', shop.id))[0]).toMatchObject({ state: 'refused', reason: 'private' });
    expect(codeOf(await register('noodles', [ref(shop)]))).toBe('photo_refused');
    valueOf(await decide('street', shop.id, null, 'refused'));
    expect(await shownOf('young', id)).toHaveLength(1);
  });

  test('a change of the outlet shows its own photos once it is approved; a phone that knows nothing of photos takes none away', async () => {
    const [first, second] = [await added('noodles'), await added('noodles', 'front', front)];
    const { outlet: id } = await listed([ref(first)]);
    valueOf(await decide('street', first.id));
    const changeTo = async (photos: { id: string; purpose: PhotoPurpose }[] | undefined) => {
      const { registration } = valueOf(await register('noodles', photos, {}, { outlet: id }));
      expect((await shownOf('young', id)).length).toBeGreaterThan(0);
      valueOf(await world.call('street', 'desk.decide', { id: registration.id, revision: 1, decision: 'approve', reason: null }));
    };
    await changeTo(undefined);
    expect((await shownOf('young', id)).map((photo) => photo.id)).toEqual([first.id]);
    await changeTo([ref(first), ref(second)]);
    expect((await shownOf('young', id)).map((photo) => photo.id)).toEqual([first.id]);
    valueOf(await decide('street', second.id));
    expect((await shownOf('young', id)).map((photo) => photo.id).sort()).toEqual([first.id, second.id].sort());
    await changeTo([ref(second)]);
    expect((await shownOf('young', id)).map((photo) => photo.id)).toEqual([second.id]);
  });

  test.each<[string, () => Promise<{ id: string; purpose: PhotoPurpose }>]>([
    ['somebody else\'s', async () => ref(await added('cobbler'))], ['one that was never added', async () => ({ id: newId(), purpose: 'front' })],
    ['one that was added for something else', async () => ({ id: (await added('noodles', 'licence')).id, purpose: 'front' })], ['one for a report', async () => ref(await added('noodles', 'report'))],
  ])('%s can\'t be sent with a registration', async (_, make) => {
    expect(codeOf(await register('noodles', [await make()]))).toBe('photo_unknown');
  });
  test('more than six can\'t either', async () => {
    const one = ref(await added('noodles'));
    expect(codeOf(await register('noodles', Array.from({ length: 7 }, () => one)))).toBe('text_too_long');
  });
});

describe('the desk', () => {
  test('sees what waits in its street, counted; another street\'s is out of scope; the district sees all', async () => {
    const [here, there] = [await added('list-here'), await added('list-there')];
    valueOf(await register('list-here', [ref(here)], { name: '这边的店' }));
    valueOf(await register('list-there', [ref(there)], { name: '那边的店', community: ronghua, point: { lng: 102.63, lat: 37.93 } }));
    const seen = async (who: Persona) => valueOf(await world.call(who, 'desk.photos', {}));
    const street = await seen('street');
    expect(street.items.find(({ id }) => id === here.id)).toMatchObject({ purpose: 'front', about: { kind: 'registration', name: '这边的店' }, street: { code: dongdajieStreet }, link: expect.any(String) as string });
    expect(street.items.map(({ id }) => id)).not.toContain(there.id);
    expect(street.waiting).toBe(street.items.length);
    expect((await seen('district')).items.map(({ id }) => id)).toEqual(expect.arrayContaining([here.id, there.id]));
    expect(codeOf(await world.call('street', 'desk.photos', { street: ronghuaStreet }))).toBe('out_of_scope');
    expect(codeOf(await decide('street', there.id))).toBe('out_of_scope');
  });
  test('what was sent with nothing yet is nobody\'s to decide', async () => {
    expect(codeOf(await decide('district', (await added('noodles')).id))).toBe('not_found');
    expect(codeOf(await decide('district', newId()))).toBe('not_found');
  });
  test('nobody decides on her own photo', async () => {
    const mine = await added('street');
    valueOf(await register('street', [ref(mine)]));
    expect(codeOf(await decide('street', mine.id))).toBe('own_photo');
    valueOf(await decide('district', mine.id));
  });
  test('of two officers at once one decides, and the other is told', async () => {
    const photo = await added('raced');
    valueOf(await register('raced', [ref(photo)]));
    const codes = (await Promise.all([decide('street', photo.id), decide('district', photo.id, 'unclear')])).map(codeOf);
    expect([...codes].sort()).toEqual(['decided_already', 'ok']);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from lz.audit where subject = ${photo.id}`.execute(world.host.database.owner);
    expect(rows[0]!.n).toBe(1);
  });
  test('a decision upon what was seen before is told that it changed', async () => {
    const photo = await added('stale');
    valueOf(await register('stale', [ref(photo)]));
    valueOf(await decide('street', photo.id));
    expect(codeOf(await decide('street', photo.id, 'unclear', 'held'))).toBe('decided_already');
    expect(codeOf(await decide('street', photo.id, null, 'passed'))).toBe('decided_already');
  });
  test('what a correction no longer names waits no more', async () => {
    const [one, other] = [await added('mender'), await added('mender', 'front', front)];
    const { registration } = valueOf(await register('mender', [ref(one)]));
    valueOf(await world.call('street', 'desk.decide', { id: registration.id, revision: 1, decision: 'return', reason: '照片不清楚' }));
    valueOf(await register('mender', [ref(other)], {}, { id: registration.id, revision: 2 }));
    const ids = valueOf(await world.call('street', 'desk.photos', {})).items.map(({ id }) => id);
    expect(ids).toContain(other.id);
    expect(ids).not.toContain(one.id);
  });
});

describe('what nobody needs any more', () => {
  const later = (days: number) => new Date(noon.getTime() + days * 86_400_000);
  const removed = async (days: number) => removePhotos(world.host.database.as('clock'), world.host.files!, later(days));
  const isKept = (id: string) => kept().includes(`${id}.jpg`);

  test('goes: sent with nothing after a week, refused or no longer shown after forty days, a report after half a year; what is shown stays', async () => {
    const [loose, refused, first, second] = [await added('remover'), await added('remover'), await added('remover'), await added('remover', 'front', front)];
    const report = await added('reporter', 'report');
    await world.host.database.as('outlet').write((db) => attachFiles(db, [report.id], { kind: 'correction', id: newId(), name: '某店', street: dongdajieStreet }, noon));
    const approve = async (photos: typeof first[], of: string | null) => {
      const { registration } = valueOf(await register('remover', photos.map(ref), {}, { outlet: of }));
      return valueOf(await world.call('street', 'desk.decide', { id: registration.id, revision: 1, decision: 'approve', reason: null })).outlet!;
    };
    const outlet = await approve([refused, first], null);
    valueOf(await decide('street', refused.id, 'unclear'));
    await approve([second], outlet);
    const all = [loose, refused, first, second, report];
    const left = () => all.filter(({ id }) => isKept(id)).map(({ id }) => id);
    await removed(6);
    expect(left()).toHaveLength(5);
    await removed(8);
    expect(left()).toEqual([refused, first, second, report].map(({ id }) => id));
    await removed(39);
    expect(left()).toHaveLength(4);
    await removed(41);
    expect(left()).toEqual([second, report].map(({ id }) => id));
    await removed(181);
    expect(left()).toEqual([second.id]);
    expect(await removed(2000)).toBe(0);
    expect((await own('remover', loose.id, refused.id)).map(({ state, link }) => [state, link])).toEqual([['held', null], ['refused', null]]);
    expect(codeOf(await register('remover', [ref(loose)]))).toBe('photo_unknown');
    expect(codeOf(await decide('street', refused.id, null, 'refused'))).toBe('photo_gone');
  });

  test('that the outlet shows others is in its history, and taking the decision back brings the former ones back', async () => {
    const [first, second] = [await added('returner'), await added('returner', 'front', front)];
    const photosOf = async () => (await world.host.database.owner.selectFrom('lz.outlet').select('photos').where('id', '=', id).executeTakeFirstOrThrow()).photos;
    const one = valueOf(await register('returner', [ref(first)]));
    const id = valueOf(await world.call('street', 'desk.decide', { id: one.registration.id, revision: 1, decision: 'approve', reason: null })).outlet!;
    const { registration } = valueOf(await register('returner', [ref(second)], {}, { outlet: id }));
    valueOf(await world.call('street', 'desk.decide', { id: registration.id, revision: 1, decision: 'approve', reason: null }));
    expect(await photosOf()).toEqual([second.id]);
    expect(valueOf(await world.call('returner', 'outlet.detail', { id })).outlet.upkeep!.history[0]!.fields).toContain('photos');
    valueOf(await world.call('street', 'desk.undo', { kind: 'registration', id: registration.id }));
    expect(await photosOf()).toEqual([first.id]);
    await removed(60);
    expect(isKept(first.id)).toBe(true);
  });
});
