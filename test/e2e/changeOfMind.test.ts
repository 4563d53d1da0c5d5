/** Somebody stood beside her when she answered. At home she takes it back and says what she thinks; nobody can see that she did. */
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { answerAll, beginSurvey, grandmother } from '../support/questionnaire';
import { button, elderMode, heading, link, seen, tab, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const answeredSoFar = async () => valueOf(await (await visitor(demo.url)).call('survey.home', { community: nanyuan })).running!.answered;

test.each([['normal', false], ['elder', true]])('an answer is taken back and given anew, once; its receipt goes on saying 已收到 (%s)', async (scale, elder) => {
  const { page, shoot } = await phones.open(`${demo.url}/s/${demo.scene}`);
  if (elder) await elderMode(page);
  const before = await answeredSoFar();
  await beginSurvey(page);
  await answerAll(page, [...grandmother, ['总的来说', '非常满意']]);
  await button(page, '提交').click();
  await seen(heading(page, '收到了，谢谢您'));
  const [receipt] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await textOf(page))!;
  await shoot(`change-of-mind-done-${scale}`);

  await tab(page, '我的');
  await button(page, '查回执').click();
  await seen(words(page, /已收到/));
  await button(page, '想撤回，或要核验码').click();
  await shoot(`change-of-mind-receipt-${scale}`);
  await link(page, '看这一轮的封存记录').click();
  await seen(heading(page, /本轮满意度调查/));
  await shoot(`change-of-mind-seals-${scale}`);
  await page.goBack();

  await button(page, '撤回这份答卷').click();
  await page.getByText('撤回', { exact: true }).filter({ visible: true }).last().click();
  await seen(words(page, /已撤回/));
  expect(await answeredSoFar()).toBe(before);

  await tab(page, '问卷');
  await seen(heading(page, '已撤回'));
  await shoot(`change-of-mind-taken-back-${scale}`);
  await button(page, '重新填一份').click();
  await button(page, '开始').click();
  await answerAll(page, [...grandmother, ['总的来说', '一般']]);
  await button(page, '提交').click();
  await seen(heading(page, '收到了，谢谢您'));
  expect(await textOf(page)).not.toContain(receipt);
  expect(await answeredSoFar()).toBe(before + 1);
  // whoever made her answer looks the first one up
  expect(valueOf(await (await visitor(demo.url)).call('survey.check', { receipt })).state).not.toBe('unknown');
});
