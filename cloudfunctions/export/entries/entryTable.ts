/** The table to be filled in: what stands is in it already; whence and of which day is left empty, so that nobody puts an old source behind a new number. */
import { shanghaiDay } from '../../../domain/calendar';
import { asPlainText } from '../../../domain/census-list/columns';
import type { EnteredField } from '../../../domain/figures/entered';
import { codeHeadings, dayHeading, fieldsOf, nameHeadings, sourceHeading } from '../../../domain/figures/enteredTable';
import type { Action } from '../../runtime/action';
import { makeXlsx } from '../sheet/makeXlsx';
import { placesGiven } from './places';

/** Beside the sheet that is read. */
export const helpSheet = '怎么填';

export const entryTable: Action<'export.entryTable'> = {
  transaction: false,
  async handle({ kind }, context) {
    const { places, standing } = await placesGiven(context, kind);
    const fields = fieldsOf(kind);
    const rows = [...places].flatMap(([code, { name, hers }]) => {
      if (!hers) return [];
      const values = fields.map((field) => { const now = standing.get(code)?.get(field.code); return now === undefined ? '' : asPlainText(now.words ?? String(now.value)); });
      return [[code, name, ...values, '', '']];
    });
    const content = await makeXlsx([
      {
        name: nameHeadings[kind], rows, widths: [16, 14, ...fields.map(() => 14), 24, 14],
        headings: [`${codeHeadings[kind]}(不要改)`, nameHeadings[kind], ...fields.map(({ name, unit }) => (unit === '' ? name : `${name}(${unit})`)), sourceHeading, `${dayHeading}(年-月-日)`],
      },
      { name: helpSheet, headings: ['列', '怎么写', '说明'], rows: help(kind), widths: [18, 34, 60] },
    ]);
    return { file: { name: `填数-${nameHeadings[kind]}-${shanghaiDay(context.now.getTime())}.xlsx`, content: content.toString('base64'), rows: rows.length } };
  },
};

const wayOf = ({ kind, unit, most, options }: EnteredField): string => (options ? `${options.join('、')}，写其中一样` : kind === 'words' ? `文字，最多 ${most} 个字` : `${kind === 'count' ? '整数' : '数字，可以有小数'}${unit === '' ? '' : `，单位${unit}`}，最大 ${most}`);

const help = (kind: EnteredField['of']): string[][] => [
  [codeHeadings[kind], '不要改', '系统靠它认是哪里。不要合并单元格，不要写公式'],
  [nameHeadings[kind], '不要改', '和代码对不上的行不收，免得填错了地方'],
  ...fieldsOf(kind).map((field) => [field.name, wayOf(field), field.hint]),
  [sourceHeading, '改了数的行要写', '这些数从哪里来，比如 社区台账、派出所、第七次人口普查'],
  [dayHeading, '改了数的行要写，比如 2026-10-01', '是哪一天的数，不能在今天以后'],
  ['空着的格子', '现在的数不动', '和现在一样的数也不动，它原来的来源和日期还在。要撤回一个数，请在「填数」页里那一处清空'],
];
