/** 有什么、缺什么 from answers to what anyone may see of them: beside 满意度, by the same rules, and never mixed with it. */
import { auditRound } from '../../local/audit/auditRound';
import { releaseAt } from '../support/answersOf';
import { addRound, codeOf, nanyuan, needsHash, newId, noon, openWorld, ronghua, submission, valueOf, wholeNeeds, type World } from '../support/world';
import { plan, questionnaireB } from '../../rules';

const hour = 3_600_000;
const day = 24 * hour;
const communities = plan.circles.find(({ id }) => id === 'dongdajie')!.communities;
let world: World;
const needs = (community: string, change: Record<string, string | string[]> = {}) => submission(community, { round: 'lacks', questionnaireHash: needsHash, answers: wholeNeeds(community, change) });
const sent = async (who: string, community: string, change: Record<string, string | string[]>) => valueOf(await world.call(who, 'survey.submit', needs(community, change)));

/** 8 of each community of 东大街 (56): a canteen is wished for by all, mending is not good enough for most, few know of the bookshop; 9 in 荣华. */
beforeAll(async () => {
  world = await openWorld();
  await addRound(world.host, { id: 'lacks', title: '缺什么', source: 'open', opens: -3 * day, closes: 2 * day, questionnaire: questionnaireB });
  for (const [i, community] of communities.entries()) {
    for (let k = 0; k < 8; k += 1) {
      await sent(`b-${i}-${k}`, community, {
        'B6-canteen': 'none', 'B6-bookshop': i < 2 ? 'none' : 'unclear', ...(k < 5 ? { 'B6-repair': 'lacking', 'B7-repair': k < 3 ? 'far' : 'hours' } : {}), B8: k < 5 ? ['canteen', 'repair'] : ['canteen'],
      });
    }
  }
  for (let k = 0; k < 9; k += 1) await sent(`r-${k}`, ronghua, { 'B6-canteen': 'none', B8: ['canteen'] });
});
afterAll(() => world.close());

test('both rounds run side by side: home and the questionnaire know them apart', async () => {
  const home = valueOf(await world.call('young', 'survey.home', { community: nanyuan }));
  expect([home.running?.id, home.needs?.running?.id, home.needs?.running?.answered, home.needs?.released]).toEqual(['running', 'lacks', 56, false]);
  const begun = async (topic?: 'needs' | 'satisfaction') => valueOf(await world.call('young', 'survey.begin', { community: nanyuan, ...(topic ? { topic } : {}) })).round;
  expect(await begun()).toMatchObject({ id: 'running', topic: 'satisfaction' });
  expect(await begun('needs')).toMatchObject({ id: 'lacks', topic: 'needs' });
});

test('one person, one answer in each of them', async () => {
  expect(codeOf(await world.call('b-0-0', 'survey.submit', needs(communities[0]!)))).toBe('already_answered');
  expect(codeOf(await world.call('b-0-0', 'survey.submit', submission(communities[0]!)))).toBe('ok');
});

test('the desk counts each by itself, and a helper’s link is for the one it was made for', async () => {
  const progress = async (topic?: 'needs') => valueOf(await world.call('street', 'desk.progress', topic ? { topic } : {}));
  const [satisfaction, lacks] = [await progress(), await progress('needs')];
  expect([satisfaction.topics, satisfaction.topic, satisfaction.round?.id, lacks.topic, lacks.round?.id, lacks.answered]).toEqual([['satisfaction', 'needs'], 'satisfaction', 'running', 'needs', 'lacks', 56]);
  const made = valueOf(await world.call('street', 'desk.assist', { id: newId(), community: nanyuan, topic: 'needs', most: 2, note: '' }));
  expect(made.title).toBe('缺什么');
  expect(valueOf(await world.call('helper', 'survey.begin', { assist: made.token.replace(/-/g, '') })).round).toMatchObject({ id: 'lacks', topic: 'needs' });
  expect(valueOf(await world.call('street', 'desk.assists', {})).assists.map(({ title }) => title)).toContain('缺什么');
});

test.each<[string, Record<string, string | string[]>, string, string]>([
  ['a row left out', { 'B6-repair': '' }, 'answers_incomplete', 'B6-repair'],
  ['an unknown row', { 'B6-casino': 'none' }, 'answers_invalid', 'B6-casino'],
  ['a reason left out', { 'B6-repair': 'lacking' }, 'answers_incomplete', 'B7-repair'],
  ['a wish for what there is enough of', { 'B6-canteen': 'none', B8: ['repair'] }, 'answers_invalid', 'B8'],
])('%s is refused, and nothing is kept', async (_, change, code, field) => {
  const reply = await world.call('stranger', 'survey.submit', needs(nanyuan, change));
  expect(reply.ok ? null : [reply.error.code, reply.error.field]).toEqual([code, field]);
});

test('what does not look like a question is refused before any work', async () => {
  expect(codeOf(await world.call('stranger', 'survey.submit', needs(nanyuan, { 'B6.repair': 'none' })))).toBe('value_invalid');
});

describe('when it is released', () => {
  beforeAll(async () => {
    expect(await releaseAt(world, new Date(noon.getTime() + 4 * day))).toContain('lacks final');
  });
  const released = async () => valueOf(await world.call('young', 'survey.results', { circle: 'dongdajie', topic: 'needs' })).release!;

  test('it says how many miss what, and what they wish for first', async () => {
    const { cell } = await released();
    expect(cell).toMatchObject({ n: 56, scored: null, rate: null, weighted: null, interval: null, verdict: 'voluntary', source: 'open', flagged: null, modes: null });
    const [first, second] = cell.needs!;
    expect(first).toMatchObject({ format: 'canteen', name: '社区食堂', known: 56, said: { enough: 0, lacking: 0, none: 56 }, lack: 1, interval: null, points: 3 * 56, want: 1, gap: 1 });
    expect(second).toMatchObject({ format: 'repair', known: 56, said: { enough: 21, lacking: 35, none: 0 }, lack: 35 / 56, points: 2 * 35 });
    expect(second!.why!.filter(({ n }) => n > 0)).toEqual([{ code: 'far', text: '太远', n: 21 }, { code: 'hours', text: '时间不合适', n: 14 }]);
  });

  test('of what sixteen know about, nothing is said', async () => {
    expect((await released()).cell.needs!.find(({ format }) => format === 'bookshop')).toMatchObject({ known: null, said: null, lack: null, points: null });
  });

  test('a circle of nine answers says nothing at all', async () => {
    const found = valueOf(await world.call('young', 'survey.results', { circle: 'ronghuajie', topic: 'needs' })).release!;
    expect(found.cell).toMatchObject({ n: null, verdict: 'too_few' });
    expect(found.cell.needs).toBeUndefined();
    expect(found.distributions).toEqual([]);
  });

  test('the other questions are spread as in any round; grid, wishes and who she is are not', async () => {
    const asked = (await released()).distributions.map(({ question }) => question);
    expect(asked).toEqual(['B9', 'B10', 'B12', 'B13', 'B14', 'B15']);
  });

  test('it is no satisfaction: neither home nor the results nor the district page shows it there', async () => {
    expect(valueOf(await world.call('young', 'survey.home', { community: nanyuan })).lastRelease?.round.id).not.toBe('lacks');
    expect(valueOf(await world.call('young', 'survey.results', { circle: 'dongdajie' })).releases.map(({ title }) => title)).not.toContain('缺什么');
    expect(valueOf(await world.call('district', 'desk.circle', { id: 'dongdajie' })).line.satisfaction?.round).not.toBe('lacks');
  });

  test('what nobody checked is 未核; what was checked and is not there 确缺', async () => {
    const checkOf = (needs: { needs: readonly { format: string; check: string | null }[] } | null, of: string) => needs!.needs.find(({ format }) => format === of)!.check;
    const open = valueOf(await world.call('stranger', 'desk.lacking', { circle: 'dongdajie' })).needs;
    expect(checkOf(open, 'canteen')).toBe('unchecked');
    for (const community of communities) valueOf(await world.call('district', 'desk.checkInventory', { sending: newId(), community, formats: ['canteen'], state: 'checked', note: null }));
    // the open page remembers what it read for a minute, the desk does not
    const { needs: seen } = valueOf(await world.call('district', 'desk.circle', { id: 'dongdajie' }));
    expect(['canteen', 'repair', 'bookshop'].map((format) => checkOf(seen, format))).toEqual(['confirmed_missing', 'unchecked', null]);
  });

  test('the desk shows it with its release, and a snapshot keeps it', async () => {
    const board = valueOf(await world.call('district', 'desk.circle', { id: 'dongdajie' }));
    expect(board.needs).toMatchObject({ title: '缺什么', kind: 'final', n: 56, source: 'open', knownAtLeast: 20 });
    const kept = valueOf(await world.call('district', 'desk.snapshot', { id: newId(), name: '有了缺什么' })).snapshot;
    expect(valueOf(await world.call('district', 'desk.figure', { code: 'lack.canteen', kind: 'circle', id: 'dongdajie', snapshot: kept.id })).figure).toMatchObject({ text: '100.0%', note: '56/56' });
    expect(valueOf(await world.call('district', 'desk.figure', { code: 'lack.bookshop', kind: 'circle', id: 'dongdajie', snapshot: kept.id })).figure).toMatchObject({ known: false, note: '说得清的不到 20 人' });
  });

  test('the audit recounts it from the sealed answers', async () => {
    const { difference, passed } = await auditRound(world.host.database.owner, { round: 'lacks', kept: [] });
    expect(difference).toBeNull();
    expect(passed.join()).toContain('数字重算，全部相同');
  });
});

test.each(['street', 'district', 'oversight'])('%s reads no answer by any of it', async (who) => {
  for (const [action, data] of [['desk.circle', { id: 'dongdajie' }], ['desk.lacking', { circle: 'dongdajie' }], ['desk.progress', {}]] as const) {
    expect(JSON.stringify(await world.call(who, action, data as never))).not.toMatch(/B6-|B8"/);
  }
});
