/**
 * Values that only people know: what a street (or the district) fills in, of a community or a circle, each with its source and the day it is of.
 *
 * S1 Of a place and field that value holds which is of the newest day, and of that day the one entered last; the others are kept. Taking it back
 *    ends all that were entered before: what is entered afterwards may be of any day.
 * S2 A sum over communities is known only where each has an entry; otherwise it is at least what is there, and says who is missing.
 */
export interface EnteredField {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly of: 'community' | 'circle';
  /** `count`: a whole number; `amount`: one with decimals; `words`: a text. */
  readonly kind: 'count' | 'amount' | 'words';
  readonly most: number;
  readonly hint: string;
  /** There may be nothing to say: it is not waited for. */
  readonly optional?: true;
  /** Where it is one of a few words. */
  readonly options?: readonly string[];
}

export const enteredFields: readonly EnteredField[] = [
  { code: 'population', name: '常住人口', unit: '人', of: 'community', kind: 'count', most: 200_000, hint: '最近一次普查、派出所或社区台账' },
  { code: 'population60', name: '60岁以上人口', unit: '人', of: 'community', kind: 'count', most: 200_000, hint: '和常住人口同一来源' },
  { code: 'households', name: '户数', unit: '户', of: 'community', kind: 'count', most: 100_000, hint: '' },
  { code: 'compounds', name: '小区数', unit: '个', of: 'community', kind: 'count', most: 500, hint: '住宅小区、家属院都算' },
  { code: 'area', name: '面积', unit: '平方公里', of: 'community', kind: 'amount', most: 200, hint: '可以有小数' },
  { code: 'floorArea', name: '网点营业面积', unit: '平方米', of: 'community', kind: 'amount', most: 5_000_000, hint: '商业网点的营业面积合计' },
  { code: 'centres', name: '社区商业中心', unit: '个', of: 'community', kind: 'count', most: 50, hint: '社区商业中心、邻里中心' },
  { code: 'terminals', name: '智能终端', unit: '台', of: 'community', kind: 'count', most: 5_000, hint: '自助售卖机、智能快件箱、生鲜自提柜' },
  { code: 'jobs', name: '从业人数', unit: '人', of: 'community', kind: 'count', most: 100_000, hint: '商业网点里上班的人' },
  { code: 'investmentGovernment', name: '政府投资', unit: '万元', of: 'community', kind: 'amount', most: 1_000_000, hint: '为便民生活圈投入的财政资金，含省级' },
  { code: 'investmentEnterprise', name: '企业投资', unit: '万元', of: 'community', kind: 'amount', most: 1_000_000, hint: '企业和个人投入的资金' },
  { code: 'buildKind', name: '建设类型', unit: '', of: 'circle', kind: 'words', most: 20, hint: '选一样', options: ['新建', '老旧', '混合'] },
  { code: 'operator', name: '运营主体', unit: '', of: 'circle', kind: 'words', most: 60, hint: '没有就不填', optional: true },
];

export interface Entry { readonly place: string; readonly field: string; readonly value: number | null; readonly words: string | null; /** `YYYY-MM-DD` */ readonly asOf: string; readonly source: string }

/** The first field of which what stands is of a newer day than what somebody enters; taking back is never too late. `standing`: field → day. */
export const newerStands = (values: readonly EnteredValue[], asOf: string, standing: ReadonlyMap<string, string>): { readonly field: EnteredField; readonly day: string } | null => {
  for (const { field, value, words } of values) {
    const day = standing.get(field);
    const of = enteredFields.find(({ code }) => code === field);
    if (of && day !== undefined && day > asOf && (value !== null || words !== null)) return { field: of, day };
  }
  return null;
};

export type EnteredFault = 'number_out_of_range' | 'part_above_whole' | 'value_invalid';
export interface EnteredValue { readonly field: string; readonly value: number | null; readonly words: string | null }

/**
 * What is wrong with values that somebody enters of one place, and in which field; null: nothing. `known`: what stands there of other fields.
 * A value and words both null takes the entry back.
 */
export const enteredFault = (kind: EnteredField['of'], values: readonly EnteredValue[], known: ReadonlyMap<string, number>): { readonly fault: EnteredFault; readonly field: string } | null => {
  for (const { field, value, words } of values) {
    const of = enteredFields.find(({ code }) => code === field);
    if (!of || of.of !== kind || (of.kind === 'words' ? value !== null || (words !== null && (words.length > of.most || of.options?.includes(words) === false)) : words !== null)) return { fault: 'value_invalid', field };
    if (value !== null && (value > of.most || value < 0 || (of.kind === 'count' && !Number.isInteger(value)))) return { fault: 'number_out_of_range', field };
  }
  const after = new Map([...known, ...values.flatMap(({ field, value }): [string, number][] => (value === null ? [] : [[field, value]]))]);
  const [part, whole] = [after.get('population60'), after.get('population')];
  return part !== undefined && whole !== undefined && part > whole ? { fault: 'part_above_whole', field: 'population60' } : null;
};
