/** What residents write in their own words: what they are told before they type, and how the district comes to read it. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { answerAll, beginSurvey, glance, grandmother, nextScreen } from '../support/questionnaire';
import { button, elderMode, field, gone, heading, link, seen, textOf, words } from '../support/screen';
import { errorOf } from '../../types/errors';
import { visitor } from '../support/serverProcess';
import { valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const texts = (page: Page) => page.getByRole('group', { name: /^第 \d+ 条$/ }).filter({ visible: true });
const chip = (page: Page, name: RegExp) => button(page, name);

test.each([['normal', false], ['elder', true]] as const)('%s: a resident is told before she types who reads it and who checks it, and it is sent with her answers', async (mode, elder) => {
  const { page, shoot, actions } = await phones.open(elder ? demo.link('老年居民') : demo.link('青年居民'));
  await seen(button(page, /长辈版/));
  if (elder) await elderMode(page);
  await beginSurvey(page);
  await answerAll(page, grandmother, '还有什么想说的');
  await seen(words(page, /公开以前，由区里的工作人员检查/));
  const hint = await words(page, /请不要写姓名、电话、住址/).boundingBox();
  const box = await field(page, /写在这里/).boundingBox();
  expect(hint!.y + hint!.height).toBeLessThanOrEqual(box!.y);
  expect(await textOf(page)).not.toMatch(/腾讯/);
  await field(page, /写在这里/).fill('巷口想要一个修鞋摊');
  expect([...(await axe(page)), ...(await layout(page, leastOf(elder)))]).toEqual([]);
  await shoot(`remark-question-${mode}`);
  await nextScreen(page);
  await button(page, '提交').click();
  await seen(words(page, /回执/));
  // there is no platform here, so none is asked
  expect(actions).not.toContain('survey.checkRemark');
});

/** The same pages where WeChat is the platform: its replies put in the server's place. */
const asInWeChat = async (page: Page, verdicts: readonly object[]) => {
  const checks: unknown[] = [];
  await page.route('**/api/survey', async (route) => {
    const { action, data } = route.request().postDataJSON() as { action: string; data: unknown };
    if (action === 'checkRemark') {
      checks.push(data);
      return route.fulfill({ json: verdicts[checks.length - 1] });
    }
    if (action !== 'begin') return route.continue();
    const response = await route.fetch();
    const reply = (await response.json()) as { data: object };
    return route.fulfill({ response, json: { ...reply, data: { ...reply.data, remarkCheck: 'wechat' } } });
  });
  return checks;
};

test.each([['normal', false], ['elder', true]] as const)('%s, in WeChat: that Tencent checks is said before she types; a text against the rules comes back, and nothing else is lost', async (mode, elder) => {
  const { page, shoot } = await phones.open(demo.url);
  const checks = await asInWeChat(page, [{ ok: false, error: errorOf('remark_risky') }, { ok: true, data: { checked: null } }]);
  await page.goto(`${demo.url}/s/${demo.scene}`);
  await seen(words(page, '南苑社区'));
  if (elder) await elderMode(page);
  await beginSurvey(page);
  await answerAll(page, grandmother, '还有什么想说的');
  await seen(words(page, /连同您的微信身份交给微信（腾讯）做内容检查/));
  await field(page, /写在这里/).fill('一句不该说的话');
  expect([...(await axe(page)), ...(await layout(page, leastOf(elder)))]).toEqual([]);
  await shoot(`remark-wechat-${mode}`);
  expect(checks).toEqual([]);
  await nextScreen(page);
  await seen(words(page, '最后一题写的话，提交时会交给微信（腾讯）做内容检查。'));
  await button(page, '提交').click();
  await seen(words(page, /没有通过微信的内容检查/));
  expect(await field(page, /写在这里/).inputValue()).toBe('一句不该说的话');
  await shoot(`remark-risky-${mode}`);
  await field(page, /写在这里/).fill('巷口想要一个修鞋摊');
  await button(page, '改好了').click();
  await seen(heading(page, '都答好了'));
  await page.waitForTimeout(glance);
  await button(page, '提交').click();
  await seen(words(page, /回执/));
  expect(checks).toEqual([{ round: 'demo-running', text: '一句不该说的话' }, { round: 'demo-running', text: '巷口想要一个修鞋摊' }]);
});

test.each([['normal', false], ['elder', true]] as const)('%s: the district looks at a batch, lets one be public and hides another for a reason', async (mode, elder) => {
  const { page, shoot } = await phones.open(demo.link('专班人员'));
  await seen(button(page, '刷新'));
  await link(page, /居民留言/).click();
  await seen(heading(page, '居民留言'));
  if (elder) await elderMode(page);
  await seen(texts(page).first());
  await seen(words(page, /还有至少 10 条在等/));
  expect(await textOf(page)).not.toMatch(/社区：|南苑|\d岁/);
  await shoot(`remarks-held-${mode}`);
  expect([...(await axe(page)), ...(await layout(page, leastOf(elder)))]).toEqual([]);
  const waiting = Number(/待检查 (\d+)/.exec(await textOf(page))![1]);

  const first = (await texts(page).nth(0).innerText()).split('\n')[0]!;
  const second = (await texts(page).nth(1).innerText()).split('\n')[0]!;
  await texts(page).nth(0).getByRole('button', { name: '可以公开' }).click();
  await seen(texts(page).nth(0).getByText('可以公开'));
  await texts(page).nth(1).getByRole('button', { name: '不公开' }).click();
  const sheet = page.getByRole('dialog', { name: '为什么不公开' });
  await sheet.getByRole('radio', { name: '写了姓名、电话、住址' }).click();
  await shoot(`remarks-refusing-${mode}`);
  await sheet.getByRole('button', { name: '不公开' }).click();
  await gone(sheet);
  await seen(texts(page).nth(1).getByText('不公开：写了姓名、电话、住址'));
  await seen(chip(page, new RegExp(`待检查 ${waiting - 2}`)));

  await chip(page, /^可以公开 \d/).click();
  await seen(texts(page).getByText(first).first());
  await shoot(`remarks-passed-${mode}`);
  await chip(page, /^不公开 \d/).click();
  await seen(words(page, '写了姓名、电话、住址'));
  expect(await textOf(page)).not.toContain(second);
});

test('of two officers who decide on one text one wins, and the other sees it on her page', async () => {
  const { page } = await phones.open(demo.link('专班人员').replace('desk/progress', 'desk/remarks'));
  await seen(texts(page).first());
  const district = await visitor(demo.url, demo.token('专班人员'));
  const { shown } = valueOf(await district.call('desk.remarks', { list: 'held' }));
  const [batch] = shown!.batches;
  valueOf(await district.call('desk.decideRemark', { round: shown!.round, batch: batch!.number, place: batch!.texts[0]!.place, seen: 'held', refused: 'advert' }));
  await texts(page).nth(0).getByRole('button', { name: '可以公开' }).click();
  await seen(texts(page).nth(0).getByText('同事刚刚处理过了'));
  expect(valueOf(await district.call('desk.remarks', { list: 'refused' })).shown!.refused).toBeGreaterThan(0);
});

test('street staff find no way to it, and by its link are told why', async () => {
  const { page } = await phones.open(demo.link('街道专干'));
  await seen(link(page, /待办/));
  expect(await link(page, /居民留言/).count()).toBe(0);
  const direct = await phones.open(demo.link('街道专干').replace('desk/progress', 'desk/remarks'));
  await seen(words(direct.page, '这一页只给区里的专班看'));
  expect(await texts(direct.page).count()).toBe(0);
});
