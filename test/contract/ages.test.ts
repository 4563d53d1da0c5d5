/** What staff see of age bands: once a day, five and more of each, so that no day's difference tells of anybody. */
import { sql } from 'kysely';
import { countAges } from '../../cloudfunctions/clock/ages';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { tick } from '../../cloudfunctions/clock/tick';
import { dazhong, dongdajieStreet, nanyuan, noon, openWorld, ronghua, ronghuaStreet, submission, valueOf, wholeAnswers, withdrawHashOf, type World } from '../support/world';

const hour = 3_600_000;
const at = (hours: number) => new Date(noon.getTime() + hours * hour);
/** 00:05 in Liangzhou, so many days after the world's. */
const midnight = (days: number) => at(12 + 24 * (days - 1) + 1 / 12);
const secret = 'abcde-fghjk-mnpqr-st012';
let world: World;
let sent = 0;
const answer = async (community: string, younger: number, older: number) => {
  for (const [n, age] of [[younger, '35-49'], [older, '70-79']] as const) {
    for (let i = 0; i < n; i += 1) {
      sent += 1;
      valueOf(await world.call(`p${sent}`, 'survey.submit', submission(community, { answers: wholeAnswers(community, { A2: age }), withdrawHash: withdrawHashOf('running', `${secret}${sent}`) })));
    }
  }
};
const clock = (now: Date) => {
  world.setNow(now);
  return tick(world.host.database.as('clock'), now);
};
const progress = async (who: string, street?: string) => valueOf(await world.call(who, 'desk.progress', street === undefined ? {} : { street }));
const agesIn = async (community: string, who = 'district') => (await progress(who)).streets.flatMap(({ rows }) => rows).find((row) => row.community.code === community)!.ages;

beforeAll(async () => {
  world = await openWorld();
  await answer(nanyuan, 12, 7);
  await answer(dazhong, 20, 4);
  await answer(ronghua, 9, 6);
});
afterAll(() => world.close());

test('before the first seal of a day nothing is counted, though the total grows', async () => {
  expect(await world.host.database.as('clock').write((db) => countAges(db, 'running', at(1)))).toBe(false);
  expect(await agesIn(nanyuan)).toBeNull();
  expect((await progress('district')).answered).toBe(58);
});

test('after midnight both bands stand with the time they are of, or neither does', async () => {
  await clock(midnight(1));
  expect(await agesIn(nanyuan)).toEqual({ younger: 12, older: 7, at: midnight(1).toISOString() });
  expect(await agesIn(dazhong)).toBeNull();
});

test('a street is the sum of the communities that are shown, and says of how many', async () => {
  const { streets, ages } = await progress('district');
  expect(streets.find(({ code }) => code === dongdajieStreet)!.ages).toEqual({ younger: 12, older: 7, communities: 1, of: 7, oldest: midnight(1).toISOString(), newest: midnight(1).toISOString() });
  expect(ages).toMatchObject({ younger: 21, older: 13, communities: 2, of: 31 });
});

test('a street sees its own alone', async () => {
  const own = await progress('street');
  expect(own.streets.map(({ code }) => code)).toEqual([dongdajieStreet]);
  expect(own.ages).toMatchObject({ younger: 12, older: 7, communities: 1, of: 7 });
  expect(await world.call('street', 'desk.progress', { street: ronghuaStreet })).toMatchObject({ ok: false, error: { code: 'out_of_scope' } });
  expect(await world.call('young', 'desk.progress', {})).toMatchObject({ ok: false, error: { code: 'role_required' } });
  expect((await progress('district', ronghuaStreet)).ages).toMatchObject({ younger: 9, older: 6, communities: 1 });
});

test('what comes during the day moves the total and not the bands', async () => {
  world.setNow(at(20));
  await answer(nanyuan, 8, 8);
  await clock(at(22));
  expect(await agesIn(nanyuan)).toEqual({ younger: 12, older: 7, at: midnight(1).toISOString() });
  expect((await progress('street')).streets[0]!.rows.find((row) => row.community.code === nanyuan)!.answered).toBe(35);
});

test('at the next midnight they are counted anew where both bands grew by five; elsewhere the date stays too', async () => {
  await answer(ronghua, 30, 4);
  await clock(midnight(2));
  expect(await agesIn(nanyuan)).toEqual({ younger: 20, older: 15, at: midnight(2).toISOString() });
  expect(await agesIn(ronghua)).toEqual({ younger: 9, older: 6, at: midnight(1).toISOString() });
  expect((await progress('district')).ages).toMatchObject({ oldest: midnight(1).toISOString(), newest: midnight(2).toISOString() });
});

test('who withdraws is out of the next count, and the day on which she did tells nothing', async () => {
  // one of the first twelve of 南苑
  valueOf(await world.call('anybody', 'survey.withdraw', { round: 'running', secret: `${secret}1` }));
  await clock(midnight(3));
  expect((await progress('street')).lastDay).toBe(0);
  expect(await agesIn(nanyuan)).toEqual({ younger: 20, older: 15, at: midnight(2).toISOString() });
  await answer(nanyuan, 6, 5);
  await clock(midnight(4));
  expect(await agesIn(nanyuan)).toEqual({ younger: 25, older: 20, at: midnight(4).toISOString() });
});

test('a second clock, or the same again, counts nothing twice and moves nothing within the day', async () => {
  await answer(nanyuan, 9, 9);
  const database = world.host.database.as('clock');
  const outcomes = await Promise.all(Array.from({ length: 3 }, () => database.write((db) => countAges(db, 'running', at(98)))));
  expect(outcomes).toEqual([false, false, false]);
  expect(await agesIn(nanyuan)).toMatchObject({ younger: 25 });
});

test('killed half-way the day is not lost', async () => {
  const database = world.host.database.as('clock');
  await expect(database.write(async (db) => {
    await sealRound(db, 'running', midnight(5));
    if (await countAges(db, 'running', midnight(5))) throw new Error('killed');
  })).rejects.toThrow('killed');
  expect(await agesIn(nanyuan)).toMatchObject({ younger: 25 });
  await clock(midnight(5));
  expect(await agesIn(nanyuan)).toEqual({ younger: 34, older: 29, at: midnight(5).toISOString() });
});

describe('the table that the desk reads', () => {
  const asClock = (statement: string) => world.host.database.as('clock').write(async (db) => { await sql.raw(statement).execute(db); });
  test.each([
    ['four of a band', `insert into lz.age_count values ('running', '${dazhong}', 20, 4, now())`],
    ['nobody of a band', `insert into lz.age_count values ('running', '${dazhong}', 20, 0, now())`],
    ['one more than the day before', `update lz.age_count set younger = younger + 1, at = at + interval '1 day' where community_code = '${nanyuan}'`],
    ['fewer than before', `update lz.age_count set younger = younger - 5, older = older - 5, at = at + interval '1 day' where community_code = '${nanyuan}'`],
    ['a second count of a day', `update lz.age_count set younger = younger + 5, older = older + 5, at = at + interval '23 hours' where community_code = '${nanyuan}'`],
  ])('refuses %s, even from the clock', async (_, statement) => {
    await expect(asClock(statement)).rejects.toThrow(/check constraint|too few came since/);
  });
});
