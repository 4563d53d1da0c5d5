/** What only people know of a street's communities, by a table: taken, mended, looked at, entered, and seen. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { shanghaiDay } from '../../domain/calendar';
import { makeXlsx } from '../../cloudfunctions/export/sheet/makeXlsx';
import { readSheet } from '../../cloudfunctions/export/sheet/sheet';
import { withDemo } from '../support/demo';
import { axe, layout, leastOf } from '../support/pageCheck';
import { glance } from '../support/questionnaire';
import { withPhones } from '../support/phone';
import { button, elderMode, field, gone, seen, textOf, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const at = (who: '专班人员' | '街道专干' | '社区工作人员') => phones.open(demo.link(who).replace(/desk\/progress/, 'desk/entered'));
const breaches = async (page: Page, elder: boolean) => [...(await axe(page)), ...(await layout(page, leastOf(elder)))];

type Row = Record<string, string>;
/** The table as the browser got it, its rows by heading. */
const taken = async (page: Page) => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '取表格').click()]);
  const { headings, rows } = await readSheet(await readFile(await download.path()), download.suggestedFilename(), '社区代码', ['怎么填']);
  return rows.map(({ cells }): Row => Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? ''])));
};
const xlsx = (rows: readonly Row[]) => makeXlsx([{ name: '社区', headings: Object.keys(rows[0]!), rows: rows.map((row) => Object.values(row)), widths: Object.keys(rows[0]!).map(() => 12) }]);
/** The table with what somebody wrote into it: name of a community → heading → cell. */
const written = (rows: readonly Row[], change: Readonly<Record<string, Row>>) => xlsx(rows.map((row) => ({ ...row, ...change[row['社区'] ?? ''] })));
const send = async (page: Page, label: string, buffer: Buffer) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, label).click()]);
  await chooser.setFiles({ name: '填数.xlsx', mimeType: 'application/octet-stream', buffer });
};
/** Of today: newer than what the demonstration has. */
const ledger = { 来源: '社区台账', 截止日期: shanghaiDay(Date.now()) };

test('a street’s officer mends what is wrong, fills in two communities at once, and sees them', async () => {
  const { page, actions, shoot } = await at('街道专干');
  await seen(button(page, '取表格'));
  expect(await breaches(page, false)).toEqual([]);
  const rows = await taken(page);
  await seen(words(page, /已经下载/));
  await shoot('entries-taken');
  await send(page, '传表格', await written(rows, { 南苑社区: { 户数: '一千八', 小区数: '-6', ...ledger }, 大众社区: { 户数: '1500', 来源: '', 截止日期: '2099-01-01' } }));
  await seen(words(page, '表里有 4 处要改'));
  const said = await textOf(page);
  for (const sentence of ['一个数也没有填', '「户数」写的是 一千八', '不是数字', '是负数', '比如 社区台账', '在今天以后']) expect(said).toContain(sentence);
  await gone(button(page, '全部填入'));
  expect(await breaches(page, false)).toEqual([]);
  await shoot('entries-faults');
  await elderMode(page);
  expect(await breaches(page, true)).toEqual([]);
  await shoot('entries-faults-elder');
  await send(page, '传改好的表格', await written(rows, { 南苑社区: { 户数: '1801', 小区数: '6', ...ledger }, 大众社区: { 户数: '1501', ...ledger } }));
  await seen(words(page, '要填 2 处，3 个数'));
  await seen(words(page, '1801 户'));
  expect(await breaches(page, true)).toEqual([]);
  await shoot('entries-differences-elder');
  await button(page, '标准版').click();
  await shoot('entries-differences');
  await button(page, '全部填入').dblclick();
  await seen(words(page, '填好了：2 处，3 个数。'));
  expect(actions.filter((action) => action === 'export.enterEntries')).toHaveLength(1);
  await shoot('entries-entered');
  for (const [name, households] of [['南苑社区', '1801'], ['大众社区', '1501']] as const) {
    await words(page, name).click();
    await seen(words(page, /社区台账，您填的/));
    expect(await field(page, '户数（户）').inputValue()).toBe(households);
    await button(page, '先不填，回列表').click();
  }
});

test('without a network nothing is lost: the file is sent again, and so is what was looked at', async () => {
  const { page, context, expectFailedRequests } = await at('街道专干');
  const file = await written(await taken(page), { 南苑社区: { 智能终端: '7', ...ledger } });
  expectFailedRequests();
  await context.setOffline(true);
  await send(page, '传表格', file);
  await seen(words(page, /网络/));
  await context.setOffline(false);
  await button(page, '再传一次').click();
  await seen(words(page, '要填 1 处，1 个数'));
  await context.setOffline(true);
  await button(page, '全部填入').click();
  await seen(words(page, /网络/));
  await context.setOffline(false);
  await button(page, '全部填入').click();
  await seen(words(page, '填好了：1 处，1 个数。'));
});

test('who was slower is told, shown what is different now, and can still fill it in', async () => {
  const [first, other] = [await at('街道专干'), await at('专班人员')];
  const rows = await taken(first.page);
  const file = (jobs: string) => written(rows, { 南苑社区: { 从业人数: jobs, ...ledger } });
  await send(first.page, '传表格', await file('410'));
  await seen(words(first.page, '要填 1 处，1 个数'));
  await send(other.page, '传表格', await file('420'));
  await button(other.page, '全部填入').click();
  await seen(words(other.page, '填好了：1 处，1 个数。'));
  await button(first.page, '全部填入').click();
  await seen(words(first.page, /又有人填了表里的数/));
  await seen(words(first.page, '420 人'));
  await first.shoot('entries-changed');
  await button(first.page, '全部填入').click();
  await seen(words(first.page, '填好了：1 处，1 个数。'));
});

test('by form, one place at a time: what was stored is said, of a table no more; back leads to the list, and asks first', async () => {
  const { page, shoot } = await at('专班人员');
  const dialog = page.getByRole('dialog', { name: '不保存就离开？' });
  const rows = await taken(page);
  await send(page, '传表格', await written(rows, { 南苑社区: { 智能终端: '9', ...ledger } }));
  await button(page, '全部填入').click();
  await seen(words(page, /^填好了/));
  await words(page, '大众社区').click();
  await field(page, '户数（户）').fill('1502');
  await page.goBack();
  await seen(dialog);
  await shoot('entries-leave');
  await dialog.getByRole('button', { name: '接着填' }).click();
  await gone(dialog);
  await field(page, '从哪里来').fill('社区台账');
  await button(page, '保存').click();
  await seen(words(page, '存好了：大众社区，1 项。'));
  expect(await textOf(page)).not.toContain('填好了');
  await shoot('entries-stored');
  await page.getByText('大众社区', { exact: true }).filter({ visible: true }).click();
  await seen(words(page, /社区台账，您填的/));
  await page.waitForTimeout(glance);
  await page.goBack();
  await seen(button(page, '取表格'));
  expect(await textOf(page)).not.toContain('存好了');
  await button(page, '生活圈').click();
  await words(page, '西大街生活圈').click();
  await button(page, '老旧').click();
  await field(page, '从哪里来').fill('专班');
  expect(await breaches(page, false)).toEqual([]);
  await shoot('entries-circle');
  await elderMode(page);
  await shoot('entries-circle-elder');
  await button(page, '保存').click();
  await seen(words(page, '存好了：西大街生活圈，1 项。'));
});

test('what is no such table is refused in a sentence; a community worker has the page without tables', async () => {
  const { page } = await at('街道专干');
  await send(page, '传表格', Buffer.from('PK不是表格'));
  await seen(words(page, /打不开/));
  const worker = await at('社区工作人员');
  await seen(words(worker.page, /系统里算不出来/));
  await gone(button(worker.page, '取表格'));
});
