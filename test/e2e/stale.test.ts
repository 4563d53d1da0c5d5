/** Outlets that nobody confirmed for long: several at once where that is safe, what became of each, and another phone that was quicker. */
import { withDemo } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { button, elderMode, seen, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const staff = async () => visitor(demo.url, demo.token('专班人员'));

/** The community with the most that may be confirmed together. */
const someCommunity = async () => {
  const { call } = await staff();
  const rows = valueOf(await call('desk.cases', { kind: 'stale' })).cases;
  const found = await Promise.all(rows.map(async ({ id, community }) => ({
    id, name: community!.name, safe: valueOf(await call('desk.walk', { around: { kind: 'community', code: id } })).items.filter(({ why }) => why.every((one) => one === 'stale' || one === 'facts') && why.includes('stale')),
  })));
  return found.sort((a, b) => b.safe.length - a.safe.length)[0]!;
};

test('she marks some, is asked once, reads what became of each; one that was confirmed on another phone meanwhile is told apart', async () => {
  const { name, safe } = await someCommunity();
  expect(safe.length).toBeGreaterThanOrEqual(2);
  const [first, second] = safe.map((one) => one.name);
  const { page, context, actions, shoot, expectFailedRequests } = await phones.open(demo.link('专班人员').replace('desk/progress', 'desk/review'));
  await button(page, '待确认').click();
  await page.locator('.lz-card').filter({ hasText: name, visible: true }).first().click();
  await seen(words(page, '能一起确认的'));
  await page.getByRole('checkbox', { name: new RegExp(first!) }).click();
  await page.getByRole('checkbox', { name: new RegExp(second!) }).click();
  await shoot('desk-stale');
  expect([...(await axe(page)), ...(await layout(page, leastOf(false)))]).toEqual([]);
  await elderMode(page);
  await shoot('desk-stale-elder');
  expect([...(await axe(page)), ...(await layout(page, leastOf(true)))]).toEqual([]);

  expectFailedRequests();
  await context.setOffline(true);
  await button(page, '还在营业（2 家）').click();
  await page.getByRole('dialog').getByRole('button', { name: '都在营业' }).click();
  await seen(words(page, /没有网络/));
  await context.setOffline(false);
  valueOf(await (await staff()).call('desk.confirmOutlet', { outlets: [safe[0]!.id] }));
  await button(page, '还在营业（2 家）').click();
  await page.getByRole('dialog').getByRole('button', { name: '都在营业' }).dblclick();
  await seen(words(page, '2 家确认了还在营业'));
  await seen(words(page, '刚有人确认过'));
  await seen(words(page, '已确认'));
  await shoot('desk-stale-done-elder');
  expect(actions.filter((action) => action === 'desk.confirmOutlet').length).toBeLessThanOrEqual(2);
  const open = await phones.open(`${demo.url}/#/packages/outlet/detail/index?id=${safe[1]!.id}`);
  await seen(words(open.page, /工作人员确认还在营业/));
});
