/** 老年居民, 72: her knife is blunt, and she wants to know when the early market is on. All in 长辈版. */
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { elderMode, heading, link, seen, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();

test('from home to somebody who grinds knives, the nearest first, and on the map', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await elderMode(page);
  await link(page, /^小修小补/).click();
  await seen(words(page, /要修什么/));
  await shoot('repairs-elder');
  const kind = link(page, /^磨刀/);
  expect(Number(/(\d+) 家/.exec(await kind.innerText())?.[1])).toBeGreaterThan(0);
  await kind.click();
  await seen(heading(page, '磨刀'));
  const list = page.getByRole('group', { name: /网点列表/ }).filter({ visible: true });
  await seen(list);
  const cards = await list.locator('.lz-outlet').allInnerTexts();
  expect(cards.length).toBeGreaterThan(0);
  expect(cards.every((card) => card.includes('磨刀') || card.includes('等 '))).toBe(true);
  const metres = (await list.getByText(/\d+ 米$/).allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(metres).toEqual([...metres].sort((a, b) => a - b));
  await shoot('repairs-knives-elder');
  await page.getByRole('button', { name: '地图' }).filter({ visible: true }).click();
  await seen(words(page, /^点(一个)?绿点/)); // where several stand close together they are one mark at first
});

test('from home to the early market: when it is on next, its rules, and its stalls', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await elderMode(page);
  await link(page, /^集市夜市/).click();
  const early = page.locator('.lz-card').filter({ hasText: '南苑早市（演示）' }).filter({ visible: true }).first();
  await seen(early);
  expect(await early.innerText()).toMatch(/正在开 至 09:30|(明天|06:00) .*开/);
  await shoot('markets-elder');
  await early.click();
  await seen(heading(page, '南苑早市（演示）'));
  const text = await textOf(page);
  expect(text).toContain('接下来哪天有');
  expect(text).toMatch(/\d+月\d+日 周.\s*06:00–09:30/);
  expect(text).toContain('九点半收摊');
  expect(text).toMatch(/现在有 \d+ 个摊位|摊位 \d+ 个，现在都没有开/);
  expect(text).toContain('磨刀摊');
  await shoot('market-elder');
  await page.locator('.lz-outlet').filter({ hasText: '磨刀摊' }).filter({ visible: true }).first().click();
  await seen(link(page, '在南苑早市（演示）里，看哪天开'));
});

test('a night market that the plan names has no place and no hours yet, and says so', async () => {
  const { page } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await link(page, /^集市夜市/).click();
  const market = page.locator('.lz-card').filter({ hasText: '上上街夜市' }).filter({ visible: true }).first();
  await seen(market);
  expect(await market.innerText()).toMatch(/时间和位置：待核/);
  await market.click();
  await seen(words(page, '什么时候开还没有单位告诉我们'));
});
