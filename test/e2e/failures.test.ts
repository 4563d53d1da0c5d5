/** The server away, a code that leads nowhere, a wide screen: no page is a dead end. */
import type { Page } from 'playwright-core';
import { withDemo, type CastTitle } from '../support/demo';
import { axe } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { beginSurvey } from '../support/questionnaire';
import { button, gone, link, seen, tab, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';
import { catalogue } from '../../types/errors';

const demo = withDemo();
const phones = withPhones();

const someOutlet = async () => valueOf(await (await visitor(demo.url)).call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, pace: 'normal' })).items[0]!.id;
const desk: CastTitle = '专班人员';
const pages: readonly (readonly [page: string, who: CastTitle, query?: () => Promise<string>])[] = [
  ['pages/home/index', '老年居民'],
  ['pages/nearby/index', '老年居民'],
  ['pages/survey/index', '老年居民'],
  ['packages/place/pick/index', '老年居民'],
  ['packages/outlet/detail/index', '老年居民', async () => `?id=${await someOutlet()}`],
  ['packages/result/index/index', '老年居民'],
  ['packages/merchant/mine/index', '面馆店主'],
  ['packages/desk/progress/index', desk],
  ['packages/desk/review/index', desk],
  ['packages/desk/posters/index', desk],
  ['packages/desk/poster/index', desk, async () => `?community=${nanyuan}`],
  ['packages/desk/invites/index', desk],
  ['packages/desk/assist/index', desk],
];
/** Who she is and where she lives are known to the phone; what the pages showed before is not. */
const forgetReplies = (page: Page) => page.evaluate(() => {
  for (const key of Object.keys(localStorage)) if (key.includes('reply:')) localStorage.removeItem(key);
});
const failed = /没有打开|没有网络/;

test.each(['老年居民', '面馆店主', desk] as const)('with the server away every page of %s says so, names a phone number, and comes back', async (who) => {
  const phone = await phones.open(demo.link('老年居民'));
  const { page, context, shoot } = phone;
  await seen(link(page, '找附近'));
  if (who !== '老年居民') {
    await page.goto(demo.link(who).replace('#/', '#/pages/home/index?from='));
    await seen(link(page, '找附近'));
  }
  phone.expectFailedRequests();
  for (const [at, [path, , query]] of pages.filter(([, of]) => of === who).entries()) {
    const asked = query ? await query() : '';
    await forgetReplies(page);
    await context.route('**/api/**', (route) => route.abort());
    await page.goto(`${demo.url}/?away=${at}#/${path}${asked}`);
    await seen(words(page, failed));
    await seen(button(page, /打电话问 \d+/));
    expect(await axe(page)).toEqual([]);
    await shoot(`away-${path.split('/').slice(1, 3).join('-')}`);
    await context.unroute('**/api/**');
    await button(page, '再试一次').click();
    await gone(words(page, failed));
    await gone(page.locator('.lz-skeleton').filter({ visible: true }).first());
    expect((await textOf(page)).length).toBeGreaterThan(20);
  }
}, 90_000);

test('我的 and the form of an outlet work with the server away', async () => {
  const phone = await phones.open(demo.link('老年居民'));
  const { page, context } = phone;
  await seen(link(page, '找附近'));
  phone.expectFailedRequests();
  await context.route('**/api/**', (route) => route.abort());
  await tab(page, '我的');
  await seen(words(page, '南苑社区'));
  await seen(button(page, '清除我的草稿和回执'));
  await button(page, '登记我的网点').click();
  await seen(page.getByRole('textbox', { name: '店名' }).filter({ visible: true }));
});

test('what was opened before is shown again without a network, as old, and renews itself when it comes back', async () => {
  const phone = await phones.open(demo.link('老年居民'));
  const { page, context, shoot } = phone;
  await link(page, '找附近').click();
  await seen(page.locator('.lz-outlet').filter({ visible: true }).first());
  phone.expectFailedRequests();
  await context.setOffline(true);
  await tab(page, '生活圈');
  await seen(words(page, /没有网络，下面是/));
  await seen(words(page, '南苑社区'));
  await shoot('offline-home');
  await context.setOffline(false);
  await gone(words(page, /没有网络，下面是/));
});

test.each(['packages/nothing/here', 'pages/home', 'packages/outlet/detail/index.html'])('a link to a page that is none (%s) leads to the first one', async (wrong) => {
  const { page } = await phones.open(`${demo.url}/#/${wrong}`);
  await seen(button(page, /东大街街道/));
});

test('a tab that was open while a new version came leads on to it, with what was filled in', async () => {
  const phone = await phones.open(demo.link('老年居民'));
  const { page, context, shoot } = phone;
  await beginSurvey(page);
  await button(page, '先不填').click();
  await tab(page, '我的');
  await seen(button(page, '登记我的网点'));
  phone.expectFailedRequests();
  // the files of the old version are gone, and the page names those of the new one
  await context.route(/\/js\/.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await context.route(`${demo.url}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/app\.[0-9a-f]+\.js/, 'app.00000000.js') });
  });
  await button(page, '登记我的网点').click();
  await seen(page.getByRole('dialog', { name: '页面更新了' }));
  await shoot('new-version');
  await context.unrouteAll();
  await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click();
  await seen(page.getByRole('textbox', { name: '店名' }).filter({ visible: true }));
  await page.goBack();
  await tab(page, '问卷');
  await seen(button(page, '接着填'));
});

test.each([['unknown', 'zzzzzzzzzz'], ['far too long', 'x'.repeat(300)], ['hostile', '%3Cscript%3Ealert(1)%3C%2Fscript%3E']])('a code that is %s leads to the list of streets, and from there to a circle', async (_kind, scene) => {
  const { page } = await phones.open(`${demo.url}/s/${scene}`);
  await seen(words(page, '没有认出这个码'));
  await button(page, /东大街街道/).click();
  await link(page, /南苑社区/).click();
  await seen(link(page, '找附近'));
  await page.reload();
  await seen(button(page, /东大街街道/).or(button(page, /回到南苑社区/)).or(link(page, '找附近')).first());
});

test('on a desktop the app stands in a column of a phone\'s width', async () => {
  const { page, shoot } = await phones.open(demo.link('老年居民'), { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false });
  await seen(link(page, '找附近'));
  for (const selector of ['.lz-screen', '.lz-nav', '.lz-tabs']) {
    const box = (await page.locator(selector).filter({ visible: true }).first().boundingBox())!;
    expect(box.width).toBeGreaterThan(340);
    expect(box.width).toBeLessThanOrEqual(480);
    expect(Math.abs(box.x + box.width / 2 - 640)).toBeLessThan(12);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await shoot('desktop');
});

test('where too many sessions were made in one network, the page says so and tries again', async () => {
  const phone = await phones.open(`${demo.url}/health`);
  phone.expectFailedRequests();
  await phone.context.route('**/api/session', (route) => route.fulfill({ status: 429, contentType: 'application/json', body: JSON.stringify({ ok: false, error: { code: 'too_many_sessions', ...catalogue.too_many_sessions } }) }));
  await phone.page.goto(`${demo.url}/s/${demo.scene}`);
  await seen(words(phone.page, /这个网络里新打开的人太多了/));
  await phone.context.unroute('**/api/session');
  await button(phone.page, '再试一次').click();
  await seen(link(phone.page, '找附近'));
});
