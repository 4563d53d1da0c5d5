/** What the week can't say, through the merchant's own form: a pause, market days, hours of holidays, the market of a stall. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { fillOutletForm, toOutletForm } from '../support/outletForm';
import { layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { visitor } from '../support/serverProcess';
import { draft, newId, valueOf } from '../support/world';
import { button, elderMode, heading, seen, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const chip = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
const aside = async (page: Page, elder: boolean) => (await layout(page, leastOf(elder))).filter((breach) => /^(out at the side|the page is)/.test(breach));
const said = (page: Page) => page.getByText(/邻居会看到：/).filter({ visible: true }).first();
const later = (days: number) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
const monthDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const approve = async (id: string) => {
  const officer = await visitor(demo.url, demo.token('街道专干'));
  return valueOf(await officer.call('desk.decide', { id, revision: 1, decision: 'approve', reason: null })).outlet!;
};


test.each([['normal', false], ['elder', true]])('market days, hours of holidays and a pause: refused where something is missing, kept, read back, and on the outlet\'s page (%s)', async (mode, elder) => {
  const name = elder ? '桥头修鞋摊大' : '桥头修鞋摊小';
  const { page, actions, shoot } = await phones.open(demo.link('修鞋摊主'));
  await toOutletForm(page, demo);
  if (elder) await elderMode(page);
  await fillOutletForm(page, { name, format: '维修点', address: '南苑社区桥头', licence: { reason: '摆了二十年' } });
  await seen(words(page, /邻居会看到：每天 09:00–18:00；节假日开不开没有说。/));
  await chip(page, '另有时间').click();
  await button(page, /^更多/).click();
  await chip(page, '要停几天').click();
  await page.getByRole('group', { name: '逢集日' }).filter({ visible: true }).getByRole('button', { name: '另有时间' }).click();
  await button(page, '提交审核').click();
  await seen(page.getByRole('alert').filter({ hasText: '请选暂停营业到哪一天', visible: true }).first());
  expect(actions).not.toContain('outlet.register');
  await shoot(`merchant-hours-wrong-${mode}`);

  const until = later(10);
  await page.getByLabel('停到哪一天').fill(until);
  await chip(page, '回老家').click();
  await seen(page.getByRole('alert').filter({ hasText: '请选逢几是集', visible: true }).first());
  for (const end of ['逢三', '逢六', '逢九']) await chip(page, end).click();
  await seen(said(page));
  const whole = await said(page).innerText();
  expect(whole).toContain(`暂停营业到${monthDay(until)}（回老家）`.replace('到', until.slice(0, 4) === later(0).slice(0, 4) ? '到' : `到${until.slice(0, 4)}年`));
  expect(whole).toContain('每天 09:00–18:00；逢农历三、六、九 09:00–18:00；法定节假日 09:00–18:00。');
  await said(page).scrollIntoViewIfNeeded();
  await shoot(`merchant-hours-said-${mode}`);
  await page.getByLabel('停到哪一天').scrollIntoViewIfNeeded();
  await shoot(`merchant-hours-pause-${mode}`);
  expect(await aside(page, elder)).toEqual([]);

  // leaving and coming back loses nothing
  await page.reload();
  await seen(said(page));
  expect(await said(page).innerText()).toBe(whole);
  await button(page, '提交审核').click();
  await seen(page.locator('.lz-card').filter({ hasText: name, visible: true }).getByText('待审', { exact: true }));

  const cobbler = await visitor(demo.url, demo.token('修鞋摊主'));
  const { registrations } = valueOf(await cobbler.call('outlet.mine', {}));
  const outlet = await approve(registrations.find((one) => one.draft.name === name)!.id);
  await page.goto(`${demo.url}/?again#/packages/outlet/detail/index?id=${outlet}`);
  await seen(heading(page, name));
  const shown = await textOf(page);
  expect(shown).toContain(`暂停营业到${until.slice(0, 4) === later(0).slice(0, 4) ? '' : `${until.slice(0, 4)}年`}${monthDay(until)}（回老家）`);
  for (const part of ['逢农历三、六、九', '法定节假日']) expect(shown).toContain(part);
  await shoot(`outlet-paused-${mode}`);
});

test('a stall in a night market: without hours of its own they are the market\'s, and its page says so', async () => {
  const name = '明清街磨刀摊';
  const { page, shoot } = await phones.open(demo.link('修鞋摊主'));
  await toOutletForm(page, demo);
  await button(page, /^更多/).click();
  await button(page, /^在哪个集市、夜市里/).click();
  await page.getByRole('dialog').getByRole('radio', { name: '明清街夜市' }).click();
  await seen(words(page, '邻居会看到：时间跟着明清街夜市。'));
  await shoot('merchant-market');
  await fillOutletForm(page, { name, format: '维修点', address: '明清街中段', licence: { reason: '流动磨刀' } });
  await seen(words(page, /邻居会看到：每天 09:00–18:00/)); // its own, since she chose so
  await page.getByRole('radio', { name: /^不固定/ }).filter({ visible: true }).click();
  await seen(words(page, '邻居会看到：时间跟着明清街夜市。'));
  await button(page, '提交审核').click();
  await seen(page.locator('.lz-card').filter({ hasText: name, visible: true }).getByText('待审', { exact: true }));
  const cobbler = await visitor(demo.url, demo.token('修鞋摊主'));
  const outlet = await approve(valueOf(await cobbler.call('outlet.mine', {})).registrations.find((one) => one.draft.name === name)!.id);
  await page.goto(`${demo.url}/?again#/packages/outlet/detail/index?id=${outlet}`);
  await seen(words(page, '这个摊位没有单说时间，跟着明清街夜市（时间演示）。'));
  expect(await textOf(page)).toContain('18:00–23:30');
  await shoot('outlet-at-market');
});

test('on market days alone, single days of the month, and what was switched off comes back', async () => {
  const { page, shoot } = await phones.open(demo.link('修鞋摊主'));
  await toOutletForm(page, demo);
  await page.getByRole('radio', { name: '只在逢集的日子开' }).filter({ visible: true }).click();
  await button(page, /^不是这样/).click();
  for (const day of ['初一', '十五']) await chip(page, day).click();
  await seen(words(page, '邻居会看到：农历初一、十五 09:00–18:00；节假日开不开没有说。'));
  await shoot('merchant-fairs');
  await page.getByRole('radio', { name: '每天一样' }).filter({ visible: true }).click();
  await seen(words(page, '邻居会看到：每天 09:00–18:00；节假日开不开没有说。'));
  await page.getByRole('radio', { name: '只在逢集的日子开' }).filter({ visible: true }).click();
  await seen(words(page, '邻居会看到：农历初一、十五 09:00–18:00；节假日开不开没有说。'));
});

test('who changes her outlet finds what she said before', async () => {
  const cobbler = await visitor(demo.url, demo.token('面馆店主'));
  const id = newId();
  valueOf(await cobbler.call('outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '旧话面馆', dated: { holidays: 'closed', closed: { until: later(3), reason: '装修' } } }) }));
  const outlet = await approve(id);
  const { page } = await phones.open(demo.link('面馆店主'));
  await seen(heading(page, '我的网点'));
  await page.goto(`${demo.url}/?again#/packages/merchant/register/index?outlet=${outlet}`);
  await seen(words(page, /邻居会看到：暂停营业到.*（装修）；.*法定节假日休息。/));
});
