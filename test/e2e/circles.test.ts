/** The district's circles in the hands of its officers: a number filled in and followed, figures frozen and printed, a rule compared before it counts. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { classification } from '../../rules';
import { withDemo } from '../support/demo';
import { officialForm } from '../support/officialForm';
import { withPhones } from '../support/phone';
import { button, field, openAddress, seen, words } from '../support/screen';

const demo = withDemo();
const phones = withPhones();
const at = (who: '专班人员' | '街道专干', page: string) => phones.open(demo.link(who).replace(/desk\/progress/, `desk/${page}`));
const upload = async (page: Page, text: string) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '载入新的').click()]);
  await chooser.setFiles({ name: 'classification.json', mimeType: 'application/json', buffer: Buffer.from(text) });
};

test('what the street fills in stands in the circle, with its source; what is no number is said and nothing typed is lost', async () => {
  const { page, actions } = await at('街道专干', 'entered');
  await words(page, '南苑社区').click();
  await field(page, '常住人口（人）').fill('五千');
  await field(page, '从哪里来').fill('社区台账');
  await button(page, '保存').click();
  await seen(words(page, '只写数字，不带单位。'));
  await field(page, '常住人口（人）').fill('5,300');
  await button(page, '保存').dblclick();
  await seen(words(page, '大众社区'));
  expect(actions.filter((action) => action === 'desk.enter')).toHaveLength(1);
  await seen(words(page, '存好了：南苑社区，1 项。'));
  await page.getByText('南苑社区', { exact: true }).filter({ visible: true }).click();
  await seen(words(page, /社区台账，您填的/));
  expect(await field(page, '常住人口（人）').inputValue()).toBe('5300');
});

test('figures are frozen under a name; a table of them is the same file whenever it is asked for, and its numbers lead to what they mean', async () => {
  const { page, shoot } = await at('专班人员', 'snapshots');
  await field(page, '名字').fill('十一月底');
  await button(page, '把现在的数定下来').click();
  await seen(words(page, '十一月底'));
  const bytes = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '城市便民生活圈建设情况汇总表（A4）').click()]);
    return readFile(await download.path());
  };
  const [first, again] = [await bytes(), await bytes()];
  const hash = createHash('sha256').update(first).digest('hex');
  expect(createHash('sha256').update(again).digest('hex')).toBe(hash);
  await seen(words(page, new RegExp(`文件指纹 ${hash.slice(0, 4)}`)));
  await shoot('circles-snapshot');
  const link = /http[^<]*desk\/figure\/index[^<]*/.exec(strFromU8(unzipSync(first)['xl/sharedStrings.xml']!))![0].replace(/&amp;/g, '&');
  await openAddress(page, link.slice(link.indexOf('#')));
  await seen(words(page, /快照「十一月底」/));
  await seen(words(page, '怎么算'));
  await shoot('circles-figure');
  await page.goBack();
  await field(page, '名字').fill('十一月底');
  await button(page, '把现在的数定下来').click();
  await seen(words(page, /已经有一个快照叫这个名字/));
});

test('a street takes its own part of the tables; to freeze the figures is the district’s', async () => {
  const { page, shoot } = await at('街道专干', 'snapshots');
  await seen(words(page, '十一月底'));
  await seen(words(page, '东大街街道的部分'));
  expect(await button(page, '把现在的数定下来').count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '城市便民生活圈建设情况汇总表（A4）').click()]);
  expect(download.suggestedFilename()).toContain('东大街街道');
  await seen(words(page, /文件指纹/));
  await shoot('street-tables');
});

test('the report and a circle’s papers are made of the snapshot, step by step, and are the same files whenever they are fetched', async () => {
  const { page, shoot } = await at('专班人员', 'snapshots');
  const fetched = async (label: RegExp) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, label).click()]);
    return readFile(await download.path());
  };
  await button(page, /^做工作总结报告/).click();
  await seen(button(page, /^取工作总结报告/));
  const report = await fetched(/^取工作总结报告/);
  expect(await fetched(/^取工作总结报告/)).toEqual(report);
  const parts = unzipSync(report);
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/charts/chart1.xml']));
  const text = strFromU8(parts['word/document.xml']!);
  expect(text).toContain('项目清单');
  expect(text).toContain('西大街菜市场改造');
  await shoot('snapshot-report');
  await openAddress(page, '#/packages/desk/circle/index?id=xidajie');
  await button(page, /^做验收资料/).click();
  await seen(button(page, /^取验收资料/));
  const names = Object.keys(unzipSync(await fetched(/^取验收资料/)));
  expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(5);
  expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(1);
  expect(names).toEqual(expect.arrayContaining([expect.stringContaining('还缺什么'), expect.stringContaining('说明')]));
  await page.getByText('验收资料', { exact: true }).filter({ visible: true }).first().scrollIntoViewIfNeeded();
  await shoot('circle-papers');
});

test('a faulty rule is refused in a sentence; a right one is compared, and counts only then', async () => {
  const { page, shoot } = await at('专班人员', 'rules');
  await seen(button(page, '载入新的'));
  await upload(page, JSON.stringify({ ...classification, version: '错', basic: [...classification.basic, 'no-such'] }));
  await seen(words(page, '业态「no-such」不在业态目录里。'));
  await upload(page, JSON.stringify({ ...classification, version: '试行', levels: classification.levels.map((level) => ({ ...level, minBasic: 1, minQuality: 0, requires: [] })) }));
  await seen(words(page, /按现在的数，\d+ 个圈会变/));
  await shoot('circles-rule-compared');
  await button(page, '让它生效').click();
  await button(page, /^生效$/).click();
  await seen(words(page, /试行 版/));
  await openAddress(page, '#/packages/desk/circles/index');
  await seen(words(page, '品质型'));
});

test('the form that she made takes the place of a table’s template, and the next table is laid out by it', async () => {
  const { page, shoot } = await at('专班人员', 'rules');
  await words(page, '城市便民生活圈建设情况汇总表').click();
  await seen(words(page, '现在由系统排版'));
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载现在的表样').click()]);
  expect(download.suggestedFilename()).toBe('城市便民生活圈建设情况汇总表-表样.xlsx');
  await button(page, '选表样文件').click();
  await seen(words(page, '请写这份表样从哪里来，比如 市商务局11月发的。'));
  await field(page, '从哪里来').fill('市商务局11月发的');
  await button(page, '正式表样').click();
  const give = async (buffer: Buffer) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '选表样文件').click()]);
    await chooser.setFiles({ name: '正式汇总表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  };
  await give(officialForm({ cells: { C5: '{{luck}}' } }));
  await seen(words(page, /^C5 的占位符 \{\{luck\}\} 没有这个数/));
  await seen(words(page, '表样没有载入，改好后再选一次。'));
  await shoot('rules-form-refused');
  await give(officialForm());
  await seen(words(page, /版面：按 \.xlsx 表样「正式汇总表\.xlsx」（官方，市商务局11月发的/));
  await shoot('rules-form-compared');
  await button(page, '让它生效').click();
  await button(page, /^生效$/).click();
  await seen(words(page, '按表样「正式汇总表」填（官方）'));
  await words(page, '城市便民生活圈建设情况汇总表').click();
  const [back] = await Promise.all([page.waitForEvent('download'), button(page, '下载现在的表样').click()]);
  expect(await readFile(await back.path())).toEqual(officialForm());
  await shoot('rules-form');
  await page.evaluate(() => { location.hash = '#/packages/desk/snapshots/index'; });
  await field(page, '名字').fill('换了表样');
  await button(page, '把现在的数定下来').click();
  await seen(words(page, '换了表样'));
  const [table] = await Promise.all([page.waitForEvent('download'), button(page, '城市便民生活圈建设情况汇总表（A4）').first().click()]);
  const sheet = strFromU8(unzipSync(await readFile(await table.path()))['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain('城市一刻钟便民生活圈建设情况汇总表');
  expect(sheet).toContain('演示数据，不是真实情况');
});
