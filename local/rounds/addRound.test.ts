import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase';
import { contractVersion } from '../../types/contract/version';
import { instant } from '../../types/units';
import { roundKeysInMemory } from '../roundKeys';
import { openHost, type Host } from '../host';
import { addRound } from './addRound';
import type { RoundFile } from './roundFile';

let opened: TestDatabase;
let host: Host;
let clock = new Date('2027-02-01T00:00:00Z');
beforeAll(async () => {
  opened = await openTestDatabase();
  host = await openHost({ database: opened.database, secret: 'a secret of a test, long enough for it', roundKeys: roundKeysInMemory(), settings: { hotline: '12345', publicUrl: 'http://test', demo: false }, now: () => clock });
}, 60_000);
afterAll(() => opened.close());

const round = (change: Partial<RoundFile> = {}): RoundFile => ({
  id: 'spring', title: '春季调查', source: 'open', opensAt: instant('2027-03-01T00:00:00.000Z'), closesAt: instant('2027-03-20T12:00:00.000Z'), communities: 'all',
  releases: [{ kind: 'final', at: instant('2027-03-20T13:00:00.000Z') }], ...change,
});
const add = (change: Partial<RoundFile> = {}) => addRound(host, round(change), clock);
const rounds = () => opened.database.owner.selectFrom('lz.round').select(['id', 'demo', 'grace_hours']).orderBy('id').execute();

test('a round with a fault is not written', async () => {
  expect(await add({ releases: [] })).toEqual({ added: null, problems: ['没有写最终发布（kind 为 final）的时间。'] });
  expect(await rounds()).toEqual([]);
});

test('a round is added with the newest rules, never as demonstration, and leaves its line in the audit log', async () => {
  expect(await add()).toEqual({ added: expect.objectContaining({ communities: 31, target: 31 * 50, letters: null, graceHours: 24, finalAt: '2027-03-21T12:00:00.000Z' }) as unknown });
  expect(await rounds()).toEqual([{ id: 'spring', demo: false, grace_hours: 24 }]);
  const audit = await opened.database.owner.selectFrom('lz.audit').select(['actor', 'subject', 'detail']).where('action', '=', 'round.added').execute();
  expect(audit).toEqual([{ actor: 'console', subject: 'spring', detail: expect.objectContaining({ source: 'open', communities: expect.arrayContaining([{ code: '620602001001', target: 50 }]) as unknown }) as unknown }]);
});

test('once it opens, a resident is given its questionnaire', async () => {
  clock = new Date('2027-03-02T00:00:00Z');
  const reply = await host.handlers.survey({ action: 'begin', v: contractVersion, data: { community: '620602001001' } }, 'somebody');
  expect(reply).toMatchObject({ ok: true, data: { round: { id: 'spring', demo: false, acceptedUntil: '2027-03-21T12:00:00.000Z' } } });
  clock = new Date('2027-02-01T00:00:00Z');
});

test('the same id, or a time that overlaps, is told', async () => {
  const again = await add();
  expect(again.added === null && again.problems).toEqual(['编号 spring 已经用过，请换一个。']);
  const overlapping = await add({ id: 'late-spring', communities: ['620602001001'], target: 10, opensAt: instant('2027-03-20T00:00:00.000Z'), closesAt: instant('2027-04-01T00:00:00.000Z'), releases: [{ kind: 'final', at: instant('2027-04-02T00:00:00.000Z') }] });
  expect(overlapping.added === null && overlapping.problems).toEqual([expect.stringContaining('时间重叠，有 1 个社区')]);
  expect(await rounds()).toHaveLength(1);
});

test('two at once for the same communities: one is added', async () => {
  const summer = { opensAt: instant('2027-06-01T00:00:00.000Z'), closesAt: instant('2027-06-20T00:00:00.000Z'), releases: [{ kind: 'final' as const, at: instant('2027-06-22T00:00:00.000Z') }] };
  const outcomes = await Promise.all([add({ ...summer, id: 'summer-a' }), add({ ...summer, id: 'summer-b' })]);
  expect(outcomes.filter(({ added }) => added !== null)).toHaveLength(1);
});
