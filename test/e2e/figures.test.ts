/** Every kind of published figure, as it is seen: each verdict and each reason for none, 其他社区, two sources, an interim result, letters, an approved survey. */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ruleHash, seedRules } from '../../database/seed';
import { questionnaireA } from '../../rules';
import type { Output } from '../../types/contract';
import type { Questionnaire } from '../../types/rules';
import { answersOf, communitiesOf, openAnswersOf, releaseAt } from '../support/answersOf';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { button, elderMode, heading, link, seen, tab, textOf, words } from '../support/screen';
import { overHttp, type Transport } from '../support/transports';
import { addRound, identity, nanyuan, openWorld, type World } from '../support/world';

const phones = withPhones();
const day = 24 * 3_600_000;
const today = new Date();
const at = (days: number) => new Date(today.getTime() + days * day);
const hour = 1 / 24;

const approved: Questionnaire = {
  ...questionnaireA, version: '1-approved', status: '官方',
  approval: { 表号: '凉商调1表', 制定机关: '凉州区商务局', 批准机关: '武威市统计局', 批准文号: '武统字〔2026〕1号', 有效期: '2027年12月' },
};

let world: World;
let server: Transport & { readonly url: string };
/** A drawn round with every outcome, an open one after it, and an approved one that is half-way through. */
beforeAll(async () => {
  world = await openWorld(identity, true, today);
  const all = { round: 'closed', n: 30, satisfied: 29 };
  world.setNow(at(-10));
  await answersOf(world, { ...all, communities: communitiesOf('dongdajie'), change: (k) => ({ A4b: String(1 + (k % 3)), A4: k % 3 === 0 ? 'staff' : 'self', ...(k === 0 ? { A6: 'unclear' } : {}) }) });
  await openAnswersOf(world, { ...all, communities: communitiesOf('dongdajie').slice(0, 2), satisfied: 21 });
  await answersOf(world, { ...all, communities: communitiesOf('xidajie'), n: 25, satisfied: 18 });
  await answersOf(world, { ...all, communities: communitiesOf('xiguanjie'), n: 40, satisfied: 36 });
  await answersOf(world, { ...all, communities: communitiesOf('huochezhanjie'), n: 20, satisfied: 18 });
  await answersOf(world, { ...all, communities: communitiesOf('dongguanjie').slice(0, 3) });
  await answersOf(world, { ...all, communities: communitiesOf('dongguanjie').slice(3), n: 6, satisfied: 5 });
  await answersOf(world, { ...all, communities: [...new Set([...communitiesOf('xuanwu-shiyiyuan'), ...communitiesOf('xuanwu-huangtai')])], n: 12, satisfied: 11 });
  await answersOf(world, { ...all, communities: communitiesOf('ronghuajie').slice(0, 1), n: 4, satisfied: 4 });
  await releaseAt(world, at(1));
  await answersOf(world, { round: 'running', communities: communitiesOf('dongdajie').slice(0, 2), n: 12, satisfied: 11 });
  await releaseAt(world, at(6 + 2 * hour));
  await seedRules(world.host.database, [approved]);
  await addRound(world.host, { id: 'approved', title: '经批准的一轮', source: 'drawn', opens: 7 * day, closes: 30 * day, interims: [9 * day], questionnaire: approved }, today);
  world.setNow(at(8));
  await answersOf(world, { round: 'approved', communities: communitiesOf('dongdajie').slice(0, 2), n: 30, satisfied: 27, questionnaire: ruleHash(approved) });
  await releaseAt(world, at(9));
  world.setNow(at(9.5));
  server = await overHttp(world, { h5Folder: resolve(__dirname, '../../dist/h5') });
  // makes the token of 街道专干's link
  await server.send('desk', { action: 'posters', v: 1, data: {} }, 'street');
}, 120_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

const released = (round: string, kind: string, days: number) => `${round}-${kind}-${at(days).toISOString().slice(0, 10)}`;
const closed = released('closed', 'final', 23 * hour);
const pageOf = (circle: string, release: string) => `${server.url}/#/packages/result/index/index?circle=${circle}&release=${release}`;

interface Shown { readonly name: string; readonly circle: string; readonly release?: string; readonly says: readonly (string | RegExp)[]; readonly not?: RegExp }
const figures: readonly Shown[] = [
  { name: 'reached', circle: 'dongdajie', says: ['达到', /没加权是 \d/, '抵得上', '不清楚、没用过', '工作人员协助填的', '混着两样', '和上一轮比', '和别的圈比', '这个结果能查', /第 \d+ 道封存/] },
  { name: 'two-sources', circle: 'dongdajie', says: ['另一种来源', '两种来源从来不合在一起算', '自愿参与，不作判断', /来答的人是自愿来的/] },
  { name: 'missed', circle: 'xidajie', says: ['未达到', '整个区间都低于 90%', '每个结论单独看有 2.5% 的可能说错'] },
  { name: 'undecided', circle: 'xiguanjie', says: ['还不能判断', '份数还不够分出是否达到'] },
  { name: 'below-gate', circle: 'huochezhanjie', says: ['未达发布门槛', '只供参考'] },
  { name: 'others', circle: 'dongguanjie', says: ['其他社区', /合在一起：分开就会有不到 10 份的/] },
  { name: 'too-few', circle: 'ronghuajie', says: ['未到 10 份', '不公布任何数字', '另一种来源（自愿参与）的答卷还不到 10 份'], not: /和上一轮比/ },
  { name: 'open', circle: 'dongdajie', release: released('running', 'final', 5 + 25 * hour), says: ['自愿参与，不作判断', '不能和别的轮、别的圈比高下'], not: /和上一轮比|95% 区间|很可能在/ },
  { name: 'interim', circle: 'dongdajie', release: released('approved', 'interim', 9), says: ['阶段结果', '不作判断', '还没有收完', '表号：凉商调1表', '批准文号：武统字〔2026〕1号'], not: /和上一轮比|很可能在|加权/ },
];

/** Every 怎么算出来的 of the page opened, by the keyboard. */
const unfolded = async (page: Page) => {
  const folded = page.getByRole('button', { name: '怎么算出来的', expanded: false }).filter({ visible: true });
  while ((await folded.count()) > 0) await folded.first().press('Enter');
};

const breachesOf = async (page: Page, elder: boolean, name: string) => [...(await axe(page)), ...(await layout(page, leastOf(elder)))].map((breach) => `${name}: ${breach}`);

describe.each([['normal', false], ['elder', true]] as const)('%s', (mode, elder) => {
  test('every kind of result says what it is, and can be read', async () => {
    const { page, shoot } = await phones.open(pageOf('dongdajie', closed));
    await seen(heading(page, '这个结果能查'));
    if (elder) await elderMode(page);
    const breaches: string[] = [];
    for (const { name, circle, release = closed, says, not } of figures) {
      await page.goto(`${server.url}/?visit=${name}#/packages/result/index/index?circle=${circle}&release=${release}`);
      await seen(heading(page, '这个结果能查'));
      await unfolded(page);
      const all = await textOf(page);
      for (const said of says) expect([name, all]).toEqual([name, typeof said === 'string' ? expect.stringContaining(said) : expect.stringMatching(said)]);
      if (not) expect([name, all]).toEqual([name, expect.not.stringMatching(not)]);
      breaches.push(...(await breachesOf(page, elder, name)));
      await shoot(`figure-${name}-${mode}`);
    }
    expect(breaches).toEqual([]);
  }, 90_000);

  test('a rate never stands alone, and how it was worked out is one tap away', async () => {
    const { page } = await phones.open(pageOf('dongdajie', closed));
    await seen(heading(page, '这个结果能查'));
    if (elder) await elderMode(page);
    const folded = await textOf(page);
    for (const said of [/\d+\.\d%/, /抽样 \d+ 份/, /很可能在 [\d.]+%–[\d.]+% 之间/, '达到', '目标 90%', '答卷截至']) expect(folded).toMatch(said);
    for (const method of ['抵得上', '混着两样', '算法第']) expect(folded).not.toContain(method);
    const fold = button(page, '怎么算出来的');
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await fold.press('Enter');
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    expect(await textOf(page)).toMatch(/抵得上[^]*算法第/);
    await fold.press(' ');
    expect(await textOf(page)).not.toContain('抵得上');
  });

  test('the front of an approved questionnaire carries its marks', async () => {
    const { page, shoot } = await phones.open(`${server.url}/?scene=nanyuan001#/pages/home/index`);
    await seen(link(page, '看结果'));
    if (elder) await elderMode(page);
    await tab(page, '问卷');
    await seen(words(page, '表号：凉商调1表'));
    for (const line of ['制定机关：凉州区商务局', '批准机关：武威市统计局', '批准文号：武统字〔2026〕1号', '有效期：2027年12月']) await seen(words(page, line));
    expect(await breachesOf(page, elder, 'front')).toEqual([]);
    await shoot(`figure-approved-front-${mode}`);
  });

  test('two circles of a release are held against each other; two with a common community are not, kindly', async () => {
    const { page, shoot } = await phones.open(pageOf('xidajie', closed));
    await seen(heading(page, '这个结果能查'));
    if (elder) await elderMode(page);
    await link(page, '和别的圈比').click();
    const choice = (name: string) => page.getByRole('radio', { name }).filter({ visible: true }).first();
    await choice('东大街生活圈').click();
    await seen(words(page, '分得出高下'));
    const all = await textOf(page);
    for (const said of ['个百分点', '95% 区间', '没有校正', '只用已经公布的比例和区间来算']) expect(all).toContain(said);
    expect(await breachesOf(page, elder, 'compared')).toEqual([]);
    await shoot(`figure-compared-${mode}`);
    await button(page, '换一个圈').click();
    await choice('荣华街生活圈').click();
    await seen(words(page, /荣华街生活圈能公布的答卷还不到 10 份/));
    await page.goto(`${server.url}/?visit=overlap#/packages/result/compare/index?release=${closed}&circle=xuanwu-shiyiyuan&with=circle`);
    await seen(words(page, '有共同的社区，比不了'));
    await choice('宣武皇台生活圈').click();
    await seen(words(page, '宣武市医院生活圈和宣武皇台生活圈有共同的社区，那里的答卷两边都算了，比不出高下。可以换一个圈。'));
    await button(page, '和上一轮比').click();
    await seen(words(page, /还没有可以比的/));
    expect(await breachesOf(page, elder, 'not compared')).toEqual([]);
    await shoot(`figure-not-compared-${mode}`);
  });
});

test('letters stand beside the figure, with the rate of answers and who drew the list', async () => {
  const { page, shoot } = await phones.open(`${server.url}/#/pages/home/index`);
  await page.route('**/api/survey', async (route) => {
    const reply = await route.fetch();
    const body = (await reply.json()) as { data?: Partial<Output<'survey.results'>> };
    const { release } = body.data ?? {};
    if (release) release.cell.letters = { issued: 400, delivered: 371, answered: 210, external: true };
    await route.fulfill({ response: reply, json: body });
  });
  await page.goto(pageOf('dongdajie', closed));
  await seen(words(page, '寄出 400 封信，送到 371 封，答了约 210 封，回答率约 57%（按送到的算）。'));
  await seen(words(page, /名单是外部名单/));
  await shoot('figure-letters');
});

test('a poster carries the newest seal and the marks of the approved survey, and still fits on one sheet', async () => {
  const { page, shoot } = await phones.open(`${server.url}/?cast=street#/packages/desk/poster/index?community=${nanyuan}`);
  await seen(words(page, '海报编号'));
  const all = await textOf(page);
  expect(all).toMatch(/第 \d+ 道封存 · \d{4}年\d+月\d+日 \d\d:\d\d · 61 项/);
  expect(all).toMatch(/([0-9a-f]{4} ){7}[0-9a-f]{4}\n+([0-9a-f]{4} ){7}[0-9a-f]{4}/);
  expect(all).toContain('批准文号：武统字〔2026〕1号');
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 794, height: 1123 });
  await shoot('poster-on-paper');
});
