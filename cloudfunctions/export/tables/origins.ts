/** The sheet that says of every number in a table where it comes from. */
import type { CellRef } from '../../../domain/tables';

export interface Origin { readonly ref: CellRef; readonly column: string; readonly place: string; readonly shown: string; readonly formula: string; readonly source: string; readonly link: string }
/** A sheet of text beside a table. */
export interface TextSheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly lines: readonly (readonly string[])[];
}

export const originSheet = (origins: readonly Origin[]): TextSheet => ({
  name: '数字出处',
  headings: ['地方', '列', '数', '编码', '怎么算', '来源', '在系统里打开'],
  widths: [16, 18, 16, 22, 44, 30, 60],
  lines: origins.map(({ place, column, shown, ref, formula, source, link }) => [place, column, shown, ref.code, formula, source, link]),
});
