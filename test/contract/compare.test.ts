/** Holding two published figures against each other: by what was published alone, and never two that can't be. */
import { newcombe } from '../../domain/compare';
import { wilsonOf } from '../../domain/satisfaction';
import type { Cell } from '../../types/contract/results';
import { answersOf, communitiesOf, openAnswersOf, releaseAt } from '../support/answersOf';
import { addRound, codeOf, noon, openWorld, valueOf, type World } from '../support/world';

const hour = 3_600_000;
const day = 24 * hour;
let world: World;
const at = (days: number) => new Date(noon.getTime() + days * day);
const idOf = (round: string, days: number) => `${round}-final-${at(days).toISOString().slice(0, 10)}`;
const earlier = idOf('earlier', -39 + 25 / 24);
const closed = idOf('closed', -2 / 24 + 25 / 24);
const compare = (first: { release: string; circle: string }, second?: { release: string; circle: string }) => world.call('elder', 'survey.compare', { first, ...(second ? { second } : {}) });

/** Two drawn rounds: 东大街 87 % then 97 %, 西大街 80 % then 80 %; in the second 西关街 under its gate, and 荣华街 with four answers. An open one after them. */
beforeAll(async () => {
  world = await openWorld();
  await addRound(world.host, { id: 'earlier', source: 'drawn', opens: -60 * day, closes: -39 * day, interims: [-45 * day], without: communitiesOf('xiguanjie').slice(0, 1) });
  world.setNow(at(-50));
  await answersOf(world, { round: 'earlier', communities: communitiesOf('dongdajie'), n: 23, satisfied: 20 });
  await answersOf(world, { round: 'earlier', communities: communitiesOf('xidajie'), n: 25, satisfied: 20 });
  await answersOf(world, { round: 'earlier', communities: communitiesOf('xiguanjie').slice(1), n: 40, satisfied: 30 });
  await releaseAt(world, at(-45));
  await releaseAt(world, at(-37));
  world.setNow(at(-10));
  await answersOf(world, { round: 'closed', communities: communitiesOf('dongdajie'), n: 30, satisfied: 29 });
  await answersOf(world, { round: 'closed', communities: communitiesOf('xidajie'), n: 25, satisfied: 20 });
  await answersOf(world, { round: 'closed', communities: communitiesOf('xiguanjie'), n: 20, satisfied: 8 });
  await answersOf(world, { round: 'closed', communities: communitiesOf('xuanwu-shiyiyuan'), n: 12, satisfied: 11 });
  await answersOf(world, { round: 'closed', communities: communitiesOf('xuanwu-huangtai').slice(1), n: 12, satisfied: 11 });
  await answersOf(world, { round: 'closed', communities: communitiesOf('ronghuajie').slice(0, 1), n: 4, satisfied: 4 });
  await openAnswersOf(world, { round: 'closed', communities: communitiesOf('dongdajie').slice(0, 1), n: 20, satisfied: 10 });
  await releaseAt(world, at(1));
}, 120_000);
afterAll(() => world.close());

const figure = ({ weighted, interval }: Cell) => ({ rate: weighted!.rate, ...interval! });

test('with the round before: the difference of the two as shown, and an interval that anybody can redo from what was published', async () => {
  const { first, second, comparison, why } = valueOf(await compare({ release: closed, circle: 'dongdajie' }));
  expect(why).toBeNull();
  expect([first.round.id, second!.round.id]).toEqual(['closed', 'earlier']);
  expect([first.cell.weighted!.rate, second!.cell.weighted!.rate]).toEqual([0.967, 0.87]);
  expect(comparison).toMatchObject({ difference: 0.097, told: 'higher', notes: ['rounds_taken_as_independent'] });
  const published = newcombe(figure(first.cell), figure(second!.cell));
  const unrounded = newcombe({ rate: 29 / 30, ...wilsonOf(29 / 30, 210, 1.96) }, { rate: 20 / 23, ...wilsonOf(20 / 23, 161, 1.96) });
  for (const { low, high } of [published, unrounded]) {
    expect(comparison!.interval.low).toBeLessThanOrEqual(low);
    expect(comparison!.interval.high).toBeGreaterThanOrEqual(high);
  }
  expect(comparison!.interval.high - comparison!.interval.low).toBeLessThan(unrounded.high - unrounded.low + 0.005);
});

test('a drawn round is compared by its drawn answers, whatever stands beside them', async () => {
  expect(valueOf(await compare({ release: closed, circle: 'dongdajie' })).first.cell).toMatchObject({ source: 'drawn', n: 210 });
});

test('with another circle of the release, the other way round the other way', async () => {
  const [a, b] = [{ release: closed, circle: 'dongdajie' }, { release: closed, circle: 'xidajie' }];
  const one = valueOf(await compare(a, b)).comparison!;
  const other = valueOf(await compare(b, a)).comparison!;
  expect(one).toMatchObject({ told: 'higher', notes: [] });
  expect(other).toEqual({ difference: -one.difference, interval: { low: -one.interval.high, high: -one.interval.low }, told: 'lower', notes: [] });
});

test('which circles there are to choose from, and which of them share a community', async () => {
  const { others } = valueOf(await compare({ release: closed, circle: 'xuanwu-shiyiyuan' }));
  expect(others).toHaveLength(7);
  expect(others.filter(({ overlaps }) => overlaps)).toEqual([{ id: 'xuanwu-huangtai', name: '宣武皇台生活圈', overlaps: true }]);
});

test.each([
  ['two circles that share a community', { release: closed, circle: 'xuanwu-shiyiyuan' }, { release: closed, circle: 'xuanwu-huangtai' }, 'overlap'],
  ['a circle and itself', { release: closed, circle: 'dongdajie' }, { release: closed, circle: 'dongdajie' }, 'overlap'],
  ['another circle of another round', { release: closed, circle: 'dongdajie' }, { release: earlier, circle: 'xidajie' }, 'other_communities'],
  ['rounds that did not hold the same communities', { release: closed, circle: 'xiguanjie' }, { release: earlier, circle: 'xiguanjie' }, 'other_communities'],
  ['a circle with too few', { release: closed, circle: 'dongdajie' }, { release: closed, circle: 'ronghuajie' }, 'no_interval'],
  ['an interim figure', { release: idOf('earlier', -45).replace('final', 'interim'), circle: 'dongdajie' }, { release: closed, circle: 'dongdajie' }, 'not_final'],
  ['the first round of all', { release: earlier, circle: 'dongdajie' }, undefined, 'none_before'],
] as const)('%s: no comparison, and why', async (_, first, second, why) => {
  const found = valueOf(await compare(first, second));
  expect(found).toMatchObject({ comparison: null, why });
});

test('under the gate the figures stand beside each other, and nothing is told', async () => {
  expect(valueOf(await compare({ release: closed, circle: 'dongdajie' }, { release: closed, circle: 'xiguanjie' })).comparison).toMatchObject({ told: 'under_gate' });
});

test('of an open round nothing is compared, with nothing', async () => {
  world.setNow(at(2));
  await answersOf(world, { round: 'running', communities: communitiesOf('dongdajie').slice(0, 1), n: 12, satisfied: 12 });
  await releaseAt(world, at(7));
  const open = { release: idOf('running', 5 + 25 / 24), circle: 'dongdajie' };
  expect(valueOf(await compare(open))).toMatchObject({ first: { cell: { source: 'open' } }, second: null, comparison: null, why: 'not_drawn', others: [] });
  expect(valueOf(await compare(open, { release: closed, circle: 'dongdajie' }))).toMatchObject({ comparison: null, why: 'not_drawn' });
  // and the round after it would be held against the last drawn one
  expect(valueOf(await compare({ release: closed, circle: 'dongdajie' })).second!.round.id).toBe('earlier');
});

test('what was never published is not found', async () => {
  expect(codeOf(await compare({ release: 'closed-final-2000-01-01', circle: 'dongdajie' }))).toBe('not_found');
  expect(codeOf(await compare({ release: closed, circle: 'dongdajie' }, { release: closed, circle: 'nowhere' }))).toBe('not_found');
});
