/** From answers to a published figure: when, what, and what is held back. */
import { tick } from '../../cloudfunctions/clock/tick';
import { dueReleases, figuresOf, makeRelease } from '../../cloudfunctions/clock/release';
import { releaseCells, sealTimes } from '../../database/queries/releases';
import { roundById } from '../../database/queries/rounds';
import { wilson } from '../../domain/satisfaction';
import { plan } from '../../rules';
import { addRound, nanyuan, newId, noon, openWorld, questionnaireHash, ronghua, valueOf, wholeAnswers, withdrawHashOf, type World } from '../support/world';

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
  // every community has as many, and no household differs: weighted and raw are the same, and published as they are shown
  expect(cell.weighted).toEqual({ rate: 0.966, nEff: 203, moved: 0, basis: 'equal_communities' });
  expect(cell.interval).toEqual({ low: Number(expected.low.toFixed(3)), high: Number(expected.high.toFixed(3)) });
  expect(cell).toMatchObject({ without: [], flagged: { n: 0 }, letters: null });
  expect(cell.asOf!.newest).toBe(cell.asOf!.oldest);
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

test('the communities stand beside their circle, without a verdict of their own', async () => {
  const { communities } = valueOf(await world.call('elder', 'survey.results', { circle: 'dongdajie' })).release!;
  expect(communities.map(({ place: { id } }) => id)).toEqual([...circles('dongdajie')].sort());
  expect(communities[0]).toMatchObject({ n: 30, scored: 29, rate: 28 / 29, interval: null, weighted: null, verdict: 'unjudged' });
});

test('where fewer than ten answered nothing is shown, not even how many', async () => {
  const release = valueOf(await world.call('young', 'survey.results', { circle: 'ronghuajie' })).release!;
  expect(release.cell).toMatchObject({ n: null, scored: null, rate: null, interval: null, unclear: null, verdict: 'too_few' });
  expect(release.distributions).toEqual([]);
  // the four are not in the district's figure either, which says so
  expect(release.district).toMatchObject({ n: 210 });
  expect(release.district!.without.length).toBeGreaterThan(2);
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

describe('a round with interim releases', () => {
  const day = 24 * hour;
  const at = (days: number) => new Date(noon.getTime() + days * day);
  const secretOf = (k: number) => `ABCDEFGHJKLMNPQRSTUVWXYZ${String(k).padStart(8, '2').replace(/[01]/g, '9')}`.slice(-32);
  const found = async () => valueOf(await world.call('elder', 'survey.results', { circle: 'dongdajie' })).release!;

  let sent = 0;
  const answer = async (n: number, change: Record<string, string | string[]> = {}) => {
    for (let k = 0; k < n; k += 1) {
      sent += 1;
      valueOf(await world.call(`weekly-${sent}`, 'survey.submit', {
        submissionId: newId(), round: 'weekly', ticket: null, questionnaireHash, community: nanyuan, answers: wholeAnswers(nanyuan, { A4b: '2', ...change }), seconds: 90,
        ...(sent === 1 ? { withdrawHash: withdrawHashOf('weekly', secretOf(1)) } : {}),
      }));
    }
  };

  beforeAll(async () => {
    world.setNow(at(20));
    await addRound(world.host, { id: 'weekly', source: 'drawn', opens: 19 * day, closes: 40 * day, interims: [22 * day, 29 * day] });
    await answer(45);
  });

  test('the first keeps back the last twenty, and judges nothing', async () => {
    await clock(at(22));
    world.setNow(at(22.5));
    expect(await found()).toMatchObject({ kind: 'interim', communities: [], cell: { n: 25, rate: 1, interval: null, weighted: null, verdict: 'interim' } });
  });

  test('where fewer than ten came since, the second says what the first said, with its date, withdrawal or not', async () => {
    const before = (await found()).cell;
    world.setNow(at(23));
    await answer(9, { A6: 'dissatisfied' });
    valueOf(await world.call('anybody', 'survey.withdraw', { round: 'weekly', secret: secretOf(1) }));
    await clock(at(29));
    world.setNow(at(29.5));
    const { kind, cell, at: releasedAt } = await found();
    expect([kind, releasedAt]).toEqual(['interim', at(29).toISOString()]);
    expect(cell).toEqual(before);
  });

  test('the home page keeps to the last final result meanwhile', async () => {
    expect(valueOf(await world.call('elder', 'survey.home', { community: nanyuan })).lastRelease).toMatchObject({ kind: 'final' });
  });

  test('killed half-way the final release leaves nothing, and is made whole the next time, once', async () => {
    const after = at(42);
    const database = world.host.database.as('clock');
    const [due] = await database.read((db) => dueReleases(db, after));
    await expect(database.write(async (db) => {
      await makeRelease(db, due!, after);
      throw new Error('killed');
    })).rejects.toThrow('killed');
    expect(await world.host.database.owner.selectFrom('lz.release').select('id').where('id', 'like', 'weekly-final%').execute()).toEqual([]);
    const both = await Promise.all([database.write((db) => makeRelease(db, due!, after)), database.write((db) => makeRelease(db, due!, after))]);
    expect(both.sort()).toEqual([false, true]);
    world.setNow(after);
    expect((await found()).cell).toMatchObject({ n: 53, scored: 53, rate: 44 / 53, verdict: 'below_gate' });
  });

  test('what was written is what the same answers give again', async () => {
    const { owner } = world.host.database;
    const round = (await roundById(owner, 'weekly'))!;
    const { at: finalAt } = round.releases.find(({ kind }) => kind === 'final')!;
    const { cells } = await figuresOf(owner, { round, kind: 'final', at: finalAt }, await sealTimes(owner, 'weekly'));
    const stored = await releaseCells(owner, `weekly-final-${finalAt.slice(0, 10)}`, 'circle', 'dongdajie');
    expect(stored[0]!.cell).toEqual(JSON.parse(JSON.stringify(cells.find(({ cell }) => cell.place.id === 'dongdajie')!.cell)));
  });
});
