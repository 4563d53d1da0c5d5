/** One outlet, not two: the merchant is shown what is listed already before she sends, and a name typed almost right is found. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { fillOutletForm } from '../support/outletForm';
import { layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { button, elderMode, gone, link, searchBox, seen, tab, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();

/** One that is on the map, and whose name is its own and not only that of a trade. */
const listed = async () => {
  const { items } = valueOf(await (await visitor(demo.url)).call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, most: 200 }));
  return items.find(({ name, format }) => format.code === 'breakfast' && name.length >= 5 && !name.endsWith('摊'))!;
};
const atTheForm = async (page: Page) => {
  await page.goto(`${demo.url}/?scene=${demo.scene}#/packages/merchant/register/index`);
  await seen(button(page, /所在社区.*南苑社区/));
};

test('what is listed already is shown with its reasons before anything is sent; 都不是 lets it go on', async () => {
  const { name, address } = await listed();
  const { page, actions, shoot } = await phones.open(demo.link('面馆店主'));
  await atTheForm(page);
  await fillOutletForm(page, { name, format: '早餐店', address, licence: { code: '92620602MA0000015G' } });
  await seen(button(page, '可能已有这家'));
  await button(page, '提交审核').click();
  await seen(words(page, '这是不是您的店？'));
  expect(await textOf(page)).toMatch(/名字一样，(地址一样|相距)/);
  expect(actions).not.toContain('outlet.register');
  expect(await layout(page, leastOf(false))).toEqual([]);
  await shoot('merchant-duplicates');
  await elderMode(page);
  await button(page, '可能已有这家').click();
  await shoot('merchant-duplicates-elder');
  await button(page, `看看「${name}」`).click();
  await seen(words(page, address));
  await page.goBack();
  await button(page, '可能已有这家').click();
  await button(page, '都不是，继续登记').click();
  await gone(words(page, '这是不是您的店？'));
  await button(page, '提交审核').click();
  await seen(page.locator('.lz-card').filter({ hasText: name, visible: true }).getByText('待审', { exact: true }));

  const officer = await phones.open(demo.link('街道专干').replace('desk/progress', 'desk/review'));
  const card = officer.page.locator('.lz-card').filter({ hasText: name, visible: true }).first();
  await card.click();
  await seen(words(officer.page, /同一家，\d+ 分：名字一样/));
  await officer.shoot('desk-review-similar');
  await button(officer.page, '通过').click();
  await officer.page.getByRole('dialog').getByRole('button', { name: '确定通过' }).click();
  await seen(words(officer.page, `已通过「${name}」`));
});

test('two that stand on the map are seen side by side, merged, and parted again', async () => {
  const { page, shoot } = await phones.open(demo.link('街道专干').replace('desk/progress', 'desk/duplicates'));
  await seen(words(page, /^第 1 对/));
  const mine = words(page, '店主（不一样）');
  for (let i = 0; i < 50 && !(await mine.isVisible()); i += 1) await button(page, '先放着，看下一对').click();
  await seen(mine);
  expect(await layout(page, leastOf(false))).toEqual([]);
  await shoot('desk-duplicates');
  await elderMode(page);
  expect(await layout(page, leastOf(true))).toEqual([]);
  await shoot('desk-duplicates-elder');
  // a tap so soon after another pair came would be taken for the second of two (src/services/meant.ts)
  await page.waitForTimeout(400);
  await button(page, /^是同一家/).click();
  await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click();
  await seen(words(page, /已合并，地图上留下/));
  await seen(words(page, '最近合并的'));
  await shoot('desk-merged');
  await button(page, '撤回这次合并').click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
  await gone(words(page, '最近合并的'));
});

test('a name with one wrong character is found, and the list says that it is not exactly that', async () => {
  const { name } = await listed();
  const { page, shoot } = await phones.open(demo.link('青年居民'));
  await link(page, '找附近').click();
  await searchBox(page, '搜索网点').fill(`${name.slice(0, 1)}哩${name.slice(2)}`);
  await seen(words(page, /没有完全叫「.*哩.*」的，下面这些很像/));
  await seen(page.locator('.lz-outlet').filter({ hasText: name, visible: true }).first());
  await shoot('nearby-inexact');
  await searchBox(page, '搜索网点').fill(name);
  await gone(words(page, /没有完全叫/));
  await tab(page, '附近');
});
