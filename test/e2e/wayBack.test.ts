/** The device's back closes what is open on the page, then leaves the page; once each, however things were closed. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { beginSurvey, glance } from '../support/questionnaire';
import { button, elderMode, field, gone, heading, link, seen, tab, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });
const resident = async () => {
  const phone = await phones.open(`${demo.url}/s/${demo.scene}`);
  await seen(link(phone.page, '找附近'));
  return phone;
};
/** Two back at once would be a page too many: nothing else comes after this one. */
const still = (page: Page) => page.waitForTimeout(glance);

test('a sheet: the back closes it, and the next one leaves the page; closed by hand, the first one leaves', async () => {
  const { page } = await resident();
  await tab(page, '我的');
  await button(page, '登记我的网点').click();
  await field(page, '店名').fill('东巷清汤面馆');

  await button(page, /^所在社区/).click();
  await seen(sheet(page, '选所在社区'));
  await page.goBack();
  await gone(sheet(page, '选所在社区'));
  await still(page);
  expect(await field(page, '店名').inputValue()).toBe('东巷清汤面馆');

  await button(page, /^所在社区/).click();
  await button(page, '关闭').click();
  await gone(sheet(page, '选所在社区'));
  await button(page, /^业态/).click();
  await sheet(page, '选业态').getByRole('radio', { name: '早餐店' }).click();
  await gone(sheet(page, '选业态'));
  await still(page);
  await page.goBack();
  await seen(heading(page, '我的'));
  await still(page);
  await seen(heading(page, '我的'));
});

test('a sheet over a main page, and a page opened after it', async () => {
  const { page } = await resident();
  await tab(page, '附近');
  await button(page, /^筛选/).click();
  await seen(sheet(page, '筛选'));
  await page.goBack();
  await gone(sheet(page, '筛选'));
  await seen(heading(page, '附近网点'));

  await button(page, '改步速').click();
  await sheet(page, '走多快').getByRole('radio', { name: /慢行/ }).click();
  const first = page.locator('.lz-outlet').filter({ visible: true }).first();
  await seen(words(page, /慢行步行/));
  const name = await first.locator('.lz-h').innerText();
  await first.click();
  await seen(heading(page, name));
  await page.goBack();
  await seen(heading(page, '附近网点'));
  await still(page);
  await seen(heading(page, '附近网点'));
});

test.each([['normal', false], ['elder', true]])('in the questionnaire it closes the sheet, then goes a question back, then out; and what is opened afterwards is left by one back (%s)', async (_mode, elder) => {
  const { page } = await resident();
  if (elder) await elderMode(page);
  await beginSurvey(page);
  const first = await heading(page, /\S/).innerText();
  const at = () => page.locator('.lz-survey__text').filter({ visible: true }).first().innerText();
  const question = await at();
  await button(page, '下一题').click();
  await still(page);
  const second = await at();
  expect(second).not.toBe(question);

  await button(page, '有人要求我怎么填').click();
  await seen(sheet(page, '有人要求我怎么填'));
  await page.goBack();
  await gone(sheet(page, '有人要求我怎么填'));
  expect(await at()).toBe(second);
  await still(page);
  await page.goBack();
  await page.waitForFunction((text) => [...document.querySelectorAll<HTMLElement>('.lz-survey__text')].some((one) => one.offsetParent !== null && one.innerText === text), question);
  await still(page);
  await page.goBack();
  await seen(button(page, '接着填'));
  expect(await heading(page, /\S/).innerText()).toBe(first);

  await tab(page, '我的');
  await button(page, '结果怎么算的').click();
  await seen(heading(page, '结果怎么算的'));
  await page.goBack();
  await seen(heading(page, '我的'));
});

test('it says no to a question, and does nothing else', async () => {
  const { page } = await resident();
  await tab(page, '我的');
  await button(page, '结果怎么算的').click();
  await seen(heading(page, '结果怎么算的'));
  await page.goBack();
  await button(page, /清除我的草稿和回执/).click();
  await seen(page.getByRole('dialog'));
  await page.goBack();
  await gone(page.getByRole('dialog'));
  await still(page);
  await seen(heading(page, '我的'));
  expect(await page.evaluate(() => localStorage.getItem('lz:place'))).toContain('南苑');
});

test('from a code shown only once it goes to the list of codes', async () => {
  const { page } = await phones.open(demo.link('专班人员').replace('desk/progress', 'desk/invites'));
  await button(page, '发新的邀请码').click();
  await seen(button(page, '生成邀请码'));
  await page.goBack();
  await button(page, '发新的邀请码').click();
  await button(page, '东大街街道').click();
  await button(page, '生成邀请码').click();
  await seen(words(page, /只显示这一次/));
  await page.goBack();
  await seen(words(page, '等对方用'));
});

test('a page reloaded with a sheet open is left by one back', async () => {
  const { page } = await resident();
  await tab(page, '我的');
  await button(page, '登记我的网点').click();
  await button(page, /^业态/).click();
  await seen(sheet(page, '选业态'));
  await page.reload();
  await seen(field(page, '店名'));
  await page.goBack();
  await seen(heading(page, '我的'));
});
