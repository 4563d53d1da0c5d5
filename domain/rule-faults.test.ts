/** Sentences about the form of a rule file, made by the schemas it is really read with. */
import * as v from 'valibot';
import { classification, evaluation, tables } from '../rules';
import { loadableRule } from '../types/loadableRules';
import { formFaultWords, type FormFault } from './rule-faults';

const said = (json: unknown) => {
  const { issues = [] } = v.safeParse(loadableRule, json);
  return issues.map(({ type, expected, received, requirement, path = [] }) => formFaultWords({ type, expected, received, requirement, path: path.map(({ key }) => key as FormFault['path'][number]) }, json));
};
const level = (change: object) => ({ ...classification, levels: [{ ...classification.levels[0]!, ...change }, ...classification.levels.slice(1)] });
const item = (change: object) => ({ ...evaluation, items: [evaluation.items[0]!, { ...evaluation.items[1]!, ...change }] });
const table = (change: object) => ({ ...tables, tables: [{ ...tables.tables[0]!, ...change }] });
const first = `第 1 个类型「${classification.levels[0]!.name}」`;
const second = `第 2 项指标「${evaluation.items[1]!.name}」`;
const sheet = `第 1 张表「${tables.tables[0]!.title.slice(0, 20)}」`;

test.each<[string, unknown, string]>([
  ['below nothing', level({ minBasic: -1 }), `${first}的“最少几种基本保障类业态”（minBasic）写的是 -1，不能小于 0。`],
  ['half of one', level({ minQuality: 1.5 }), `${first}的“最少几种品质提升类业态”（minQuality）写的是 1.5，要写整数。`],
  ['words for a number', level({ minBasic: '三' }), `${first}的“最少几种基本保障类业态”（minBasic）写的是 "三"，要写一个数。`],
  ['a score above the whole', level({ minScore: 120 }), `${first}的“最低得分”（minScore）写的是 120，不能大于 100。`],
  ['something left out', level({ requires: undefined }), `缺了${first}的“必备业态”（requires）。`],
  ['something too many', level({ luck: 1 }), `${first}的“luck”是多出来的，请去掉。`],
  ['a format by its name', level({ requires: ['维修点'] }), `${first}的第 1 个必备业态写的是 "维修点"，要写代码：小写字母、数字和短横，最多 40 位。`],
  ['no type', { ...classification, levels: [] }, '“类型”（levels）至少要有一项。'],
  ['an empty title', { ...classification, title: ' ' }, '“标题”（title）不能空着。'],
  ['a long title', { ...classification, title: '长'.repeat(61) }, '“标题”（title）最多 60 个字。'],
  ['no group', { ...classification, levels: [[]] }, '第 1 个类型'],
  ['no list', { ...classification, basic: 'repair' }, '“基本保障类业态”（basic）写的是 "repair"，要写成一个列表，用方括号。'],
  ['another kind', { ...classification, kind: 'method' }, '“规则的种类”（kind）写的是 "method"，只能是 classification、evaluation、tables。'],
  ['a weight below nothing', item({ weight: -2 }), `${second}的“权重”（weight）写的是 -2，不能小于 0。`],
  ['another paper', table({ paper: 'A5' }), `${sheet}的“纸张”（paper）写的是 "A5"，只能是 A3、A4。`],
  ['a column without its heading', table({ columns: [{ value: '' }] }), `缺了${sheet}的第 1 列的“列名”（heading）。`],
  ['a list for a file', [], '缺了“规则的种类”（kind）。'],
  ['nothing', null, '规则文件不对：最外面要写成一组，用花括号。'],
])('%s', (_what, json, words) => expect(said(json).join('')).toContain(words));
