/** 有什么、缺什么 in residents' hands: from home to the receipt, beside 满意度; by an old one row by row; and what comes of it. */
import type { Page } from 'playwright-core';
import { formats } from '../../rules';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { answerAll, glance, nextScreen, type Said } from '../support/questionnaire';
import { button, elderMode, heading, link, seen, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const asked = formats.formats.filter(({ class: of }) => of !== 'other').map(({ name }) => name);
const resident: Said = [
  ['年龄段', '70–79岁'], ['住了多久', '3年以上'], ['谁在填写', '本人'], ['您家里有', '60岁以上老人'],
  ['社区食堂：走路', '没有'], ['维修点：走路', '有，但不够或不好'], ['维修点：主要', '太远'], ['书店书吧：走路', '没有'], ['希望先补哪几样', '社区食堂', '维修点'],
];
const stranger = () => phones.open(`${demo.url}/s/${demo.scene}`);
const begin = async (page: Page) => {
  await link(page, '说说缺什么').click();
  await start(page);
};
const start = async (page: Page) => {
  await button(page, /^开始$/).click();
  await seen(page.locator('.lz-survey__question').filter({ visible: true }).first());
  await page.waitForTimeout(glance);
};

test('from home to the receipt; a draft of it leaves 说满意 alone, and both are listed', async () => {
  const { page, shoot } = await stranger();
  await seen(link(page, '说说缺什么'));
  await shoot('needs-home');
  await link(page, '说说缺什么').click();
  await seen(button(page, /^开始$/));
  await shoot('needs-front');
  await start(page);
  const heard = await answerAll(page, resident, '主要是什么问题');
  expect(heard.filter((text) => text.includes('走路15分钟')).map((text) => text.split('：')[0])).toEqual(asked);
  await shoot('needs-why');
  await button(page, '返回').click();
  await seen(words(page, '上次没有填完'));
  await page.getByRole('radio', { name: '说满意' }).filter({ visible: true }).click();
  await seen(heading(page, '一刻钟便民生活圈满意度调查'));
  await seen(words(page, '填了一半'));
  await page.getByRole('radio', { name: '说说缺什么' }).filter({ visible: true }).click();
  await button(page, '接着填').click();
  const after = await answerAll(page, resident);
  expect(after.filter((text) => text.includes('主要'))).toEqual(['维修点：主要是什么问题？']);
  await seen(words(page, '1. 社区食堂　2. 维修点'));
  await shoot('needs-review');
  await button(page, '提交').click();
  await seen(heading(page, '收到了，谢谢您'));
  await shoot('needs-done');
  await page.getByRole('radio', { name: '说满意' }).filter({ visible: true }).click();
  await seen(button(page, /^开始$/));
  await seen(words(page, '已答'));
});

test('长辈版 asks one format a screen in words, and wishes are tapped in order, taken out and tapped again', async () => {
  const { page, shoot } = await stranger();
  await seen(link(page, '说说缺什么'));
  await elderMode(page);
  await shoot('needs-home-elder');
  await begin(page);
  await shoot('needs-first-elder');
  await answerAll(page, resident, '菜市场：走路');
  expect(await page.locator('.lz-survey__question').filter({ visible: true }).count()).toBe(1);
  await shoot('needs-row-elder');
  await answerAll(page, resident, '希望先补哪几样');
  const box = (name: string) => page.getByRole('checkbox', { name }).filter({ visible: true });
  for (const name of ['社区食堂', '书店书吧', '维修点']) await box(name).click();
  await box('社区食堂').click();
  await shoot('needs-wishes-elder');
  expect(await page.locator('[role=checkbox][aria-checked=true]').filter({ visible: true }).allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('第一想要')]));
  expect((await box('书店书吧').innerText()).replace(/\s+/g, ' ')).toContain('第一想要');
  await box('社区食堂').focus();
  await page.keyboard.press('Space');
  expect(await box('社区食堂').innerText()).toContain('第三想要');
  await nextScreen(page);
  await answerAll(page, resident);
  await shoot('needs-review-elder');
});

test('a row answered otherwise takes its wish and its reason with it', async () => {
  const { page } = await stranger();
  await begin(page);
  await answerAll(page, resident);
  await page.getByRole('link', { name: /社区食堂：走路/ }).filter({ visible: true }).click();
  await page.getByRole('radiogroup', { name: /社区食堂/ }).getByRole('radio', { name: '有，够用' }).click();
  await page.waitForTimeout(glance);
  await button(page, '改好了').click();
  await seen(heading(page, '都答好了'));
  await seen(words(page, '1. 维修点'));
});

test('what was published is told in plain words, with how many and from whom; nothing unchecked is called missing', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/#/packages/result/needs/index?circle=dongdajie`);
  await seen(heading(page, '东大街一刻钟便民生活圈').or(words(page, '人答，自愿参与')));
  await seen(words(page, /人里 \d+ 人说没有/));
  await seen(page.getByText('未核', { exact: true }).first());
  await shoot('needs-result');
  const text = await textOf(page);
  expect(text).toContain('自愿参与，不代表全体居民');
  expect(text).toContain('最想要的');
  await elderMode(page);
  await shoot('needs-result-elder');
});

test('the desk sees it in the circle, and no answer', async () => {
  const { page, shoot } = await phones.open(demo.link('专班人员').replace(/desk\/progress\/index/, 'desk/circle/index?id=xidajie'));
  await seen(words(page, '居民说缺什么'));
  await words(page, '居民说缺什么').scrollIntoViewIfNeeded();
  await shoot('needs-desk');
  await seen(words(page, /确缺|有但不好/));
  await link(page, '看公布的全部结果').click();
  await seen(words(page, '人答，自愿参与'));
});

