/** Where a scan leads: the circle, or a list, never an error page. */
import { codeOf, nanyuan, openWorld, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

test('a poster leads to its community and circle, with targets, due date and the running round', async () => {
  const home = valueOf(await world.call('elder', 'survey.home', { scene: 'nanyuan001' }));
  expect(home.place).toMatchObject({ circle: { name: '东大街生活圈' }, community: { code: nanyuan, name: '南苑社区' }, street: { name: '东大街街道' } });
  expect(home.circle).toMatchObject({ targetStatus: '待核', due: '2024-12-31' });
  expect(home.circle!.targets[0]!.type).toBe('品质型');
  expect(home.running).toMatchObject({ id: 'running', answered: 0, source: 'open' });
  expect(home.hotline).toBe('12345');
});
test.each([['nosuchcode', 'unknown'], ['oldnanyuan', 'revoked'], ['<script>', 'unknown'], ["'; drop table lz.poster", 'unknown']])('the code %s leads to the list, kindly: %s', async (scene, problem) => {
  expect(valueOf(await world.call('elder', 'survey.home', { scene }))).toMatchObject({ place: null, sceneProblem: problem, circle: null });
});
test('no code at all leads to the list too', async () => {
  expect(valueOf(await world.call('elder', 'survey.home', {}))).toMatchObject({ place: null, sceneProblem: null });
});
test('the list holds all streets and communities, each with its circles; one community can be in two', async () => {
  const { streets } = valueOf(await world.call('elder', 'survey.places', {}));
  expect(streets).toHaveLength(7);
  const communities = streets.flatMap((street) => street.communities);
  expect(communities).toHaveLength(32);
  expect(communities.filter(({ circles }) => circles.length > 1).length).toBeGreaterThan(0);
  // 九条岭矿区 lies away from the city and belongs to no circle
  expect(communities.filter(({ circles }) => circles.length === 0)).toHaveLength(1);
});
test('an unknown community is told so', async () => {
  expect(codeOf(await world.call('elder', 'survey.home', { community: '620602009001' }))).toBe('unknown_place');
});
test('officers and merchants are known as such in the same reply', async () => {
  expect(valueOf(await world.call('street', 'survey.home', {})).session).toEqual({ roles: [{ role: 'street', street: { code: '620602001', name: '东大街街道' }, community: null, department: null }], merchant: false });
  expect(valueOf(await world.call('elder', 'survey.home', {})).session).toEqual({ roles: [], merchant: false });
});
