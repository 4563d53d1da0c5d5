/** 青年居民 looks at the map: what lies together is one bubble that opens, a mark leads to its outlet, and two thousand are no more to draw than a few. */
import type { Locator, Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { foundPoints, manyPoints } from '../support/manyPoints';
import { withPhones } from '../support/phone';
import { button, elderMode, gone, heading, link, seen, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();

const cards = (page: Page) => page.locator('.lz-outlet').filter({ visible: true });
const bubbles = (page: Page) => page.locator('.lz-mark--bubble').filter({ visible: true });
const marks = (page: Page) => page.locator('.lz-mark--open, .lz-mark--shut, .lz-mark--doubted').filter({ visible: true });
const region = (page: Page) => page.getByRole('region', { name: /示意图/ }).filter({ visible: true });

const openMap = async (page: Page) => {
  await link(page, '找附近').click();
  await seen(cards(page).first());
  await button(page, '地图').click();
  await seen(region(page));
  await page.locator('.lz-mark').first().waitFor();
};
/** The one nearest to the middle of the map that a finger can reach. */
const reachable = async (all: Locator): Promise<Locator | null> => {
  const at = await all.evaluateAll((elements) => {
    const { left, top, width, height } = [...document.querySelectorAll('.lz-map')].find((one) => (one as HTMLElement).offsetParent !== null)!.getBoundingClientRect();
    const off = elements.map((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const inside = x > left && x < left + width && y > top && y < top + height;
      return inside && element.contains(document.elementFromPoint(x, y)) ? Math.hypot(x - left - width / 2, y - top - height / 2) : Infinity;
    });
    const least = Math.min(...off);
    return Number.isFinite(least) ? off.indexOf(least) : -1;
  });
  return at < 0 ? null : all.nth(at);
};
const drawn = (page: Page) => page.locator('.lz-mark').evaluateAll((all) => all.map((one) => `${one.textContent}@${one.style.transform}`).join());
/** Taps a bubble and waits until the map is another. */
const openBubble = async (page: Page) => {
  const before = await drawn(page);
  await (await reachable(bubbles(page)))!.click();
  await page.waitForFunction((old) => [...document.querySelectorAll<HTMLElement>('.lz-mark')].map((one) => `${one.textContent}@${one.style.transform}`).join() !== old, before);
};
/** The server answers with two thousand outlets. */
const withMany = (page: Page) => page.route('**/api/outlet', async (route) => {
  const { action } = route.request().postDataJSON() as { action: string };
  return action === 'points' ? route.fulfill({ json: { ok: true, data: foundPoints(manyPoints(2000), true) } }) : route.fallback();
});

test('the map shows what the list has; a bubble opens, and a mark leads to its outlet', async () => {
  const { page, shoot, actions } = await phones.open(demo.link('青年居民'));
  await openMap(page);
  expect(actions.filter((action) => action === 'outlet.points')).toHaveLength(1);
  await shoot('nearby-map');
  expect(await bubbles(page).count()).toBeGreaterThan(0);
  await openBubble(page);
  for (let turn = 0; turn < 5 && (await reachable(marks(page))) === null; turn += 1) await openBubble(page);
  await (await reachable(marks(page)))!.click();
  await seen(cards(page).first());
  const name = await cards(page).first().locator('.lz-h').innerText();
  await seen(page.locator('.lz-map__name').filter({ hasText: name }).first());
  await shoot('nearby-map-point');
  await cards(page).first().click();
  await seen(heading(page, name));
  await page.goBack();
  await seen(cards(page).first());
  expect(await cards(page).first().locator('.lz-h').innerText()).toBe(name);
});

test('a filter holds on the map as in the list', async () => {
  const { page } = await phones.open(demo.link('青年居民'));
  await openMap(page);
  const count = async () => Number(/(\d+) 家网点/.exec((await region(page).getAttribute('aria-label'))!)![1]);
  const all = await count();
  await page.getByRole('group', { name: '常用筛选' }).filter({ visible: true }).getByRole('button', { name: '小修小补', exact: true }).click();
  await page.waitForFunction((before) => {
    const label = [...document.querySelectorAll('.lz-map')].map((one) => one.getAttribute('aria-label') ?? '').find((text) => text.includes('家网点'));
    return label !== undefined && Number(/(\d+) 家网点/.exec(label)![1]) < before;
  }, all);
  expect(await count()).toBeGreaterThan(0);
});

test.each([['标准版', false], ['长辈版', true]])('two thousand outlets, %s: some dozens of marks, none under another, and one building is listed', async (edition, elder) => {
  const { page, shoot } = await phones.open(demo.link('青年居民'));
  if (elder) await elderMode(page);
  await withMany(page);
  await openMap(page);
  expect(await page.locator('.lz-mark').count()).toBeLessThan(120);
  const boxes = await bubbles(page).locator('span').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right, top, bottom, height }) => ({ left, right, top, bottom, height })));
  expect(boxes.length).toBeGreaterThan(5);
  for (const [i, a] of boxes.entries()) {
    expect(a.height).toBeGreaterThanOrEqual(elder ? 52 : 36);
    for (const b of boxes.slice(i + 1)) expect(Math.min(a.right, b.right) - Math.max(a.left, b.left) > 6 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6).toBe(false);
  }
  await seen(words(page, /附近的太多，只画了最近的 \d+ 家/));
  await shoot(`nearby-map-many-${edition}`);
  // towards the building beside the centre, until it is all that is left in its bubble
  for (let turn = 0; turn < 8 && !(await words(page, /这一处有 \d+ 家/).isVisible()); turn += 1) {
    const before = await drawn(page);
    await (await reachable(bubbles(page)))!.click();
    await page.waitForFunction((old) => document.body.innerText.includes('这一处有') || [...document.querySelectorAll<HTMLElement>('.lz-mark')].map((one) => `${one.textContent}@${one.style.transform}`).join() !== old, before);
  }
  await seen(words(page, /这一处有 \d+ 家/));
  expect(await cards(page).count()).toBeGreaterThan(1);
  await shoot(`nearby-map-building-${edition}`);
});

test('without a network the last map stays, and says from when it is; where there was none, it says so and shows the list', async () => {
  const { page, context, expectFailedRequests, shoot } = await phones.open(demo.link('青年居民'));
  await openMap(page);
  expectFailedRequests();
  await context.setOffline(true);
  await button(page, '列表').click();
  await button(page, '地图').click();
  await seen(words(page, /没有网络，下面是.*打开时的内容/));
  await page.locator('.lz-mark').first().waitFor();
  await shoot('nearby-map-offline');
  await page.getByRole('group', { name: '常用筛选' }).filter({ visible: true }).getByRole('button', { name: '营业中', exact: true }).click();
  await seen(button(page, '看列表'));
  await shoot('nearby-map-offline-filtered');
  await button(page, '清除条件，看全部').click();
  await seen(words(page, /没有网络，下面是.*打开时的内容/));
  await context.setOffline(false);
  await gone(words(page, /没有网络/));
  await seen(region(page));
});
