/** 面馆店主 with a licence, 修鞋摊主 without one: onto the map, by way of 街道专干's desk. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { fillOutletForm, toOutletForm } from '../support/outletForm';
import { layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { visitor } from '../support/serverProcess';
import { draft, newId, valueOf } from '../support/world';
import { button, elderMode, field, heading, link, searchBox, seen, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const shop = { name: '东巷清汤面馆', format: '早餐店', address: '东巷 3 号' };
const goodCode = '92620602MA0000015G';
const wrongCode = '92620602MA0000015H';

const card = (page: Page, name: string) => page.locator('.lz-card').filter({ hasText: name, visible: true });

/** The officer opens the registration in her queue. */
const review = async (page: Page, name: string) => {
  await card(page, name).first().click();
  await seen(button(page, '通过'));
  await seen(words(page, name));
};
const reviewLink = () => demo.link('街道专干').replace('desk/progress', 'desk/review');

test('a link with a poster\'s code fills in the community, on a phone that knows no place yet', async () => {
  const { page } = await phones.open(`${demo.url}/?scene=${demo.scene}#/packages/merchant/register/index`);
  await seen(button(page, /所在社区.*南苑社区/));
  await page.goto(`${demo.url}/?scene=zzzzzzzzzz#/packages/merchant/register/index`);
  await seen(button(page, /所在社区.*南苑社区/)); // kept with the form
});

test('on a phone that several people use, what one began to fill in is cleared with the rest', async () => {
  const { page } = await phones.open(demo.link('面馆店主'));
  await toOutletForm(page, demo);
  await field(page, '店名').fill(shop.name);
  await page.goBack();
  await button(page, /清除我的草稿和回执/).click();
  await page.getByRole('dialog').getByRole('button', { name: '清除', exact: true }).click();
  await button(page, '登记我的网点').click();
  await seen(field(page, '店名'));
  expect(await field(page, '店名').inputValue()).toBe('');
});

test('a licence with a wrong check digit is refused beside its field, and what was typed is there after a reload', async () => {
  const { page, actions, shoot } = await phones.open(demo.link('面馆店主'));
  await toOutletForm(page, demo);
  await fillOutletForm(page, { ...shop, licence: { code: wrongCode } });
  await button(page, '提交审核').click();
  await seen(page.getByRole('alert').filter({ hasText: '统一社会信用代码不对', visible: true }).first());
  expect(actions).not.toContain('outlet.register');
  await shoot('merchant-wrong-code');
  await page.reload();
  await expect(field(page, '店名').inputValue()).resolves.toBe(shop.name);
  await expect(field(page, '统一社会信用代码').inputValue()).resolves.toBe(wrongCode);
  await expect(field(page, '地址').inputValue()).resolves.toBe(shop.address);
  await seen(words(page, /图钉已放好/));
});

test('sent, returned with a reason, corrected, sent again, approved: and a resident finds it', async () => {
  const merchant = await phones.open(demo.link('面馆店主'));
  await toOutletForm(merchant.page, demo);
  await fillOutletForm(merchant.page, { ...shop, licence: { code: goodCode } });
  await button(merchant.page, '提交审核').click();
  await seen(card(merchant.page, shop.name).getByText('待审', { exact: true }));
  await merchant.shoot('merchant-waiting');

  const officer = await phones.open(reviewLink());
  await review(officer.page, shop.name);
  expect(await textOf(officer.page)).toContain(goodCode);
  await button(officer.page, '退回').click();
  await button(officer.page, '确认退回').click();
  await seen(words(officer.page, '请写明原因，让对方知道怎么改。'));
  const reason = '门牌号和执照不一样，请照执照写。';
  await field(officer.page, '原因').fill(reason);
  await button(officer.page, '确认退回').click();
  await seen(words(officer.page, `已退回「${shop.name}」`));
  await officer.shoot('desk-returned');

  await merchant.page.reload();
  const returned = card(merchant.page, shop.name);
  await seen(returned.getByText('退回', { exact: true }));
  await seen(returned.getByText(reason));
  await merchant.shoot('merchant-returned');
  await button(merchant.page, '修改再提交').click();
  await seen(words(merchant.page, reason));
  await expect(field(merchant.page, '统一社会信用代码').inputValue()).resolves.toBe(goodCode);
  await field(merchant.page, '地址').fill('东巷 5 号');
  await button(merchant.page, '提交审核').click();
  await seen(card(merchant.page, shop.name).getByText('待审', { exact: true }));

  await officer.page.goto(`${demo.url}/?again#/packages/desk/review/index`);
  await review(officer.page, shop.name);
  expect(await textOf(officer.page)).toMatch(/东巷 5 号/);
  await button(officer.page, '通过').click();
  await seen(words(officer.page, `已通过「${shop.name}」`));
  await merchant.page.reload();
  await seen(card(merchant.page, shop.name).getByText('在图上', { exact: true }));

  const resident = await phones.open(`${demo.url}/s/${demo.scene}`);
  await link(resident.page, '找附近').click();
  await searchBox(resident.page, '搜索网点').fill('qingtang');
  await words(resident.page, shop.name).click();
  await seen(heading(resident.page, shop.name));
  expect(await textOf(resident.page)).toContain('东巷 5 号');
  await resident.shoot('resident-finds-new-outlet');
});

test('a cobbler without a licence gives a reason instead, and stands on the map as 小修小补', async () => {
  const stall = { name: '南苑桥头修鞋', format: '维修点', address: '南苑社区桥头' };
  const merchant = await phones.open(demo.link('修鞋摊主'));
  await toOutletForm(merchant.page, demo);
  await fillOutletForm(merchant.page, { ...stall, licence: { reason: '修鞋摊，在桥头摆了二十年' } });
  await button(merchant.page, '提交审核').click();
  await seen(card(merchant.page, stall.name).getByText('待审', { exact: true }));

  const officer = await phones.open(reviewLink());
  await review(officer.page, stall.name);
  expect(await textOf(officer.page)).toContain('修鞋摊，在桥头摆了二十年');
  await button(officer.page, '通过').click();
  const sure = officer.page.getByRole('dialog').getByRole('button', { name: '确定通过' });
  await seen(words(officer.page, `已通过「${stall.name}」`).or(sure));
  if (await sure.isVisible()) await sure.click();
  await seen(words(officer.page, `已通过「${stall.name}」`));

  const resident = await phones.open(`${demo.url}/s/${demo.scene}`);
  await link(resident.page, '找附近').click();
  await button(resident.page, '小修小补').click();
  await searchBox(resident.page, '搜索网点').fill(stall.name);
  await words(resident.page, stall.name).click();
  await seen(heading(resident.page, stall.name));
  const outlet = await textOf(resident.page);
  expect(outlet).toMatch(/没有执照的小修小补/);
  expect(outlet).not.toContain('二十年'); // the reason is for the street alone
});

test.each([['normal', false], ['elder', true]])('a name and an address without a place to break stay on the page, at every hand they pass (%s)', async (_mode, elder) => {
  const long = { name: `${elder ? '大' : '小'}${'W'.repeat(39)}`, address: 'W'.repeat(80) };
  const shopkeeper = await visitor(demo.url, demo.token('修鞋摊主'));
  valueOf(await shopkeeper.call('outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft(long) }));
  const aside = async (page: Page) => (await layout(page, leastOf(elder))).filter((breach) => /^(out at the side|the page is)/.test(breach));

  const officer = await phones.open(reviewLink());
  if (elder) await elderMode(officer.page);
  await seen(card(officer.page, long.name));
  expect(await aside(officer.page)).toEqual([]);
  await card(officer.page, long.name).click();
  await seen(button(officer.page, '通过'));
  expect(await aside(officer.page)).toEqual([]);
  await button(officer.page, '通过').click();
  const sure = officer.page.getByRole('dialog').getByRole('button', { name: '确定通过' });
  await seen(words(officer.page, `已通过「${long.name}」`).or(sure));
  if (await sure.isVisible()) await sure.click();
  await seen(words(officer.page, `已通过「${long.name}」`));
  expect(await aside(officer.page)).toEqual([]);

  const merchant = await phones.open(demo.link('修鞋摊主'));
  if (elder) await elderMode(merchant.page);
  await seen(card(merchant.page, long.name));
  expect(await aside(merchant.page)).toEqual([]);
  await card(merchant.page, long.name).getByRole('button', { name: '看网点' }).click();
  await seen(heading(merchant.page, long.name));
  expect(await aside(merchant.page)).toEqual([]);
});
