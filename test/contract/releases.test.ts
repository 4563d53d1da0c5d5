/** From answers to a published figure: when, what, and what is held back. */
import { tick } from '../../cloudfunctions/clock/tick';
import { wilson } from '../../domain/satisfaction';
import { plan } from '../../rules';
import { nanyuan, newId, noon, openWorld, questionnaireHash, ronghua, valueOf, wholeAnswers, type World } from '../support/world';

const hour = 3_600_000;
let world: World;
const circles = (id: string) => plan.circles.find((circle) => circle.id === id)!.communities;

/** 30 drawn answers in each community of 东大街 (210), and 4 in 荣华. */
beforeAll(async () => {
  world = await openWorld();
  world.setNow(new Date(noon.getTime() - 10 * 24 * hour));
  let i = 0;
  const answer = (community: string, change: Record<string, string | string[]>) => world.call(`drawn-${(i += 1)}`, 'survey.submit', {
    submissionId: newId(), round: 'closed', ticket: null, questionnaireHash, community, answers: wholeAnswers(community, { A4b: '2', ...change }), seconds: 90,
  }).then(valueOf);
  for (const community of circles('dongdajie')) {
    for (let k = 0; k < 30; k += 1) await answer(community, { A6: k < 28 ? 'very-satisfied' : k === 28 ? 'dissatisfied' : 'unclear' });
    await answer(community, { A3: 'under-6-months', A6: 'very-dissatisfied' }); // not eligible: lives here too short
  }
  for (let k = 0; k < 4; k += 1) await answer(ronghua, {});
});
afterAll(() => world.close());

const clock = (at: Date) => tick(world.host.database.as('clock'), at);

test('before its time nothing is published: home and results hold counts alone', async () => {
  world.setNow(noon);
  await clock(noon);
  const home = valueOf(await world.call('elder', 'survey.home', { community: nanyuan }));
  expect(home.lastRelease).toBeNull();
  expect(valueOf(await world.call('elder', 'survey.results', { circle: 'dongdajie' })).release).toBeNull();
});

test('at its time the final release is made, once, whoever comes first', async () => {
  const after = new Date(noon.getTime() + 24 * hour);
  const reports = [await clock(after), await clock(after)];
  expect(reports.map(({ released }) => released)).toEqual([['closed final'], []]);
});

test('a drawn circle over its gates has rate, n, interval and verdict, by the numbered rules', async () => {
  world.setNow(new Date(noon.getTime() + 25 * hour));
  const { cell } = valueOf(await world.call('elder', 'survey.home', { community: nanyuan })).lastRelease!;
  // 7 × 30 eligible; of these 7 × 29 scored A6, 7 × 28 satisfied
  const expected = wilson(196, 203, 1.96);
  expect(cell).toMatchObject({ source: 'drawn', n: 210, scored: 203, verdict: 'reached', target: 0.9 });
  expect(cell.rate).toBeCloseTo(196 / 203, 12);
  expect(cell.unclear).toBeCloseTo(7 / 210, 12);
  expect(cell.interval!.low).toBeCloseTo(expected.low, 12);
  expect(cell.interval!.high).toBeCloseTo(expected.high, 12);
});

test('each question has its distribution; texts and communities have none', async () => {
  const release = valueOf(await world.call('elder', 'survey.results', { circle: 'dongdajie' })).release!;
  const a6 = release.distributions.find(({ question }) => question === 'A6')!;
  expect(a6.n).toBe(210);
  expect(a6.options.find(({ code }) => code === 'very-satisfied')!.share).toBeCloseTo(196 / 210, 12);
  expect(release.distributions.map(({ question }) => question)).not.toContain('A18');
  expect(release.distributions.map(({ question }) => question)).not.toContain('A1');
  expect(release.district!.place.kind).toBe('district');
});

test('where fewer than ten answered nothing is shown, not even how many', async () => {
  const release = valueOf(await world.call('young', 'survey.results', { circle: 'ronghuajie' })).release!;
  expect(release.cell).toMatchObject({ n: null, scored: null, rate: null, interval: null, unclear: null, verdict: 'too_few' });
  expect(release.distributions).toEqual([]);
});

test('an open round that is released has a rate and no interval, no verdict', async () => {
  world.setNow(noon);
  for (let k = 0; k < 12; k += 1) valueOf(await world.call(`open-${k}`, 'survey.submit', { submissionId: newId(), round: 'running', ticket: null, questionnaireHash, community: nanyuan, answers: wholeAnswers(nanyuan), seconds: 60 }));
  const after = new Date(noon.getTime() + 8 * 24 * hour);
  await clock(after);
  world.setNow(after);
  const release = valueOf(await world.call('elder', 'survey.results', { circle: 'dongdajie' })).release!;
  expect(release.round.id).toBe('running');
  expect(release.cell).toMatchObject({ source: 'open', n: 12, rate: 1, interval: null, verdict: 'voluntary' });
});
