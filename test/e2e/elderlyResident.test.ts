/** 老年居民, over 70: from the poster in the lift lobby to a tailor, to her answer, to its receipt. */
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { answerAll, beginSurvey, grandmother } from '../support/questionnaire';
import { button, elderMode, heading, link, searchBox, seen, tab, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const receiptLike = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

test('the poster opens her circle with one request, without logging in, and 长辈版 is one tap away', async () => {
  const { page, actions, shoot } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await seen(words(page, /南苑社区/));
  await seen(link(page, '找附近'));
  expect(actions).toEqual(['survey.home']);
  await seen(link(page, '说满意'));
  await seen(link(page, '看结果'));
  await seen(button(page, /打电话问 \d+/));
  await elderMode(page);
  await shoot('resident-home-elder');
  await page.reload();
  await seen(button(page, '标准版'));
});

test('she writes caifeng and finds a tailor, the nearest first, and opens its page', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await elderMode(page);
  await link(page, '找附近').click();
  const list = page.getByRole('group', { name: /网点列表/ }).filter({ visible: true });
  await seen(list);
  await searchBox(page, '搜索网点').fill('caifeng');
  await page.waitForFunction(() => {
    const cards = [...document.querySelectorAll('.lz-outlet')];
    return cards.length > 0 && cards.every((card) => /裁|缝|改衣/.test(card.textContent ?? ''));
  });
  const metres = (await list.getByText(/\d+ 米$/).allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(metres.length).toBeGreaterThan(0);
  expect(metres).toEqual([...metres].sort((a, b) => a - b));
  await shoot('resident-tailors-elder');
  const first = list.locator('.lz-outlet').first();
  const name = await first.locator('.lz-h').innerText();
  await first.click();
  await seen(heading(page, name));
  await seen(button(page, '怎么走'));
  const outlet = await textOf(page);
  expect(outlet).toContain('营业时间');
  expect(outlet).toMatch(/核实/);
  await shoot('resident-outlet-elder');
});

test('the network goes in the middle of her answer: it waits on the phone, is sent once, and gets a receipt', async () => {
  const phone = await phones.open(demo.link('老年居民'));
  const { page, context, actions, shoot } = phone;
  await elderMode(page);
  await beginSurvey(page);
  await answerAll(page, grandmother, '总的来说');
  phone.expectFailedRequests();
  await context.setOffline(true);
  await answerAll(page, grandmother);
  await button(page, '提交').click();
  await seen(words(page, '答卷在手机上等着'));
  await shoot('resident-answer-waits-elder');

  await context.setOffline(false);
  await page.reload();
  await tab(page, '问卷');
  await seen(words(page, receiptLike));
  await shoot('resident-receipt-elder');
  const receipt = receiptLike.exec(await textOf(page))![0];
  const sent = actions.filter((action) => action === 'survey.submit').length;
  await page.reload();
  await tab(page, '问卷');
  await seen(words(page, receipt));
  expect(actions.filter((action) => action === 'survey.submit')).toHaveLength(sent);

  await tab(page, '我的');
  await button(page, '查回执').click();
  await seen(words(page, `${receipt} 已收到`));

  await button(page, /清除我的草稿和回执/).click();
  await page.getByRole('dialog').getByRole('button', { name: '清除', exact: true }).click();
  await words(page, receipt).waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(receipt);

  await beginSurvey(page);
  await answerAll(page, grandmother);
  await button(page, '提交').click();
  await seen(heading(page, '您已答过'));
  expect(await textOf(page)).not.toMatch(receiptLike);
});

test('the released result carries n, source, interval and verdict, and each question its distribution', async () => {
  const { page, shoot } = await phones.open(demo.link('老年居民'));
  await link(page, '看结果').click();
  await seen(heading(page, '各题怎么答的'));
  const result = await textOf(page);
  expect(result).toMatch(/抽样 \d+ 份/);
  expect(result).toMatch(/\d+(\.\d+)?%/);
  expect(result).toMatch(/很可能在 [\d.]+%–[\d.]+% 之间/);
  expect(result).toMatch(/达到|未达到|还不能判断/);
  expect(result).toContain('演示');
  await shoot('resident-result');
});

test('a circle that a neighbour sent is shown, and her own place stays hers', async () => {
  const { page, shoot } = await phones.open(`${demo.url}/s/${demo.scene}`);
  await seen(heading(page, '东大街生活圈'));
  await page.goto(`${demo.url}/?visit=sent#/pages/home/index?circle=xidajie`);
  await seen(heading(page, '西大街生活圈'));
  await seen(words(page, '您在看别人转来的西大街生活圈。您选的社区没有变。'));
  await shoot('resident-home-sent');
  await link(page, '看结果').click();
  await seen(heading(page, '各题怎么答的'));
  expect(await textOf(page)).toContain('西大街生活圈');
  await page.goBack();
  await button(page, '回到南苑社区').click();
  await seen(heading(page, '东大街生活圈'));
  await seen(words(page, /南苑社区 · 东大街街道/));
  await tab(page, '附近');
  await seen(words(page, /南苑社区/));
  await page.goto(`${demo.url}/?visit=gone#/pages/home/index?circle=no-such-circle`);
  await seen(words(page, '没有找到这个生活圈'));
  await button(page, '回到南苑社区').click();
  await seen(heading(page, '东大街生活圈'));
});

test('a phone without a place takes the circle that it was sent', async () => {
  const { page } = await phones.open(`${demo.url}/#/pages/home/index?circle=xidajie`);
  await seen(heading(page, '西大街生活圈'));
  expect(await textOf(page)).not.toContain('别人转来的');
  await page.goto(`${demo.url}/?visit=later#/pages/home/index`);
  await seen(heading(page, '西大街生活圈'));
});

test.each([['dongdajie', false], ['xuanwu-huangtai', true]])('beside the drawn figure of %s stands what the call-back found, in counts (trouble: %s)', async (circle, trouble) => {
  const { page, shoot } = await phones.open(`${demo.url}/#/packages/result/index/index?circle=${circle}`);
  await seen(heading(page, '回访：信是不是自己答的'));
  expect(await textOf(page)).toMatch(/又抽了 \d+ 户去问，联系上 \d+ 户[^]*\d+ 户说是自己家拿的主意，\d+ 户说是别人替填或有人要求怎么填/);
  expect(await words(page, '这个圈的满意率请小心看').isVisible()).toBe(trouble);
  await button(page, '怎么回访的').press('Enter');
  await seen(words(page, /不改满意率，也不剔除答卷。提醒的线（5%）是项目拟定的，待核/));
  await shoot(`resident-called-back-${circle}`);
});
