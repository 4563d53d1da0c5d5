/** 青年居民: what is open now, how far at her pace, on a list; and never asked where she is. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { button, gone, link, searchBox, seen, tab, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();

const cards = (page: Page) => page.locator('.lz-outlet').filter({ visible: true });
const minutes = async (page: Page) => (await cards(page).locator('.lz-outlet__minutes').allInnerTexts()).map((text) => Number.parseInt(text.replace(/\D/g, ''), 10));
/** The list has been asked for again and drawn: every card says `text`, or there is none and a way on. */
const onlyWith = async (page: Page, text: string) => {
  await page.waitForFunction((wanted) => {
    const shown = [...document.querySelectorAll<HTMLElement>('.lz-outlet')].filter((card) => card.offsetParent !== null);
    return shown.every((card) => card.innerText.includes(wanted)) && (shown.length > 0 || document.body.innerText.includes('没有找到合适的网点'));
  }, text);
  return cards(page).count();
};
const chip = (page: Page, name: string) => page.getByRole('group', { name: '常用筛选' }).filter({ visible: true }).getByRole('button', { name, exact: true });
const openList = async () => {
  const phone = await phones.open(demo.link('青年居民'));
  await link(phone.page, '找附近').click();
  await seen(cards(phone.page).first());
  return phone;
};

test('营业中, 小修小补 and a fact each leave the outlets that have it, and together those that have all', async () => {
  const { page, shoot } = await openList();
  const all = await cards(page).count();
  await chip(page, '收现金').click();
  expect(await onlyWith(page, '收现金')).toBeLessThanOrEqual(all);
  expect(await chip(page, '收现金').getAttribute('aria-pressed')).toBe('true');
  await chip(page, '营业中').click();
  const open = await onlyWith(page, '营业中');
  if (open > 0) expect(await onlyWith(page, '收现金')).toBe(open); // at night nothing may be open
  await shoot('nearby-open-now');
  await chip(page, '营业中').click();
  await chip(page, '收现金').click();
  const replied = page.waitForResponse((response) => response.url().endsWith('/api/outlet') && (response.request().postData() ?? '').includes('smallRepair'));
  await chip(page, '小修小补').click();
  const { data } = (await (await replied).json()) as { data: { items: { name: string; smallRepair: boolean }[] } };
  expect(data.items.length).toBeGreaterThan(0);
  expect(data.items.filter(({ smallRepair }) => !smallRepair)).toEqual([]);
  await page.waitForFunction((count) => [...document.querySelectorAll<HTMLElement>('.lz-outlet')].filter((card) => card.offsetParent !== null).length === count, data.items.length);
  expect(await cards(page).locator('.lz-h').allInnerTexts()).toEqual(data.items.map(({ name }) => name));
});

test('the same way takes longer at a slower pace, and the pace is remembered', async () => {
  const { page } = await openList();
  const brisk = await minutes(page);
  await button(page, '改步速').click();
  await page.getByRole('dialog').getByRole('radio', { name: /慢行/ }).click();
  await seen(words(page, /慢行步行/));
  await page.waitForFunction((before) => {
    const now = [...document.querySelectorAll<HTMLElement>('.lz-outlet__minutes')].filter((one) => one.offsetParent !== null).map((one) => one.innerText.replace(/\D/g, ''));
    return now.length === before.length && now.join() !== before.join();
  }, brisk);
  const slow = await minutes(page);
  expect(slow.every((value, at) => value >= brisk[at]!)).toBe(true);
  expect(slow.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(brisk.reduce((sum, value) => sum + value, 0));
  await page.reload();
  await tab(page, '附近');
  await seen(words(page, /慢行步行/));
});

test('nothing found says so kindly and shows the way back to everything', async () => {
  const { page, shoot } = await openList();
  await searchBox(page, '搜索网点').fill('<script>alert(1)</script>😀');
  await seen(words(page, '没有找到合适的网点'));
  expect(await textOf(page)).toContain('没列出来的不一定没有');
  await shoot('nearby-nothing-found');
  await button(page, '清除条件，看全部').click();
  await seen(cards(page).first());
  await expect(searchBox(page, '搜索网点').inputValue()).resolves.toBe('');
});

test('a refused location is no dead end: another community serves as the place to start from', async () => {
  const { page } = await openList(); // a browser without permission refuses by itself
  await button(page, '改出发点').click();
  await button(page, '用我现在的位置').click();
  await seen(words(page, /没有得到位置授权|没有找到位置/));
  await button(page, '选一个社区').click();
  await page.getByRole('dialog').getByRole('radio', { name: '南苑社区' }).click();
  await gone(page.getByRole('dialog'));
  await seen(words(page, /从南苑社区出发/));
  await seen(cards(page).first());
});
