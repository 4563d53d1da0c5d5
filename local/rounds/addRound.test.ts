import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase';
import { contractVersion } from '../../types/contract/version';
import { instant } from '../../types/units';
import { roundKeysInMemory } from '../roundKeys';
import { openHost, type Host } from '../host';
import { addRule, ruleHash } from '../../database/seed';
import { method, plan, retention } from '../../rules';
import type { CensusTable } from '../../types/rules';
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
  expect(await add()).toEqual({ added: expect.objectContaining({ communities: 31, target: 50, letters: null, graceHours: 24, finalAt: '2027-03-21T12:00:00.000Z' }) as unknown });
  expect(await rounds()).toEqual([{ id: 'spring', demo: false, grace_hours: 24 }]);
  const audit = await opened.database.owner.selectFrom('lz.audit').select(['actor', 'subject', 'detail']).where('action', '=', 'round.added').execute();
  expect(audit).toEqual([{ actor: 'console', subject: 'spring', detail: expect.objectContaining({ source: 'open', target: 50 }) as unknown }]);
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

describe('a census table', () => {
  const communities = [...new Set(plan.circles.flatMap((circle) => circle.communities))].sort();
  const census: CensusTable = {
    kind: 'census', version: '2026年末', title: '社区人口表', source: '公报', status: '待核', verified: false,
    communities: communities.map((code, i) => ({ code, adults: { '18-59': 2000 + 300 * i, '60-up': 900 } })),
  };
  const autumn = { id: 'autumn', source: 'drawn' as const, sample: { from: 'external' as const, who: '上级统计部门' }, census: '2026年末', opensAt: instant('2027-09-01T00:00:00.000Z'), closesAt: instant('2027-09-20T00:00:00.000Z'), releases: [{ kind: 'final' as const, at: instant('2027-09-22T00:00:00.000Z') }] };
  const definition = async (id: string) => (await opened.database.owner.selectFrom('lz.round').select(['definition', 'census_hash']).where('id', '=', id).executeTakeFirstOrThrow());

  test('that is not there stops the round before anything is written, its key too', async () => {
    expect(await add(autumn)).toEqual({ added: null, problems: [expect.stringContaining('没有版本为「2026年末」的人口表')] });
    expect(host.roundKeys.all().has('autumn')).toBe(false);
  });

  test('is named by its hash in the definition, and a drawn round shares its answers out by people', async () => {
    await opened.database.owner.transaction().execute((tx) => addRule(tx, census));
    const { added } = await add(autumn);
    expect(added).toMatchObject({ census: '公报（版本 2026年末，待核，没有核实）', communities: 31 });
    const { definition: written, census_hash: hash } = await definition('autumn');
    expect([hash, written!.census]).toEqual([ruleHash(census), ruleHash(census)]);
    const targets = written!.communities.map(({ target }) => target);
    expect(added!.planned).toMatchObject({ least: Math.min(...targets), most: Math.max(...targets), answers: targets.reduce((sum, n) => sum + n, 0) });
    expect(new Set(targets).size).toBeGreaterThan(5);
    // the larger of two communities of one circle brings the more
    const [small, large] = plan.circles[0]!.communities.slice().sort();
    const of = (code: string) => written!.communities.find((one) => one.code === code)!.target;
    expect(of(large!)).toBeGreaterThan(of(small!));
  });

  test('does not move a target that the file gives, nor those of an open round', async () => {
    const winter = (id: string, year: string) => ({ ...autumn, id, opensAt: instant(`${year}-01-01T00:00:00.000Z`), closesAt: instant(`${year}-01-20T00:00:00.000Z`), releases: [{ kind: 'final' as const, at: instant(`${year}-01-22T00:00:00.000Z`) }] });
    expect((await add({ ...winter('with-target', '2028'), target: 7 })).added).toMatchObject({ target: 7, planned: null });
    expect((await add({ ...winter('open-one', '2029'), source: 'open', sample: undefined })).added).toMatchObject({ target: method.communityTarget, planned: null });
  });
});

describe('how long answers are kept', () => {
  const at = (year: string) => ({ opensAt: instant(`${year}-05-01T00:00:00.000Z`), closesAt: instant(`${year}-05-20T00:00:00.000Z`), releases: [{ kind: 'final' as const, at: instant(`${year}-05-22T00:00:00.000Z`) }] });
  const kept = async (id: string) => (await opened.database.owner.selectFrom('lz.round').select('definition').where('id', '=', id).executeTakeFirstOrThrow()).definition!.keepUntil;

  test('is in the definition: by the rule, counted from the final release, or as the file says', async () => {
    expect(retention.rawMonths).toBe(24);
    expect((await add({ ...at('2030'), id: 'by-rule' })).added).toMatchObject({ keepUntil: '2032-05-22T00:00:00.000Z', keepFrom: expect.stringContaining('24 个月') as unknown });
    expect(await kept('by-rule')).toBe('2032-05-22T00:00:00.000Z');
    expect((await add({ ...at('2031'), id: 'by-file', keepUntil: instant('2031-12-31T16:00:00.000Z') })).added).toMatchObject({ keepFrom: '轮次文件' });
    expect(await kept('by-file')).toBe('2031-12-31T16:00:00.000Z');
  });
});
