/** The HTTP host at its edges: what is too large, malformed, unknown or not meant for the outside. */
import { overHttp, type Transport } from '../support/transports';
import { codeOf, openWorld, type World } from '../support/world';

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
const post = (path: string, body: string, headers: Record<string, string> = {}) => fetch(`${http.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

test('a body of ten megabytes is refused in its own words', async () => {
  const response = await post('/api/survey', JSON.stringify({ action: 'home', v: 1, data: { scene: 'x'.repeat(10_000_000) } }));
  expect(response.status).toBe(413);
  expect(((await response.json()) as { error: { code: string } }).error.code).toBe('too_large');
});
test.each([['{"action":', 'text/json cut off'], ['', 'nothing']])('a body that is %s is refused without a stack', async (body) => {
  const text = await (await post('/api/survey', body)).text();
  expect(text).toContain('malformed_request');
  expect(text).not.toMatch(/node_modules|at \w+ \(|SyntaxError/);
});
test('a function that does not exist, also one named like a property of objects', async () => {
  for (const name of ['nothing', 'constructor', '__proto__']) expect(codeOf((await (await post(`/api/${name}`, '{}')).json()) as never)).toBe('unknown_action');
});
test.each(['Bearer forged.signature', 'Bearer x', 'Basic abc', ''])('a session that is not ours (%s) is nobody', async (authorization) => {
  const response = await post('/api/survey', JSON.stringify({ action: 'home', v: 1, data: {} }), { authorization });
  expect(response.status).toBe(401);
});
test('an identity in the body or a header changes nothing', async () => {
  const response = await post('/api/desk', JSON.stringify({ action: 'progress', v: 1, data: {}, identity: 'h5:cast-district', OPENID: 'o-district' }), { 'x-wx-openid': 'o-district' });
  expect(response.status).toBe(401);
});
test('the health page says whether the database answers, and nothing else', async () => {
  expect(await (await fetch(`${http.url}/health`)).json()).toEqual({ ok: true });
});
test('replies are not cached, not sniffed, not framed, and load nothing from elsewhere', async () => {
  const { headers } = await post('/api/session', '{}');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
});
test('a poster link and an invite link lead into the app, whatever stands in them', async () => {
  const location = async (path: string) => (await fetch(`${http.url}${path}`, { redirect: 'manual' })).headers.get('location');
  expect(await location('/s/abc')).toBe('/?scene=abc');
  expect(await location('/s/%0d%0aSet-Cookie:x')).toBe('/?scene=%0D%0ASet-Cookie%3Ax');
  expect(await location('/i/xyz')).toBe('/#/packages/desk/accept/index?code=xyz');
});
test('commands of the command line are not reachable without their key', async () => {
  expect((await post('/control/invite', JSON.stringify({ role: 'district', place: null }))).status).toBe(404);
});
test('sessions by the thousand: one address gets so many, is told to wait, and others go on', async () => {
  const busy = await overHttp(world, { sessionsAtOnce: 20 });
  const mint = async (from?: string) => (await fetch(`${busy.url}/api/session`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...(from ? { 'x-forwarded-for': from } : {}) } })).json() as Promise<never>;
  const codes = (await Promise.all(Array.from({ length: 100 }, () => mint('203.0.113.7')))).map(codeOf);
  expect(codes.filter((code) => code === 'ok')).toHaveLength(20);
  expect(codes.filter((code) => code === 'too_many_sessions')).toHaveLength(80);
  expect(codeOf(await mint('203.0.113.8'))).toBe('ok');
  await busy.close();
});
