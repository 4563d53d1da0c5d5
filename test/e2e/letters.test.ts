/** A letter came, and a neighbour has no phone: the two ways beside the poster, as the people at both ends go them. */
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { answerAll, grandmother } from '../support/questionnaire';
import { button, elderMode, field, heading, seen, tab, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const answeredSoFar = async () => valueOf(await (await visitor(demo.url)).call('survey.home', { community: nanyuan })).running!.answered;

test('a letter is opened, answered by whose birthday comes next, and answers once', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/l/${demo.letter}`);
  await seen(heading(page, '您家收到了信'));
  expect(await textOf(page)).toContain('下一个过生日的人');
  await shoot('letter-intro');
  await button(page, '开始').click();
  const asked = await answerAll(page, grandmother);
  expect(asked.join()).toContain('18 岁以上');
  const before = await answeredSoFar();
  await button(page, '提交').click();
  await seen(heading(page, '收到了，谢谢您'));
  await shoot('letter-done');
  expect(await answeredSoFar()).toBe(before + 1);

  // her own answer: the poster counts her no second time, and says so before eighteen questions
  await page.goto(`${demo.url}/?again=1&scene=${demo.scene}#/pages/survey/index`);
  await seen(heading(page, '收到了，谢谢您'));

  const neighbour = await phones.open(`${demo.url}/l/${demo.letter}`);
  await seen(words(neighbour.page, '这封信已经答过'));
  await neighbour.shoot('letter-used');
  await button(neighbour.page, '不用信，看看海报上的问卷').click();
  await seen(words(neighbour.page, /先选您住的社区/));
});

test('a code typed with a slip is told before anything is sent; one that was never issued by the server', async () => {
  const { page, actions } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await tab(page, '问卷');
  await button(page, '我收到了信，输入答卷码').click();
  const before = actions.length;
  await field(page, '答卷码').fill('3F7K92-MDXQ41-8ABCDF');
  await button(page, '用这个码').click();
  await seen(words(page, /答卷码不对/));
  expect(actions.length).toBe(before);
  await field(page, /答卷码/).fill('0000 0000 0000 0000 00');
  await button(page, '用这个码').click();
  await seen(words(page, '没有这个答卷码'));
  await button(page, '不用信，看看海报上的问卷').click();
  await seen(button(page, '开始'));

  const cut = await phones.open(`${demo.url}/l/3F7K92`);
  await seen(words(cut.page, '没有认出信上的码'));
});

test.each([['normal', false], ['elder', true]])('somebody without a phone is helped, takes her slip home and changes her mind there (%s)', async (scale, elder) => {
  const officer = await phones.open(demo.link('街道专干'));
  await button(officer.page, /^协助填写/).or(officer.page.getByText('协助填写').filter({ visible: true })).first().click();
  await button(officer.page, '做一个协助链接').click();
  await button(officer.page, '生成链接').click();
  await seen(words(officer.page, '请选一个社区。'));
  await button(officer.page, '南苑社区').click();
  await button(officer.page, '10 位').click();
  await button(officer.page, '生成链接').click();
  await seen(words(officer.page, /只显示这一次/));
  const link = /http\S+\/a\/\w+/.exec(await textOf(officer.page))![0];

  const helper = await phones.open(link);
  if (elder) await elderMode(helper.page);
  await seen(heading(helper.page, '您在帮别人填'));
  await helper.shoot(`assist-intro-${scale}`);
  await button(helper.page, '开始').click();
  await answerAll(helper.page, [['谁在填写', '社区工作人员协助填写'], ...grandmother]);
  const before = await answeredSoFar();
  await button(helper.page, '提交').click();
  await seen(heading(helper.page, '撤回码'));
  await helper.shoot(`assist-slip-${scale}`);
  const [secret] = /([0-9a-z]{5}-){3}[0-9a-z]{5}/.exec((await textOf(helper.page)).replace(/-\n/g, '-'))!;
  expect(await answeredSoFar()).toBe(before + 1);
  await button(helper.page, '抄好了，帮下一位').click();
  await helper.page.getByText('抄好了', { exact: true }).filter({ visible: true }).last().click();
  await seen(heading(helper.page, '您在帮别人填'));
  expect(await textOf(helper.page)).toContain('还可以帮 9 位');
  expect(JSON.stringify(await helper.page.evaluate(() => ({ ...localStorage })))).not.toContain(secret.replace(/-/g, ''));

  const home = await phones.open(`${demo.url}/s/${demo.scene}`);
  await tab(home.page, '我的');
  await button(home.page, '撤回写在纸条上的一份').click();
  await field(home.page, '纸条上的撤回码').fill(secret.toUpperCase());
  await button(home.page, '撤回这一份').click();
  await home.page.getByText('撤回', { exact: true }).filter({ visible: true }).last().click();
  await seen(words(home.page, /已撤回/));
  expect(await answeredSoFar()).toBe(before);
  await button(home.page, '重新填一份').click();
  await button(home.page, '开始').click();
  await answerAll(home.page, grandmother);
  await button(home.page, '提交').click();
  await seen(heading(home.page, '收到了，谢谢您'));
  expect(await answeredSoFar()).toBe(before + 1);

  await officer.page.reload();
  await seen(words(officer.page, '已帮 1 位，最多 10 位'));
  await officer.shoot(`assist-list-${scale}`);
});
