/**
 * What the form of a rule file is not right in, a sentence each for whoever wrote the file: which entry, what stands there, what may. The key stands
 * beside the name, since it is what she finds in the file.
 */

/** As valibot tells it, of types/loadableRules. `path`: from the head of the file. */
export interface FormFault { readonly type: string; readonly expected: string | null; readonly received: string; readonly requirement?: unknown; readonly path: readonly (string | number)[] }

const names: Readonly<Record<string, string>> = {
  kind: '规则的种类', version: '版本号', title: '标题', source: '来源', status: '状态',
  basic: '基本保障类业态', quality: '品质提升类业态', levels: '类型', name: '名称', includes: '包含的类型', minBasic: '最少几种基本保障类业态', minQuality: '最少几种品质提升类业态', requires: '必备业态', minScore: '最低得分',
  items: '指标', figure: '用的数', from: '起点', to: '满分点', weight: '权重',
  tables: '表', code: '代号', paper: '纸张', landscape: '横放', rows: '一行是什么', total: '合计行', columns: '列', heading: '列名', value: '内容', eachFormat: '逐个业态的列', form: '.xlsx 表样', hash: '指纹', file: '文件名',
};
const entries: Readonly<Record<string, string>> = { levels: '个类型', items: '项指标', tables: '张表', columns: '列', basic: '个基本保障类业态', quality: '个品质提升类业态', requires: '个必备业态' };
const longestTold = 20;

const called = (key: string) => (names[key] ? `“${names[key]}”（${key}）` : `“${key}”`);
const at = (json: unknown, key: string | number): unknown => (typeof json === 'object' && json !== null ? (json as Readonly<Record<string | number, unknown>>)[key] : undefined);
/** What an entry of a list is called in the file. */
const ownName = (json: unknown): string => {
  const name = ['name', 'title', 'heading'].map((key) => at(json, key)).find((one) => typeof one === 'string' && one !== '');
  return typeof name === 'string' ? `「${name.slice(0, longestTold)}」` : '';
};

/** 第 1 个类型「基础型」的“最少几种基本保障类业态”（minBasic） */
const placeOf = (path: FormFault['path'], json: unknown): string => {
  const words: string[] = [];
  let here = json;
  path.forEach((key, i) => {
    here = at(here, key);
    if (typeof key === 'number') words.push(`第 ${key + 1} ${entries[String(path[i - 1])] ?? '项'}${ownName(here)}`);
    else if (typeof path[i + 1] !== 'number') words.push(called(key));
  });
  return words.join('的');
};

const one = (expected: string | null) => (expected ?? '').replace(/[()"]/g, '').split(' | ').join('、');
const allowedBy: Readonly<Record<string, (fault: FormFault) => string>> = {
  number: () => '要写一个数', finite: () => '要写一个数', integer: () => '要写整数', string: () => '要写文字，加引号', boolean: () => '只能是 true 或 false', array: () => '要写成一个列表，用方括号', strict_object: () => '要写成一组，用花括号',
  picklist: ({ expected }) => `只能是 ${one(expected)}`, literal: ({ expected }) => `只能是 ${one(expected)}`, variant: ({ expected }) => (expected === 'Object' ? '要写成一组，用花括号' : `只能是 ${one(expected)}`),
  min_value: ({ requirement }) => `不能小于 ${String(requirement)}`, max_value: ({ requirement }) => `不能大于 ${String(requirement)}`,
  min_length: ({ path }) => (String(path[path.length - 1]) in entries ? '至少要有一项' : '不能空着'),
  max_length: ({ path, requirement }) => `最多 ${String(requirement)} ${String(path[path.length - 1]) in entries ? '项' : '个字'}`,
  regex: ({ path }) => (path[path.length - 1] === 'name' ? '只能用汉字、字母和数字' : path[path.length - 1] === 'hash' ? '要写 64 位指纹' : '要写代码：小写字母、数字和短横，最多 40 位'),
};

/** `json`: the file, for the names of its entries. */
export const formFaultWords = (fault: FormFault, json: unknown): string => {
  const place = placeOf(fault.path, json);
  if (place === '') return '规则文件不对：最外面要写成一组，用花括号。';
  if (fault.expected === 'never') return `${place}是多出来的，请去掉。`;
  if (fault.received === 'undefined') return `缺了${place}。`;
  const allowed = allowedBy[fault.type]?.(fault) ?? '写法不合';
  // of a length, a list and a group it is no text of the file
  const isText = !fault.type.endsWith('_length') && !/^(Object|Array)$/.test(fault.received);
  return `${place}${isText ? `写的是 ${fault.received.slice(0, longestTold)}，` : ''}${allowed}。`;
};
