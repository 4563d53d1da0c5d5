/** A cobbler without a licence: an officer who was there says so with a photo before she approves; a word that should not stand is taken back, with a reason. */
import type { Page } from 'playwright-core';
import { withDemo } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { photoFile } from '../support/photos';
import { withPhones } from '../support/phone';
import { button, elderMode, field, gone, seen, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { newId, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const stall = '街口修鞋摊';

const check = async (page: Page, elder: boolean) => expect([...(await axe(page)), ...(await layout(page, leastOf(elder)))]).toEqual([]);
const photograph = async (page: Page) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '添见证照片').click()]);
  await chooser.setFiles({ name: 'stall.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photoFile('front.jpg')) });
  await seen(page.getByRole('group', { name: '见证照片 1' }).getByText('已传好'));
};
const officer = async () => visitor(demo.url, demo.token('街道专干'));
const listedStall = async () => valueOf(await (await visitor(demo.url, demo.token('修鞋摊主'))).call('outlet.mine', {})).outlets!.find(({ name }) => name === stall)!;
const view = (page: Page, text: string | RegExp) => words(page, text).scrollIntoViewIfNeeded();

test('before she approves she writes what she saw; what is typed outlives a reload and a lost network; listed, the page says that somebody was there', async () => {
  const waiting = valueOf(await (await officer()).call('desk.cases', { kind: 'registration' })).cases.find(({ name }) => name === stall)!;
  const { page, context, actions, shoot, expectFailedRequests } = await phones.open(`${demo.link('街道专干').replace('desk/progress', 'desk/review')}?id=${waiting.id}`);
  await seen(words(page, '没有执照，现在没有有效的见证。'));
  await view(page, '没有执照，现在没有有效的见证。');
  await shoot('witness-none');
  await button(page, '我上门看过，来见证').click();
  await button(page, '记下见证').click();
  await seen(words(page, '请写一两句上门看到的。'));
  await seen(words(page, '社区见证要有一张上门拍的照片。'));
  await field(page, /^上门看到的/).fill('在小区门口修鞋二十年，邻居都认得');
  await button(page, '见证并通过').click();
  await seen(words(page, '社区见证要有一张上门拍的照片。'));
  expect(actions).not.toContain('desk.decide');
  await page.reload();
  await seen(words(page, /有效 365 天（示例）/));
  await expect(field(page, /^上门看到的/).inputValue()).resolves.toBe('在小区门口修鞋二十年，邻居都认得');
  await photograph(page);
  await view(page, /有效 365 天/);
  await shoot('witness-writing');
  await check(page, false);
  await elderMode(page);
  await view(page, /有效 365 天/);
  await shoot('witness-writing-elder');
  await check(page, true);

  expectFailedRequests();
  await context.setOffline(true);
  await button(page, '见证并通过').click();
  await seen(words(page, /没有网络/));
  await context.setOffline(false);
  await button(page, '见证并通过').click();
  const sure = page.getByRole('dialog').getByRole('button', { name: '确定通过' });
  await Promise.race([sure.click({ timeout: 3000 }).catch(() => undefined), seen(words(page, /已通过/))]);
  await seen(words(page, `已通过「${stall}」，居民能在附近找到它了。`));
  expect(await textOf(page)).not.toContain('还没有人上门见过，页面上写明了');
  expect(actions.filter((action) => action === 'desk.decide')).toHaveLength(1);
  const listed = await listedStall();
  const open = await phones.open(`${demo.url}/#/packages/outlet/detail/index?id=${listed.id}`);
  await seen(words(open.page, /社区 .*上门见过/));
});

test('what should not stand is taken back from the case of its outlet: asked once, the history and the page say so', async () => {
  const listed = await listedStall();
  const id = listed.id;
  valueOf(await (await visitor(demo.url, demo.token('老年居民'))).call('outlet.report', { id: newId(), outlet: id, kind: 'other', note: '照片不是这个摊' }));
  const { page, actions, shoot } = await phones.open(`${demo.link('街道专干').replace('desk/progress', 'desk/case')}?kind=correction&id=${id}`);
  await seen(words(page, '在小区门口修鞋二十年，邻居都认得'));
  await view(page, '在小区门口修鞋二十年，邻居都认得');
  await page.waitForFunction(() => [...document.querySelectorAll('.lz-photos img')].some((one) => (one as HTMLImageElement).naturalWidth > 0));
  await shoot('witness-standing');
  await check(page, false);
  await button(page, '收回').click();
  const sheet = page.getByRole('dialog', { name: '收回社区见证' });
  await sheet.getByRole('button', { name: '收回', exact: true }).click();
  await seen(words(page, '请写一句为什么收回，让对方知道。'));
  await sheet.getByRole('textbox').fill('照片是旁边的摊');
  await shoot('witness-revoking');
  await check(page, false);
  await sheet.getByRole('button', { name: '收回', exact: true }).dblclick();
  await gone(sheet);
  await seen(words(page, '没有执照，现在没有有效的见证。'));
  await seen(words(page, /工作人员收回了社区见证/));
  expect(actions.filter((action) => action === 'desk.revokeWitness')).toHaveLength(1);
  await elderMode(page);
  await view(page, '没有执照，现在没有有效的见证。');
  await shoot('witness-revoked-elder');

  const open = await phones.open(`${demo.url}/#/packages/outlet/detail/index?id=${id}`);
  await seen(words(open.page, '没有办执照的小摊，社区还没有上门见证。'));
  await seen(words(open.page, /工作人员收回了社区见证/));
  const merchant = await phones.open(`${demo.link('修鞋摊主').replace('merchant/mine', 'mine/messages')}`);
  await seen(words(merchant.page, `「${stall}」的社区见证收回了`));
  await seen(words(merchant.page, '照片是旁边的摊'));
});

test('on the page where she mends it, what is typed stays when she was there again and says so', async () => {
  const listed = await listedStall();
  const { page, shoot } = await phones.open(`${demo.link('街道专干').replace('desk/progress', 'desk/edit')}?outlet=${listed.id}`);
  await field(page, '为什么改').fill('上门看过');
  await field(page, /^电话/).fill('0935-2212345');
  await button(page, '我上门看过，来见证').click();
  await field(page, /^上门看到的/).fill('这回看清了');
  await photograph(page);
  await button(page, '记下见证').click();
  await seen(words(page, '这回看清了'));
  await view(page, '这回看清了');
  await shoot('witness-edit');
  await check(page, false);
  await expect(field(page, /^电话/).inputValue()).resolves.toBe('0935-2212345');
  await button(page, '改好，马上生效').click();
  const open = await phones.open(`${demo.url}/#/packages/outlet/detail/index?id=${listed.id}`);
  await seen(words(open.page, /社区 .*上门见过/));
  await seen(words(open.page, /工作人员改了信息（电话）/));
});
