/** A census list in the hands of the district's officer: the empty list, an .xlsx and a .csv in, what is new, updated and to be decided, loaded whole, and out again cell by cell. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { makeXlsx } from '../../cloudfunctions/export/sheet/makeXlsx';
import { readSheet } from '../../cloudfunctions/export/sheet/sheet';
import { columns, type Column } from '../../domain/census-list/columns';
import { withDemo } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { withPhones } from '../support/phone';
import { button, elderMode, gone, seen, textOf, words } from '../support/screen';
import { visitor } from '../support/serverProcess';
import { nanyuan, valueOf } from '../support/world';

const demo = withDemo();
const phones = withPhones();
const atLists = () => phones.open(demo.link('专班人员').replace('desk/progress', 'desk/import'));
const breaches = async (page: Page, elder: boolean) => [...(await axe(page)), ...(await layout(page, leastOf(elder)))];

type Cells = Partial<Record<Column, string>>;
const tailor: Cells = { key: 'E1', name: '巧手裁缝铺', format: '维修点', services: '裁缝改衣、换拉链', community: '南苑社区', address: '东巷 77 号', lng: '102.641', lat: '37.925', phone: '0935-2210077', hours: '周一至周六 08:30–18:00;周日 休息', chain: '独立', cash: '是' };
const bakery: Cells = { key: 'E2', name: '=千层饼店', format: '早餐店', community: '大众社区', address: '文庙路 9 号', lng: '102.6465', lat: '37.927', phone: '', hours: '', chain: '连锁', brand: '千层' };

/** A file as the browser got it, its rows by heading. */
const downloaded = async (page: Page, label: string) => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, label).click()]);
  const name = download.suggestedFilename();
  const { headings, rows } = await readSheet(await readFile(await download.path()), name, columns.name);
  return { name, headings, rows: rows.map(({ cells }) => Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? '']))) };
};
const upload = async (page: Page, name: string, buffer: Buffer) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '选表格').click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
};
const headingsOf = (rows: readonly Cells[]) => (Object.keys(columns) as Column[]).filter((column) => rows.some((row) => row[column] !== undefined));
const xlsx = (rows: readonly Cells[]) => {
  const used = headingsOf(rows);
  return makeXlsx([{ name: '网点', headings: used.map((column) => columns[column]), rows: rows.map((row) => used.map((column) => row[column] ?? '')), widths: used.map(() => 12) }]);
};
const csv = (rows: readonly Cells[]) => {
  const used = headingsOf(rows);
  return Buffer.from([used.map((column) => columns[column]), ...rows.map((row) => used.map((column) => row[column] ?? ''))].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
};
const load = async (page: Page) => {
  await button(page, /^载入$/).click();
  await seen(words(page, '载入了'));
};
/** An outlet of the export, as a list says it. */
const fromSheet = (row: Record<string, string>): Cells => Object.fromEntries((Object.keys(columns) as Column[]).flatMap((column) => (row[columns[column]] ? [[column, row[columns[column]]!]] : [])));

/** One that somebody stands behind. */
const verifiedOutlet = async () => {
  const someone = await visitor(demo.url);
  for (const { id } of valueOf(await someone.call('outlet.nearby', { origin: { kind: 'community', code: nanyuan }, pace: 'normal' })).items) {
    const { outlet } = valueOf(await someone.call('outlet.detail', { id }));
    if (outlet.verifiedOn !== null && outlet.community.code === nanyuan) return id;
  }
  throw new Error('no outlet of the demonstration is verified');
};

test('the empty list has its headings, an example that is never loaded, and comes back unread', async () => {
  const { page, shoot } = await atLists();
  await seen(button(page, '下载空表'));
  expect(await breaches(page, false)).toEqual([]);
  const { name, headings, rows } = await downloaded(page, '下载空表');
  expect(name).toBe('网点普查表-空表.xlsx');
  expect(headings).toEqual(expect.arrayContaining(Object.values(columns)));
  expect(rows).toHaveLength(1);
  expect(rows[0]![columns.name]).toContain('示例');
  await seen(words(page, /已经下载/));
  await shoot('census-downloaded');
  await upload(page, name, await xlsx([fromSheet(rows[0]!)]));
  await seen(words(page, /列名下面没有内容/));
});

test('an .xlsx is compared, loaded whole, and comes out again with the same cells', async () => {
  const { page, actions, shoot } = await atLists();
  await upload(page, '摸排.xlsx', await xlsx([tailor, bakery]));
  await seen(button(page, '新的 2'));
  expect(await breaches(page, false)).toEqual([]);
  await shoot('census-new');
  await button(page, /^载入$/).dblclick();
  await seen(words(page, '新增 2，更新 0，没有变 0。'));
  expect(actions.filter((action) => action === 'export.load')).toHaveLength(1);
  await shoot('census-loaded');
  await button(page, '回普查名单').click();
  await button(page, '东大街街道').click();
  const { rows } = await downloaded(page, '导出网点');
  for (const wanted of [tailor, bakery]) {
    // what could be taken for a formula goes out as a text
    const out = rows.find((row) => row[columns.name]?.replace(/^'/, '') === wanted.name)!;
    const said = Object.entries(wanted).filter(([column, cell]) => column !== 'key' && column !== 'name' && cell !== '').map(([column, cell]) => [columns[column as Column], cell]);
    expect(out).toMatchObject(Object.fromEntries(said));
    expect(out[columns.id]).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('a .csv shows what would be updated and what is to be decided; nothing is loaded before that is', async () => {
  const { page, shoot } = await atLists();
  const vouched = await verifiedOutlet();
  await button(page, '东大街街道').click();
  const { rows } = await downloaded(page, '导出网点');
  const verified = fromSheet(rows.find((row) => row[columns.id] === vouched)!);
  const mine = fromSheet(rows.find((row) => row[columns.name] === tailor.name)!);
  const list = csv([{ ...verified, address: '换了门面，文庙路 500 号' }, { ...mine, phone: '0935-2210078' }, { ...tailor, key: 'E3', name: '又一家裁缝铺', address: '东巷 78 号' }]);
  await upload(page, '改过的.csv', list);
  await seen(button(page, /^新的 1/));
  await seen(button(page, '会更新 1'));
  await button(page, '要您定 1').click();
  await seen(words(page, '换了门面，文庙路 500 号'));
  expect(await button(page, '还有 1 家要您定').getAttribute('aria-disabled')).toBe('true');
  await shoot('census-conflict');
  expect(await breaches(page, false)).toEqual([]);
  await elderMode(page);
  await shoot('census-conflict-elder');
  expect(await breaches(page, true)).toEqual([]);
  await button(page, '用名单的').click();
  await seen(words(page, '都定好了。'));
  await load(page);
  await button(page, '回普查名单').click();
  await button(page, '东大街街道').click();
  const after = (await downloaded(page, '导出网点')).rows;
  expect(after.find((row) => row[columns.name] === tailor.name)![columns.phone]).toBe('0935-2210078');
  expect(after.filter((row) => row[columns.address] === '换了门面，文庙路 500 号')).toHaveLength(1);
});

test('a list with a fault names the row and the cell, and loads nothing at all', async () => {
  const { page, shoot } = await atLists();
  await upload(page, '有错.csv', csv([{ ...tailor, key: 'F1', name: '好的一行', address: '东巷 90 号' }, { ...tailor, key: 'F2', name: '坏的一行', address: '东巷 91 号', phone: '12' }]));
  await seen(words(page, '坏的一行'));
  const all = await textOf(page);
  for (const said of ['有 1 行读不了', '第 3 行', '「电话」写的是 12', '不是电话号码', '一行也不会载入']) expect(all).toContain(said);
  expect(await page.getByRole('button', { name: '载入', exact: true }).count()).toBe(0);
  expect(await breaches(page, false)).toEqual([]);
  await elderMode(page);
  await shoot('census-fault-elder');
  expect(await breaches(page, true)).toEqual([]);
  await button(page, '放弃，改好再上传').click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await seen(words(page, '没有载入，名单的内容已经删掉。'));
  await button(page, '回普查名单').click();
  await button(page, '东大街街道').click();
  expect((await downloaded(page, '导出网点')).rows.filter((row) => row[columns.name] === '好的一行')).toEqual([]);
});

test('two officers with one list: it is loaded once; and without a network it waits as it was', async () => {
  const { page, context, expectFailedRequests } = await atLists();
  await upload(page, '两个人.csv', csv([{ ...tailor, key: 'G1', name: '两人同载', address: '东巷 95 号' }]));
  await seen(button(page, '新的 1'));
  const other = await atLists();
  await seen(words(other.page, '还没有载入的'));
  await other.shoot('census-waiting');
  await other.page.locator('.lz-card').filter({ hasText: '两个人', visible: true }).first().click();
  await seen(button(other.page, '新的 1'));
  expectFailedRequests();
  await context.setOffline(true);
  await button(page, /^载入$/).click();
  await seen(words(page, /网络/));
  await context.setOffline(false);
  await load(page);
  await button(other.page, /^载入$/).click();
  await seen(words(other.page, '新增 1，更新 0，没有变 0。'));
  await button(page, '回普查名单').click();
  const { rows } = await downloaded(page, '导出网点');
  expect(rows.filter((row) => row[columns.name] === '两人同载')).toHaveLength(1);
});

test('street staff are told who loads lists', async () => {
  const { page } = await phones.open(demo.link('街道专干').replace('desk/progress', 'desk/import'));
  await seen(words(page, '名单由专班载入'));
  await gone(button(page, '选表格'));
});
