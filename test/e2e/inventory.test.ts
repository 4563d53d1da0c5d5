/** Marking what was checked, by the street's officer on foot, and the district reading how far each street has got. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { button, elderMode, field, gone, seen, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const asStreet = () => phones.open(demo.link('街道专干').replace('desk/progress', 'desk/inventory'));
const asDistrict = () => phones.open(demo.link('专班人员').replace('desk/progress', 'desk/inventory'));
const choose = (page: Page, name: RegExp) => page.getByRole('radio', { name }).filter({ visible: true }).click();
const breaches = async (page: Page, elder: boolean) => [...(await axe(page)), ...(await layout(page, leastOf(elder)))];
const sayWalked = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '走遍了', exact: true }).click();
const saved = (page: Page) => gone(page.getByRole('radio').filter({ visible: true }).first());

test('a whole community takes six taps, less what she did not look at; a cell says who marked it and when', async () => {
  const { page, actions, shoot } = await asStreet();
  await button(page, '杨府巷社区，一次标几种').click();
  await button(page, /^全部 \d+ 种/).click();
  await choose(page, /^已核/);
  await button(page, '教育培训').click();
  await shoot('inventory-mark');
  expect(await breaches(page, false)).toEqual([]);
  await button(page, /^记下这 \d+ 种/).click();
  await sayWalked(page);
  await saved(page);
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: '杨府巷社区，一次标几种' }), visible: true });
  await seen(row.getByText('22/23', { exact: true }));
  expect(actions.filter((action) => action === 'desk.checkInventory')).toHaveLength(1);
  await button(page, '文化休闲').click();
  await seen(button(page, /^杨府巷社区 教育培训：未核/));
  await button(page, /^杨府巷社区 休闲娱乐：已核/).click();
  expect(await textOf(page)).toMatch(/现在：(没有|\d+ 家)。.+您标为已核。/);
});

test('a single cell is marked with a note; a mark that is due again says so, and nothing is claimed there', async () => {
  const { page, shoot } = await asStreet();
  await seen(words(page, /格里已核 \d+，部分 \d+，要复核 \d+，未核 \d+。/));
  await seen(button(page, /要复核，(还不知道|\d+ 家)/));
  await shoot('inventory-street');
  expect(await breaches(page, false)).toEqual([]);
  await elderMode(page);
  expect(await breaches(page, true)).toEqual([]);
  await button(page, /^便利店/).click();
  await choose(page, /^部分/);
  await field(page, '备注').fill('只走了东半边');
  await shoot('inventory-mark-elder');
  expect(await breaches(page, true)).toEqual([]);
  await button(page, '记下').click();
  await saved(page);
  await button(page, /^便利店/).click();
  await seen(words(page, /您标为部分：只走了东半边/));
});

test('without a network nothing that she chose is lost, and a tap that comes twice is one mark', async () => {
  const { page, context, actions, expectFailedRequests } = await asStreet();
  await button(page, /^大众社区，一次标几种/).click();
  await choose(page, /^部分/);
  expectFailedRequests();
  await context.setOffline(true);
  await button(page, /^记下这/).click();
  await seen(words(page, /没有网络|网络/));
  expect(await page.getByRole('radio', { name: /^部分/ }).filter({ visible: true }).getAttribute('aria-checked')).toBe('true');
  await context.setOffline(false);
  await button(page, /^记下这/).dblclick();
  await saved(page);
  await seen(button(page, /^大众社区 便利店：部分/));
  expect(actions.filter((action) => action === 'desk.checkInventory')).toHaveLength(2);
});

test('the district reads how far each street has got, and what a figure rests on', async () => {
  const { page, shoot } = await asDistrict();
  await seen(button(page, '西大街街道'));
  await button(page, '西大街街道').click();
  await seen(button(page, /便利店：已核，没有|便利店：已核，\d+ 家/));
  await shoot('inventory-district');
  await button(page, '指标').click();
  await seen(words(page, '清点到哪里了'));
  const all = await textOf(page);
  expect(all).toMatch(/西大街街道\s+115 格里已核 113/);
  expect(all).toMatch(/荣华街街道\s+\d+ 格里已核 0/);
  await button(page, '连锁化率').click();
  await seen(words(page, /\d+ 家里 [1-9]\d* 家，另有 \d+ 家不清楚/));
  expect(await breaches(page, false)).toEqual([]);
  await shoot('inventory-figures');
  await elderMode(page);
  expect(await breaches(page, true)).toEqual([]);
  await shoot('inventory-figures-elder');
});
