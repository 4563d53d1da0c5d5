/** An entry that is wrong, told in three taps and mended; a shop that is claimed; a decision that is taken back. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { visitor } from '../support/serverProcess';
import { button, elderMode, field, gone, link, searchBox, seen, tab, textOf, words } from '../support/screen';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();

/** Of the officer's street, and nothing said about them yet. */
const someOutlets = async () => {
  const { call } = await visitor(demo.url);
  const found = valueOf(await call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, most: 60 })).items.filter(({ doubted }) => !doubted);
  const streets = await Promise.all(found.map(async ({ id }) => valueOf(await call('outlet.detail', { id })).outlet.community.code.slice(0, 9)));
  return found.filter((_, i) => streets[i] === nanyuan.slice(0, 9));
};
const card = (page: Page, name: string) => page.locator('.lz-card').filter({ hasText: name, visible: true }).first();
const outletPage = (id: string) => `${demo.url}/#/packages/outlet/detail/index?id=${id}`;
const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).filter({ visible: true }).first().click();
const yes = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const officerAtWork = async () => phones.open(demo.link('街道专干').replace('desk/progress', 'desk/review'));

test('a neighbour says in three taps that a shop is closed; staff take it off; she reads what became of it; and it can be taken back', async () => {
  const outlet = (await someOutlets()).at(-1)!;
  const elder = await phones.open(demo.link('老年居民'));
  await elder.page.goto(outletPage(outlet.id));
  await elderMode(elder.page);
  await button(elder.page, '信息不对，告诉街道').click();
  await choose(elder.page, /已经关了/);
  await elder.shoot('report-elder');
  await button(elder.page, '提交').click();
  await seen(words(elder.page, '记下了，谢谢您'));
  await elder.shoot('report-done');

  const officer = await officerAtWork();
  await seen(words(officer.page, /件等着/));
  await officer.shoot('desk-cases');
  await card(officer.page, outlet.name).click();
  await seen(words(officer.page, '已经关了，或者搬走了'));
  await officer.shoot('desk-case');
  await button(officer.page, /核实了，已经关了/).click();
  await yes(officer.page, '撤下');
  await gone(card(officer.page, outlet.name));

  await elder.page.goto(`${demo.url}/#/packages/mine/messages/index`);
  await card(elder.page, `「${outlet.name}」核实已关`).click();
  await seen(words(elder.page, '核实了，已改'));
  await elder.shoot('reports-elder');

  await button(officer.page, '最近处理的，可以撤回').click();
  await button(officer.page, '撤回这次处理').click();
  await officer.shoot('desk-decided');
  await yes(officer.page, '撤回');
  await seen(words(officer.page, '已撤回，回到待办'));
  await officer.page.goto(`${demo.url}/?back#/packages/desk/review/index`);
  await seen(card(officer.page, outlet.name));
  await elder.page.goto(`${demo.url}/?again#/packages/outlet/detail/index?id=${outlet.id}`);
  await seen(words(elder.page, /工作人员撤回了上一步/));
});

test('what was chosen and written is there after the page was closed, and sent twice it is one', async () => {
  const outlet = (await someOutlets()).at(-2)!;
  const { page, expectFailedRequests, context } = await phones.open(demo.link('青年居民'));
  await page.goto(outletPage(outlet.id));
  await button(page, '信息不对，告诉街道').click();
  await choose(page, '营业时间不对');
  await field(page, /补充/).fill('早上十点才开门');
  await page.reload();
  await expect(field(page, /补充/).inputValue()).resolves.toBe('早上十点才开门');
  expectFailedRequests();
  await context.setOffline(true);
  await button(page, '提交').click();
  await seen(words(page, /没有网络/));
  await context.setOffline(false);
  await button(page, '提交').dblclick();
  await seen(words(page, '记下了，谢谢您'));
  await button(page, '看我反映的').click();
  await seen(words(page, '早上十点才开门'));
  expect((await textOf(page)).match(/早上十点才开门/g)).toHaveLength(1);
});

test('a shopkeeper claims the shop that is listed, is refused with what to mend, mends it, and confirms it with one tap', async () => {
  const outlet = (await someOutlets()).at(-3)!;
  const merchant = await phones.open(demo.link('面馆店主'));
  await merchant.page.goto(outletPage(outlet.id));
  await button(merchant.page, '这是我的店，认领').click();
  await button(merchant.page, '提交认领').click();
  await seen(words(merchant.page, /请填能打通的电话/));
  await field(merchant.page, /您的电话/).fill('13800000000');
  await field(merchant.page, /怎么看出/).fill('门头是我的名字');
  await merchant.shoot('claim');
  await button(merchant.page, '提交认领').click();
  await seen(words(merchant.page, '认领等核实'));

  const officer = await officerAtWork();
  await card(officer.page, outlet.name).click();
  await seen(words(officer.page, '门头是我的名字'));
  await button(officer.page, '不采纳').click();
  await choose(officer.page, /看不出您和这家店的关系/);
  await button(officer.page, '确定').click();
  await gone(card(officer.page, outlet.name));

  await merchant.page.goto(`${demo.url}/?again#/packages/merchant/mine/index`);
  await seen(words(merchant.page, /请补执照照片/));
  await button(merchant.page, '补材料再提交').click();
  await expect(field(merchant.page, /怎么看出/).inputValue()).resolves.toBe('门头是我的名字');
  await field(merchant.page, /统一社会信用代码/).fill('92620602MA0000015G');
  await button(merchant.page, '提交认领').click();
  await seen(words(merchant.page, '认领等核实'));

  await officer.page.goto(`${demo.url}/?once#/packages/desk/review/index`);
  await card(officer.page, outlet.name).click();
  await button(officer.page, '归这一方').click();
  await yes(officer.page, '确定');
  await gone(card(officer.page, outlet.name));

  await merchant.page.goto(`${demo.url}/?more#/packages/merchant/mine/index`);
  const mine = card(merchant.page, outlet.name);
  await mine.getByRole('button', { name: /今天还营业/ }).click();
  await seen(words(merchant.page, /邻居看得到今天确认过/));
  await merchant.shoot('merchant-confirmed');
  await mine.getByRole('button', { name: '改信息' }).click();
  await expect(field(merchant.page, '店名').inputValue()).resolves.toBe(outlet.name);
  await merchant.page.goBack();
  await mine.getByRole('button', { name: '转给别人管' }).click();
  await yes(merchant.page, '生成码');
  await seen(mine.getByText(/请当面给对方/));
  const code = /[0-9a-z]{5}(-[0-9a-z]{5}){3}/.exec(await mine.innerText())![0];

  const heir = await phones.open(demo.link('青年居民'));
  await heir.page.goto(`${demo.url}/?x#/packages/merchant/mine/index`);
  await button(heir.page, /我有交接码/).click();
  await field(heir.page, '交接码').fill(code.toUpperCase().replaceAll('-', ' '));
  await button(heir.page, '接手这家店').click();
  await seen(words(heir.page, `「${outlet.name}」归您管了`));
});

test('an officer who phoned mends what a resident said is wrong, and the page says so', async () => {
  const doubt = valueOf(await (await visitor(demo.url, demo.token('街道专干'))).call('desk.cases', { kind: 'correction' })).cases.at(-1)!;
  const officer = await officerAtWork();
  await card(officer.page, doubt.name).click();
  await button(officer.page, '说得对，我来改').click();
  await field(officer.page, '为什么改').fill('打电话问过');
  await field(officer.page, /^电话/).fill('0935-2212345');
  await officer.shoot('desk-edit');
  await button(officer.page, '改好，马上生效').click();
  await button(officer.page, '已经改好了').click();
  const { page } = await phones.open(outletPage(doubt.id));
  await seen(words(page, /工作人员改了信息（.*电话/));
});

test('both sides of a dispute stand under each other', async () => {
  const officer = await officerAtWork();
  await button(officer.page, '争议').click();
  await officer.page.locator('.lz-card').filter({ hasText: '方交了材料', visible: true }).first().click();
  await seen(words(officer.page, '第一方'));
  await seen(words(officer.page, '第二方'));
  await button(officer.page, /做交接码/).click();
  await yes(officer.page, '生成码');
  await seen(words(officer.page, /只能用一次/));
  await officer.shoot('desk-dispute');
});

test('a shop that two neighbours call closed says so in the list and on its page', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/?scene=${demo.scene}#/pages/home/index`);
  await seen(link(page, '找附近'));
  await tab(page, '附近');
  const doubted = valueOf(await (await visitor(demo.url)).call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, most: 200 })).items.find((item) => item.doubted)!;
  await searchBox(page, /搜/).fill(doubted.name);
  await searchBox(page, /搜/).press('Enter');
  await seen(card(page, doubted.name).getByText('可能已关'));
  await shoot('nearby-doubted');
  await card(page, doubted.name).click();
  await seen(words(page, /这家可能关了/));
  await page.getByText('信息新不新').scrollIntoViewIfNeeded();
  await shoot('outlet-doubted');
});
