/** A shop's photo on its way: taken in the form, looked at by the street, seen by a resident; and what goes wrong on the way. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { mediaOf } from '../../domain/photo';
import { withDemo } from '../support/demo';
import { fillOutletForm, toOutletForm } from '../support/outletForm';
import { axe, layout, leastOf } from '../support/pageCheck';
import { exe, loaded, photoFile, secretWords, svg } from '../support/photos';
import { withPhones } from '../support/phone';
import { button, elderMode, gone, heading, seen, textOf, words } from '../support/screen';
import { temporaryFolder, visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const pictures = temporaryFolder();
afterAll(() => pictures.remove());
const shop = { name: '西巷酸汤面馆', format: '早餐店', address: '西巷 8 号', licence: { code: '92620602MA0000015G' } };

/** From a file, as on a phone: the browser's type is a guess by its ending. */
const choose = async (page: Page, name: string, bytes: Uint8Array, press: string | RegExp = /^添店面照片|^再添一张店面照片/) => {
  writeFileSync(join(pictures.path, name), bytes);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, press).click()]);
  await chooser.setFiles(join(pictures.path, name));
};
const row = (page: Page, name: string | RegExp) => page.getByRole('group', { name }).filter({ visible: true }).first();
const kept = () => readdirSync(join(demo.env.LZ_DATA!, 'files'));
const loadedPictures = (page: Page) => page.locator('.lz-photos img').filter({ visible: true }).evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
const check = async (page: Page, elder: boolean) => expect([...(await axe(page)), ...(await layout(page, leastOf(elder)))]).toEqual([]);

test('from the merchant\'s phone to the resident\'s: shrunk, without a place, unseen until the street has looked', async () => {
  const merchant = await phones.open(demo.link('面馆店主'));
  await toOutletForm(merchant.page, demo);
  await fillOutletForm(merchant.page, shop);
  await choose(merchant.page, 'IMG_2026.jpg', loaded(photoFile('front.jpg'), 6));
  await seen(row(merchant.page, '店面照片 1').getByText('已传好'));
  await choose(merchant.page, 'licence.png', photoFile('small.png'), '添执照照片');
  await seen(row(merchant.page, '执照照片 1').getByText('已传好'));
  await merchant.shoot('photos-form');
  await check(merchant.page, false);
  await elderMode(merchant.page);
  await row(merchant.page, '店面照片 1').scrollIntoViewIfNeeded();
  await merchant.shoot('photos-form-elder');
  await check(merchant.page, true);

  // the form is left and opened again: what was sent is there
  await merchant.page.reload();
  await seen(row(merchant.page, '店面照片 1').getByText('已传好'));
  await merchant.page.waitForFunction(() => [...document.querySelectorAll('.lz-photo-row img')].every((one) => (one as HTMLImageElement).naturalWidth > 0) && document.querySelectorAll('.lz-photo-row img').length >= 2);
  await button(merchant.page, '提交审核').click();
  await seen(heading(merchant.page, '我的网点'));
  await seen(words(merchant.page, '1 张店面照片等街道看，看过才公开。'));

  // what is stored says where and by whom it was taken to nobody; the one that lay on its side stands upright
  for (const name of kept()) {
    const bytes = readFileSync(join(demo.env.LZ_DATA!, 'files', name));
    expect(mediaOf(bytes)).toBe('image/jpeg');
    for (const word of [...secretWords, 'Exif']) expect(bytes.toString('latin1')).not.toContain(word);
  }
  const mine = valueOf(await (await visitor(demo.url, demo.token('面馆店主'))).call('outlet.mine', {})).registrations.find(({ draft }) => draft.name === shop.name)!;
  const { photos } = valueOf(await (await visitor(demo.url, demo.token('面馆店主'))).call('outlet.photos', { ids: mine.draft.photos!.map(({ id }) => id) }));
  expect(photos.map(({ purpose, width, height, state }) => [purpose, width, height, state])).toEqual([['front', 480, 640, 'held'], ['licence', 64, 48, 'held']]);

  const officer = await phones.open(`${demo.link('街道专干').replace('desk/progress', 'desk/review')}?id=${mine.id}`);
  await seen(words(officer.page, '照片一张一张定'));
  await row(officer.page, `${shop.name}的店面照片`).scrollIntoViewIfNeeded();
  await officer.page.waitForFunction(() => [...document.querySelectorAll('.lz-photos img')].some((one) => (one as HTMLImageElement).naturalWidth > 0));
  await officer.shoot('photos-review');
  await button(officer.page, `看大图：${shop.name}的店面照片`).click();
  await seen(officer.page.getByRole('dialog', { name: `${shop.name}的店面照片` }));
  await button(officer.page, '放大看').click();
  await seen(button(officer.page, '看全图'));
  await officer.shoot('photos-large');
  await button(officer.page, '关闭').click();
  await button(officer.page, '通过').click();
  const sure = officer.page.getByRole('dialog').getByRole('button', { name: '确定通过' });
  await Promise.race([sure.click({ timeout: 3000 }).catch(() => undefined), seen(words(officer.page, /已通过/))]);

  // on the map, but its photo not yet
  const resident = await visitor(demo.url);
  const found = async () => valueOf(await resident.call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, text: shop.name })).items[0]!;
  const { id } = await found();
  const open = await phones.open(`${demo.url}/#/packages/outlet/detail/index?id=${id}`);
  await seen(words(open.page, '营业时间'));
  expect(await textOf(open.page)).not.toContain('店面照片');

  await officer.page.goto(`${demo.url}/?again#/packages/desk/photos/index`);
  await seen(heading(officer.page, '检查照片'));
  const front = row(officer.page, `${shop.name}的店面照片`);
  await front.scrollIntoViewIfNeeded();
  await officer.shoot('photos-desk');
  await check(officer.page, false);
  await front.getByRole('button', { name: '这张可以' }).click();
  await seen(front.getByText('可以', { exact: true }));
  const licence = row(officer.page, `${shop.name}的营业执照照片`);
  await licence.getByRole('button', { name: '这张不行' }).click();
  await seen(words(officer.page, '为什么这张不行'));
  await officer.shoot('photos-desk-refusing');
  await officer.page.getByRole('radio', { name: '看不清' }).click();
  await officer.page.getByRole('dialog').getByRole('button', { name: '这张不行' }).click();
  await seen(licence.getByText('不行：看不清'));

  await open.page.reload();
  await seen(words(open.page, '店面照片'));
  await button(open.page, `看大图：${shop.name}的店面`).scrollIntoViewIfNeeded();
  await open.page.waitForFunction(() => [...document.querySelectorAll('.lz-photos img')].some((one) => (one as HTMLImageElement).naturalWidth > 0));
  expect(await loadedPictures(open.page)).toEqual([480]);
  await open.shoot('photos-outlet');
  await check(open.page, false);

  await merchant.page.goto(`${demo.url}/?again#/packages/merchant/mine/index`);
  await seen(words(merchant.page, '一张营业执照照片没有通过：看不清。'));
  await merchant.shoot('photos-mine');
});

test('what is no photo is told beside the field, whatever its name; forty megabytes are made small', async () => {
  const { page, actions } = await phones.open(demo.link('修鞋摊主'));
  await toOutletForm(page, demo);
  for (const [name, bytes] of [['照片.jpg', exe], ['招牌.svg', svg], ['坏的.jpg', photoFile('front.jpg').subarray(0, 300)]] as const) {
    await choose(page, name, bytes);
    await seen(page.getByRole('alert').filter({ hasText: '这张打不开，可能不是照片', visible: true }).first());
  }
  expect(actions).not.toContain('outlet.addPhoto');
  await choose(page, '大.jpg', Buffer.concat([photoFile('front.jpg'), Buffer.alloc(40_000_000)]));
  await seen(row(page, '店面照片 1').getByText('已传好'));
  await button(page, '去掉 店面照片 1').click();
  await gone(row(page, '店面照片 1'));
});

test('without a network the photo waits on the phone and goes by itself; the form asks before it goes without', async () => {
  const { page, context, expectFailedRequests } = await phones.open(demo.link('修鞋摊主'));
  await toOutletForm(page, demo);
  await fillOutletForm(page, { name: '西巷修鞋摊', format: '维修点', address: '西巷口', licence: { reason: '摆了二十年的老摊' } });
  expectFailedRequests();
  await context.setOffline(true);
  await choose(page, '摊位.jpg', photoFile('front.jpg'));
  await seen(words(page, '照片还在这里，连上网会自己传'));
  await button(page, '提交审核').click();
  await seen(page.getByRole('dialog').getByText('有 1 张照片还没传上去'));
  await page.getByRole('dialog').getByRole('button', { name: '再等等' }).click();
  await context.setOffline(false);
  await seen(row(page, '店面照片 1').getByText('已传好'));
  await button(page, '提交审核').click();
  await seen(heading(page, '我的网点'));
  await seen(words(page, '1 张店面照片等街道看'));
});

test('长辈版, with what the demonstration brings: at the desk and on an outlet\'s page', async () => {
  const officer = await phones.open(`${demo.url}/?cast=${demo.token('街道专干')}#/packages/desk/photos/index`);
  await elderMode(officer.page);
  await seen(row(officer.page, '老街牛肉面馆的店面照片'));
  await officer.page.waitForFunction(() => [...document.querySelectorAll('.lz-photos img')].some((one) => (one as HTMLImageElement).naturalWidth > 0));
  await officer.shoot('photos-desk-elder');
  await check(officer.page, true);

  const resident = await visitor(demo.url);
  const near = valueOf(await resident.call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, smallRepair: true, most: 200 })).items;
  const details = await Promise.all(near.map(async ({ id }) => valueOf(await resident.call('outlet.detail', { id })).outlet));
  const shown = details.filter(({ photos }) => (photos ?? []).length > 0);
  expect(shown).toHaveLength(1);
  const { page, shoot } = await phones.open(`${demo.url}/#/packages/outlet/detail/index?id=${shown[0]!.id}`);
  await seen(words(page, '店面照片'));
  await elderMode(page);
  await button(page, /^看大图/).scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.querySelectorAll('.lz-photos img')].some((one) => (one as HTMLImageElement).naturalWidth > 0));
  await shoot('photos-outlet-elder');
  await check(page, true);
});
