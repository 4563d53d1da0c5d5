/** How the questionnaire behaves in the hand: back, conditions, the ending under 18, a reload, a double tap. */
import { questionnaireA } from '../../rules';
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { answerAll, answerScreen, beginSurvey, grandmother, nextScreen, type Said } from '../support/questionnaire';
import { button, elderMode, heading, seen, tab, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const textOfQuestion = (id: string) => questionnaireA.questions.find((question) => question.id === id)!.text;
const forTheOld = textOfQuestion('A13');
const forChildren = textOfQuestion('A14');
const young: Said = [['年龄段', '18–34岁'], ['谁在填写', '本人'], ['您家里有', '都没有']];

/** Somebody new, at 南苑社区's poster. */
const stranger = () => phones.open(`${demo.url}/s/${demo.scene}`);
const answeredSoFar = async () => valueOf(await (await visitor(demo.url)).call('survey.home', { community: nanyuan })).running!.answered;

test('长辈版 shows one question a screen; back finds the answer as it was given', async () => {
  const { page, shoot } = await stranger();
  await elderMode(page);
  await beginSurvey(page);
  await answerAll(page, grandmother, '您家里有');
  await shoot('survey-one-question-elder');
  await button(page, '上一题').click();
  await seen(heading(page, textOfQuestion('A4')));
  await expect(page.getByRole('radio', { name: '本人' }).getAttribute('aria-checked')).resolves.toBe('true');
  await page.goBack(); // the phone's own way back goes a question back too
  await seen(heading(page, textOfQuestion('A3')));
  await expect(page.getByRole('radio', { name: '3年以上' }).getAttribute('aria-checked')).resolves.toBe('true');
  expect(await page.locator('.lz-survey__question').filter({ visible: true }).count()).toBe(1);
});

test.each<[string, Said, boolean, boolean]>([
  ['a household without old people and children', young, false, false],
  ['a household with a child', [['年龄段', '18–34岁'], ['您家里有', '6岁以下孩子']], false, true],
  ['a household with somebody over 60', [['年龄段', '35–49岁'], ['您家里有', '60岁以上老人']], true, false],
  ['a person over 70 who lives alone', [['年龄段', '70–79岁'], ['您家里有', '不想说']], true, false],
])('%s is asked what is meant for it, and no more', async (_who, said, old, children) => {
  const { page } = await stranger();
  await beginSurvey(page);
  const asked = await answerAll(page, said);
  expect(asked.includes(forTheOld)).toBe(old);
  expect(asked.includes(forChildren)).toBe(children);
});

test('都没有 clears the others, and they clear it', async () => {
  const { page } = await stranger();
  await beginSurvey(page);
  await answerAll(page, young, '您家里有');
  const box = (name: string) => page.getByRole('checkbox', { name }).filter({ visible: true });
  const ticked = async () => (await page.locator('[role=checkbox][aria-checked=true]').filter({ visible: true }).allInnerTexts()).map((text) => text.trim());
  await box('60岁以上老人').click();
  await box('6岁以下孩子').click();
  expect(await ticked()).toEqual(['60岁以上老人', '6岁以下孩子']);
  await box('都没有').click();
  expect(await ticked()).toEqual(['都没有']);
  await box('行动不便的人').click();
  expect(await ticked()).toEqual(['行动不便的人']);
});

test('somebody under 18 is thanked and shown what else there is; nothing was sent', async () => {
  const { page, actions, shoot } = await stranger();
  await beginSurvey(page);
  await answerAll(page, [['年龄段', '18岁以下']], '年龄段');
  await answerScreen(page, [['年龄段', '18岁以下']]);
  await button(page, '下一题').click();
  await seen(words(page, /谢谢您的关心/));
  await shoot('survey-under-18');
  await button(page, '看看附近有什么').click();
  await seen(heading(page, '附近网点'));
  expect(actions).not.toContain('survey.submit');
  await tab(page, '问卷');
  await seen(button(page, '开始')); // and no draft is left
});

test('closing the page in the middle keeps what was answered', async () => {
  const { page } = await stranger();
  await beginSurvey(page);
  await answerAll(page, young, '总的来说');
  await answerScreen(page, [['总的来说', '不太满意']]);
  await page.reload();
  await tab(page, '问卷');
  await button(page, '接着填').click();
  await seen(heading(page, /总的来说/));
  await expect(page.getByRole('radio', { name: '不太满意' }).filter({ visible: true }).getAttribute('aria-checked')).resolves.toBe('true');
});

test('the last look names what is missing, and leads there', async () => {
  const { page } = await stranger();
  await elderMode(page);
  await beginSurvey(page);
  await answerAll(page, young, '总的来说');
  await nextScreen(page); // passed over without an answer
  const asked = await answerAllButHeadline(page);
  expect(asked).not.toContain(textOfQuestion('A6'));
  await seen(heading(page, '还有 1 题没有答'));
  await button(page, '去补上').click();
  await answerScreen(page, [['总的来说', '一般']]);
  await button(page, '改好了').click();
  await seen(heading(page, '都答好了'));
});
const answerAllButHeadline = async (page: Parameters<typeof answerAll>[0]) => {
  const asked: string[] = [];
  while (!(await heading(page, /没有答$/).isVisible())) {
    asked.push(...(await answerScreen(page, young)));
    await nextScreen(page);
  }
  return asked;
};

test('a double tap on 提交 counts once, and so does a second tab', async () => {
  const before = await answeredSoFar();
  const { page, context, actions } = await stranger();
  await beginSurvey(page);
  await answerAll(page, young);
  const second = await context.newPage();
  await second.goto(`${demo.url}/s/${demo.scene}`);
  await tab(second, '问卷');
  await button(second, '接着填').click();
  await seen(button(second, '提交'));
  await page.bringToFront();
  await button(page, '提交').dblclick();
  await seen(words(page, '您的回执号'));
  const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await textOf(page))![0];
  expect(actions.filter((action) => action === 'survey.submit')).toHaveLength(1);
  await second.bringToFront();
  await button(second, '提交').click();
  await seen(words(second, receipt));
  expect(await answeredSoFar()).toBe(before + 1);
});
