/** 「有人要求我怎么填」 in a browser: one tap from a question, nothing left on the phone, and seen by those above the district alone. */
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { button, elderMode, gone, heading, seen, tab } from '../support/screen';

const demo = withDemo();
const phones = withPhones();

test.each([['normal', '青年居民', '荣华社区'], ['elder', '老年居民', '南苑社区']] as const)('%s: without a network it says so; with one it is noted, and the questionnaire goes on where it was', async (mode, who, community) => {
  const { page, context, actions, expectFailedRequests, shoot } = await phones.open(demo.link(who));
  await seen(button(page, /长辈版/));
  if (mode === 'elder') await elderMode(page);
  await tab(page, '问卷');
  await seen(button(page, '开始'));
  await button(page, '开始').click();
  await button(page, '下一题').click();
  const question = await heading(page, /\S/).innerText();
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  const before = await kept();

  await button(page, '有人要求我怎么填').click();
  const sheet = page.getByRole('dialog', { name: '有人要求我怎么填' });
  await seen(sheet.getByText(`「${community}」`));
  await seen(sheet.getByText('收到的是上级监督单位（演示），不是街道和区里。'));
  expect(actions).not.toContain('survey.pressure');
  expectFailedRequests();
  await context.setOffline(true);
  await sheet.getByRole('button', { name: '告诉上级单位' }).click();
  await seen(sheet.getByText(/没有网络/));
  await seen(sheet.getByRole('button', { name: /打电话/ }));
  await shoot(`pressure-offline-${mode}`);
  await context.setOffline(false);
  await sheet.getByRole('button', { name: '告诉上级单位' }).click();
  await seen(sheet.getByText(/^记下了/));
  await shoot(`pressure-noted-${mode}`);
  await sheet.getByRole('button', { name: '接着填' }).click();
  await gone(sheet);
  expect(await heading(page, /\S/).innerText()).toBe(question);
  expect(await kept()).toBe(before);

  const overseer = await phones.open(demo.link('监督人员'));
  await seen(overseer.page.getByText(community).filter({ visible: true }).first());
  await seen(overseer.page.getByText('有', { exact: true }).filter({ visible: true }).first());
});

test('an officer of the district who opens the page is told that it is not hers', async () => {
  const { page } = await phones.open(demo.link('专班人员').replace(/#.*/, '#/packages/desk/pressure/index'));
  await seen(page.getByText('这一页只给上级监督单位看').filter({ visible: true }));
});
