/** 评价 and follows as people meet them: a neighbour's words wait for the street, are let through, answered once by the owner; a shop is followed and let go. */
import { withDemo } from '../support/demo';
import { withPhones } from '../support/phone';
import { button, elderMode, field, gone, link, searchBox, seen, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();

const nearest = async () => valueOf(await (await visitor(demo.url)).call('outlet.nearby', { origin: { kind: 'community', code: nanyuan } })).items;
const outletPage = (id: string) => `${demo.url}/?scene=${demo.scene}&visit=${id}#/packages/outlet/detail/index?id=${id}`;

test('what neighbours say: in words from five people on, newest first, on the page of the outlet', async () => {
  const [first, second] = await nearest();
  const { page, shoot } = await phones.open(demo.link('青年居民'));
  await page.goto(outletPage(first!.id));
  await seen(words(page, /6 位邻居，最近 24 个月.*示例/));
  await seen(words(page, '6 人里 5 人说好，1 人说一般'));
  await seen(words(page, '注意到的不到 5 人'));
  await words(page, '邻居怎么说').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 500);
  await shoot('outlet-voices');
  await button(page, '我也说说').scrollIntoViewIfNeeded();
  await shoot('outlet-voices-end');
  await elderMode(page);
  await words(page, '邻居怎么说').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 600);
  await shoot('outlet-voices-elder');
  await page.goto(outletPage(second!.id));
  await seen(words(page, '2 位邻居说过，未到 5 份，先不合计，只放写的话。'));
  await seen(words(page, '去过两回，都还行。'));
});

test('written, held, let through by the street; what was chosen is there again after going back; changed and taken back by whoever wrote it', async () => {
  const outlet = (await nearest())[3]!;
  const { page, actions } = await phones.open(demo.link('青年居民'));
  await page.goto(outletPage(outlet.id));
  await button(page, '我也说说').click();
  await button(page, '提交').click();
  await seen(words(page, '还没有选，也没有写。请至少选一项，或写一句话。'));
  const choose = (aspect: string, word: string) => page.getByRole('radiogroup', { name: aspect }).filter({ visible: true }).getByRole('radio', { name: word, exact: true }).click();
  await choose('质量', '好');
  await choose('适老', '不好');
  await field(page, /想说的话/).fill('门口没有坡道');
  await page.goBack();
  await button(page, '我也说说').click();
  await seen(page.getByRole('radiogroup', { name: '质量' }).filter({ visible: true }).locator('[aria-checked="true"]'));
  await button(page, '提交').click();
  await seen(words(page, /等街道的人看过就放出来/));
  expect(actions.filter((action) => action === 'voice.check')).toEqual([]);
  await button(page, '好').click();
  await seen(words(page, '1 位邻居说过，未到 5 份，先不合计。'));
  await gone(words(page, '门口没有坡道'));

  const { cases } = valueOf(await (await visitor(demo.url, demo.token('街道专干'))).call('desk.cases', { kind: 'text' }));
  const waiting = cases.find(({ name }) => name === outlet.name)!;
  const officer = await phones.open(demo.link('街道专干'));
  await officer.page.goto(`${demo.url}/?visit=text#/packages/desk/text/index?id=${waiting.id}`);
  await seen(words(officer.page, '门口没有坡道'));
  await button(officer.page, '可以放出来').click();
  await seen(words(officer.page, '处理过了'));
  await seen(button(officer.page, '改为不放出来'));

  await page.goto(`${demo.url}/?visit=mine#/packages/voice/mine/index`);
  await seen(words(page, '大家看得到'));
  await button(page, '改一改').click();
  await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === '门口没有坡道'));
  await choose('质量', '一般');
  await button(page, '改好了').click();
  await seen(words(page, '邻居看得到了。'));
  await button(page, '看我的评价').click();
  await seen(words(page, '质量一般 · 适老不好'));
  await button(page, '撤回').click();
  await page.getByText('撤回', { exact: true }).filter({ visible: true }).last().click();
  await seen(words(page, '还没有评过'));
});

test('a shop is followed and let go; where nothing was found a kind of shop can be waited for; clearing the phone ends all of it', async () => {
  const outlet = (await nearest())[4]!;
  const { page, shoot } = await phones.open(demo.link('青年居民'));
  await seen(link(page, '找附近'));
  await page.goto(outletPage(outlet.id));
  await button(page, '关注').click();
  await seen(words(page, '您关注了这家。有变化写进「消息」。'));
  await page.goto(`${demo.url}/?visit=nearby#/pages/nearby/index`);
  await searchBox(page, '搜索网点').fill('没有这样的店名吧');
  await button(page, '有了告诉我').click();
  await seen(words(page, '等哪一种店？'));
  await button(page, '有了告诉我').click();
  await seen(words(page, '请先选一种店。'));
  await page.getByRole('radio', { name: '早餐店' }).click();
  await button(page, '有了告诉我').click();
  await seen(words(page, '附近一有新上图的，就写进「消息」。'));
  await button(page, '看我关注的').click();
  await seen(words(page, outlet.name));
  await seen(words(page, /走路 10 分钟以内，有了告诉我/));
  await shoot('voice-follows');
  await button(page, '不再关注').click();
  await gone(words(page, /走路 10 分钟以内，有了告诉我/));
  await page.goto(`${demo.url}/?visit=clear#/pages/mine/index`);
  await button(page, /清除我的草稿和回执/).click();
  await page.getByText('清除', { exact: true }).filter({ visible: true }).last().click();
  await seen(words(page, '已清除'));
  await button(page, /我关注的/).click();
  await seen(words(page, '还没有关注'));
});

test('a text that was let through by mistake is found among what was decided, with its words, and waits again', async () => {
  const { cases } = valueOf(await (await visitor(demo.url, demo.token('街道专干'))).call('desk.cases', { kind: 'text' }));
  const { page, shoot } = await phones.open(demo.link('街道专干'));
  await page.goto(`${demo.url}/?undo=text#/packages/desk/text/index?id=${cases[0]!.id}`);
  await button(page, '可以放出来').click();
  await seen(words(page, '处理过了'));
  await page.goto(`${demo.url}/?undo=decided#/packages/desk/decided/index`);
  await seen(words(page, '放出来了'));
  await shoot('desk-decided-text');
  await elderMode(page);
  await shoot('desk-decided-text-elder');
  await button(page, '撤回这次处理').click();
  await seen(words(page, '这段话回到待办，重新看过再定。对方会收到消息。'));
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).dblclick();
  await seen(words(page, '已撤回，回到待办'));
  await page.goto(`${demo.url}/?undo=again#/packages/desk/text/index?id=${cases[0]!.id}`);
  await seen(button(page, '可以放出来'));
});
