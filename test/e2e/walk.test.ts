/** On the spot without a network: the list is had once, what is seen waits on the phone, arrives once, and what a colleague did meanwhile is said kindly. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { button, elderMode, field, gone, link, seen, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, newId, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();

const choose = (page: Page, name: RegExp) => page.getByRole('radio', { name }).filter({ visible: true }).click();
const current = (page: Page) => page.locator('.lz-title').filter({ visible: true }).first().innerText();
const label = '记下，看下一家';
/** Longer than a tap that came twice. */
const glance = 400;
const next = async (page: Page) => {
  await page.waitForTimeout(glance);
  await button(page, label).click();
};

test('three outlets without a network arrive once each; the one that a colleague was quicker at is told', async () => {
  const colleague = await visitor(demo.url, demo.token('专班人员'));
  const { page, context, actions, shoot, expectFailedRequests } = await phones.open(demo.link('街道专干').replace('desk/progress', 'desk/walk'));
  await button(page, '南苑社区').click();
  await button(page, '取单子').click();
  await seen(button(page, label));
  await shoot('desk-walk');
  expect(await layout(page, leastOf(false))).toEqual([]);

  expectFailedRequests();
  await context.setOffline(true);
  const names = [await current(page)];
  await choose(page, /^都对/);
  await page.getByRole('group', { name: '收现金' }).getByRole('button', { name: '是', exact: true }).filter({ visible: true }).click();
  await shoot('desk-walk-right');
  await next(page);
  await seen(words(page, '看过 1 家'));

  names.push(await current(page));
  await next(page);
  await seen(words(page, '请选一个：都对、关了，还是有不对的。'));
  await choose(page, /^关了/);
  await next(page);
  await seen(words(page, '看过 2 家'));

  names.push(await current(page));
  await choose(page, /^有不对的/);
  await next(page);
  await seen(words(page, '请写一句哪里不对，回来好改。'));
  await field(page, /^哪里不对/).fill('招牌换了');
  await next(page);
  await seen(words(page, '有 3 家记在手机上'));
  await shoot('desk-walk-waiting');
  await elderMode(page);
  expect(await layout(page, leastOf(true))).toEqual([]);
  await shoot('desk-walk-waiting-elder');

  // meanwhile a colleague was at the second
  const list = valueOf(await colleague.call('desk.walk', { around: { kind: 'community', code: nanyuan } }));
  const second = list.items.find(({ name }) => name === names[1])!;
  valueOf(await colleague.call('desk.visit', { id: newId(), outlet: second.id, seen: second.seen, at: new Date().toISOString(), outcome: 'right', facts: { cash: 'yes', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' }, note: null }));

  await context.setOffline(false);
  await gone(words(page, /家记在手机上/));
  await seen(words(page, `「${names[1]}」没有记上`));
  await seen(words(page, /同事已经处理过这家/));
  await shoot('desk-walk-told-elder');
  const visits = actions.filter((action) => action === 'desk.visit').length;
  expect(visits).toBeGreaterThanOrEqual(3);
  const decided = valueOf(await colleague.call('desk.decided', {})).decided.filter(({ kind }) => kind === 'visit');
  expect(decided.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([`${names[0]} right`, `${names[1]} right`, `${names[2]} wrong`].sort());
  await button(page, `知道了，${names[1]}`).click();
  await gone(words(page, `「${names[1]}」没有记上`));

  // the place is kept when the page is opened again, and nothing is sent twice
  await page.reload();
  await seen(words(page, '看过 3 家'));
  expect(valueOf(await colleague.call('desk.decided', {})).decided.filter(({ kind }) => kind === 'visit')).toHaveLength(3);
});

test('what is wrong is mended from the walk and back: what was said stays; without a network it is noted and mended later', async () => {
  const { page, context, shoot, expectFailedRequests } = await phones.open(demo.link('专班人员').replace('desk/progress', 'desk/walk'));
  await button(page, '荣华社区').click();
  await button(page, '取单子').click();
  await seen(button(page, label));
  const name = await current(page);
  await choose(page, /^有不对的/);
  await field(page, /^哪里不对/).fill('电话打不通，换了号');
  await page.getByRole('group', { name: '收现金' }).getByRole('button', { name: '是', exact: true }).filter({ visible: true }).click();
  await button(page, '现在就改这家的信息').scrollIntoViewIfNeeded();
  await shoot('desk-walk-mend');
  expect(await layout(page, leastOf(false))).toEqual([]);
  expectFailedRequests();
  await context.setOffline(true);
  await button(page, '现在就改这家的信息').click();
  await seen(words(page, /改信息要有网络，现在没有/));
  await elderMode(page);
  await words(page, /改信息要有网络/).scrollIntoViewIfNeeded();
  await shoot('desk-walk-mend-offline-elder');
  expect(await layout(page, leastOf(true))).toEqual([]);
  await context.setOffline(false);

  await button(page, '现在就改这家的信息').click();
  await expect(field(page, '为什么改').inputValue()).resolves.toBe('上门看到：电话打不通，换了号');
  await page.goBack();
  await expect(field(page, /^哪里不对/).inputValue()).resolves.toBe('电话打不通，换了号');
  await button(page, '现在就改这家的信息').click();
  await field(page, /^电话/).fill('0935-2212345');
  await button(page, '改好，马上生效').click();
  await seen(words(page, '您刚改过这家。现在都对的话，选「都对」。'));
  await seen(link(page, '0935-2212345'));
  await expect(current(page)).resolves.toBe(name);
  await expect(field(page, /^哪里不对/).inputValue()).resolves.toBe('电话打不通，换了号');
  await page.reload();
  await expect(field(page, /^哪里不对/).inputValue()).resolves.toBe('电话打不通，换了号');
  await choose(page, /^都对/);
  await next(page);
  await seen(words(page, '看过 1 家'));

  // the next one is wrong too, and there is no network: noted, sent by itself, mended from the list
  const other = await current(page);
  await context.setOffline(true);
  await choose(page, /^有不对的/);
  await field(page, /^哪里不对/).fill('招牌换了');
  await next(page);
  await seen(words(page, '等着改的 1 家'));
  await page.locator('.lz-card').filter({ hasText: '招牌换了', visible: true }).click();
  await seen(words(page, /记下的都在手机上，有网络时再点开/));
  await shoot('desk-walk-tomend-elder');
  await context.setOffline(false);
  await gone(words(page, /家记在手机上/));
  await page.locator('.lz-card').filter({ hasText: '招牌换了', visible: true }).click();
  await field(page, '店名').fill(`${other}新招牌`);
  await button(page, '改好，马上生效').click();
  await gone(words(page, '等着改的 1 家'));
  await seen(words(page, '看过 2 家'));
  const decided = valueOf(await (await visitor(demo.url, demo.token('专班人员'))).call('desk.decided', {})).decided;
  expect(decided.filter(({ kind }) => kind === 'edit').map((one) => one.name).sort()).toEqual([name, `${other}新招牌`].sort());
});
