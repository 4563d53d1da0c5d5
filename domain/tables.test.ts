import { classification, formats, tables } from '../rules';
import type { TableTemplate } from '../types/rules';
import { figureDefinitions } from './figures/definitions';
import type { Sheet } from './figures/sheet';
import { snapshotWords, withSnapshot } from './placeholders';
import { columnsOf, fillTable, tableProblems } from './tables';

const definitions = figureDefinitions({ formats: formats.formats, levels: classification.levels.map(({ name }) => name), freshDays: 90 });
const number = (value: number) => ({ kind: 'number' as const, value });
const sheet: Sheet = {
  at: 0, rules: [], definitions,
  places: [
    { kind: 'district', id: 'district', name: '凉州城区', figures: { name: { kind: 'text', text: '凉州城区' }, outlets: number(7), chain: { kind: 'unknown', why: '还没有一家填了是不是连锁' } } },
    { kind: 'circle', id: 'k1', name: '一圈', figures: { name: { kind: 'text', text: '一圈' }, outlets: number(7), chain: number(0.25), score: { kind: 'number', value: 50, upTo: 60 }, 'basic-there': number(8), 'basic-of': number(12), 'format.repair': number(2) } },
  ],
  circles: [{ circle: 'k1', presence: { repair: 'unverified', breakfast: 'none' } } as unknown as Sheet['circles'][number]],
};
const template = (change: Partial<TableTemplate>): TableTemplate => ({ code: 't', title: '表', paper: 'A4', landscape: true, rows: 'circles', total: false, columns: [], ...change });
const words = { 'snapshot-name': '十一月底', 'snapshot-time': '2026年11月30日 18:30', 'snapshot-day': '2026年11月30日' };
const given = { sheet, words, classification, formats: formats.formats };
const column = (value: string) => ({ heading: '列', value });

test('S5 a street’s part has its circles or itself alone, and no total', () => {
  const place = (kind: 'street' | 'circle', id: string, figures: Record<string, string>) => ({ kind, id, name: figures.name!, figures: Object.fromEntries(Object.entries(figures).map(([code, text]) => [code, { kind: 'text' as const, text }])) });
  const places = [...sheet.places.filter(({ kind }) => kind === 'district'), place('street', 's1', { name: '甲街道' }), place('street', 's2', { name: '乙街道' }), place('circle', 'k1', { name: '一圈', streets: '甲街道' }), place('circle', 'k2', { name: '二圈', streets: '甲街道、乙街道' }), place('circle', 'k3', { name: '三圈', streets: '乙街道' })];
  const namesIn = (rows: 'circles' | 'streets') => fillTable(template({ rows, total: true, columns: [column('{{name}}')] }), { ...given, sheet: { ...sheet, places }, street: 's1' }).rows.map(([cell]) => cell?.kind === 'text' && cell.text);
  expect(namesIn('circles')).toEqual(['一圈', '二圈']);
  expect(namesIn('streets')).toEqual(['甲街道']);
  expect(fillTable(template({ rows: 'formats' }), { ...given, sheet: { ...sheet, places }, street: 's2' }).headings.slice(2)).toEqual(['二圈', '三圈']);
});

test('S1, S2 a figure alone is a cell of its kind, among words it is its words, and each cell knows its figure', () => {
  const ref = (code: string) => ({ code, kind: 'circle', id: 'k1' });
  expect(fillTable(template({ columns: [column('{{outlets}}'), column('{{chain}}'), column('{{name}}'), column('{{basic-there}} / {{basic-of}}'), column('{{score}}'), column('')] }), given).rows).toEqual([[
    { kind: 'number', value: 7, unit: '家', ref: ref('outlets') }, { kind: 'number', value: 0.25, unit: '%', ref: ref('chain') }, { kind: 'text', text: '一圈', refs: [ref('name')] },
    { kind: 'text', text: '8 种 / 12 种', refs: [ref('basic-there'), ref('basic-of')] }, { kind: 'text', text: '50–60 分', refs: [ref('score')] }, { kind: 'blank' },
  ]]);
});
test('S3 what is not known is said, and a total has no cell for what is of circles alone', () => {
  const [, total] = fillTable(template({ total: true, columns: [column('{{chain}}'), column('{{score}}')] }), given).rows;
  expect(total).toEqual([{ kind: 'unknown', why: '还没有一家填了是不是连锁', ref: { code: 'chain', kind: 'district', id: 'district' } }, { kind: 'blank' }]);
});
test('S4 a table of formats has a column for each circle', () => {
  const { headings, rows } = fillTable(template({ rows: 'formats' }), given);
  expect(headings).toEqual(['类别', '业态', '一圈']);
  expect(rows).toHaveLength(classification.basic.length + classification.quality.length + 1);
  const words = (name: string) => rows.flatMap(([, format, cell]) => (format?.kind === 'text' && format.text === name && cell?.kind === 'text' ? [cell.text] : []));
  expect(['维修点', '早餐店', '便利店'].map(words)).toEqual([['有（待核实） 2 家'], ['没有'], ['未核']]);
});
test('S4 beside what is there stands what residents said, and in the last row how many they are', () => {
  const [district, circle] = sheet.places;
  const released = { 'needs-n': { ...number(43), note: '自愿参与' }, 'lack.repair': { ...number(31 / 43), note: '31/43' }, 'want.repair': { ...number(0.5), note: '64 分' }, 'lack.breakfast': { kind: 'unknown' as const, why: '说得清的不到 20 人' }, 'want.breakfast': { kind: 'unknown' as const, why: '说得清的不到 20 人' } };
  const { rows } = fillTable(template({ rows: 'formats' }), { ...given, sheet: { ...sheet, places: [district!, { ...circle!, figures: { ...circle!.figures, ...released } }] } });
  const cell = (name: string) => rows.find(([, format]) => format?.kind === 'text' && format.text === name)![2];
  expect(cell('维修点')).toMatchObject({ text: '有（待核实） 2 家；31/43 人说没有或不够，心愿 64 分', refs: [{ code: 'format.repair' }, { code: 'lack.repair' }, { code: 'want.repair' }] });
  expect(cell('早餐店')).toMatchObject({ text: '没有；说得清的不到 20 人' });
  expect(rows.at(-1)).toEqual([{ kind: 'blank' }, { kind: 'text', text: '答卷数和来源', refs: [] }, { kind: 'text', text: '43 份（自愿参与）', refs: [{ code: 'needs-n', kind: 'circle', id: 'k1' }] }]);
});
test('one column stands for every format of a class', () => {
  expect(columnsOf(template({ columns: [{ heading: '', value: '', eachFormat: 'quality' }] }), classification, formats.formats).map(({ value }) => value)).toEqual(classification.quality.map((code) => `{{format.${code}}}`));
});

test('S6 what is said of the snapshot is the same in every row, and no figure; outside of the rows nothing else is filled in', () => {
  const columns = [column('{{snapshot-day}}'), column('{{name}}，{{snapshot-name}}')];
  expect(fillTable(template({ columns }), given).rows).toEqual([[{ kind: 'text', text: '2026年11月30日', refs: [] }, { kind: 'text', text: '一圈，十一月底', refs: [{ code: 'name', kind: 'circle', id: 'k1' }] }]]);
  expect(fillTable(template({ columns: [column('{{name}}')] }), { ...given, words: { ...words, 'snapshot-name': '{{outlets}}' } }).rows[0]).toMatchObject([{ text: '一圈' }]);
  expect(withSnapshot('{{snapshot-name}}：{{outlets}}', { ...words, 'snapshot-name': '{{snapshot-day}}' })).toBe('{{snapshot-day}}：{{outlets}}');
  expect(snapshotWords({ name: '十一月底', at: '2026-11-30T10:30:00.000Z' })).toEqual(words);
});

describe('a template', () => {
  const others = tables.tables.filter(({ code }) => code !== 'summary');
  const problems = (change: Partial<TableTemplate>) => tableProblems({ ...tables, tables: [template({ code: 'summary', ...change }), ...others] }, definitions);
  test.each<[Partial<TableTemplate>, string]>([
    [{ columns: [column('{{luck}}')] }, '《表》第 1 列「列」的占位符 {{luck}} 没有这个数。'],
    [{ columns: [column('{{outlets')] }, '《表》第 1 列「列」的双括号没有成对。'],
    [{ columns: [{ heading: ' ', value: '{{outlets}}' }] }, '《表》第 1 列没有列名。'],
    [{ rows: 'streets', columns: [column('{{score}}')] }, '《表》第 1 列「列」的占位符 {{score}} 不是按街道算的。'],
    [{ rows: 'formats', columns: [column('{{name}}')] }, '《表》按业态排，列由各圈组成，不用再写列。'],
  ])('%j is refused', (change, said) => expect(problems(change)).toEqual([said]));
  test('twice is refused', () => expect(tableProblems({ ...tables, tables: [...tables.tables, template({ code: 'summary' })] }, definitions)).toEqual(['表「summary」列了两次。']));
  test('of another code is refused, and so is a table that is left out: what was made of it is kept by its code', () => {
    expect(problems({ code: 'sumary' })).toEqual(['少了编码是「summary」的表：五张表一张也不能少，编码不能改。', expect.stringMatching(/《表》的编码「sumary」不认识/)]);
  });
  test('the deployed ones are right, and are the five of the plan', () => {
    expect(tableProblems(tables, definitions)).toEqual([]);
    expect(tables.tables).toHaveLength(5);
  });
});
