/** A table's template as an .xlsx that can be changed and given back: its headings, the row of placeholders, and a sheet of all that may be written. */
import { placesOf, snapshotPlaceholders } from '../../../domain/placeholders';
import type { FigureDefinition, PlaceKind } from '../../../domain/figures/definitions';
import type { TableColumn, TableTemplate } from '../../../types/rules';
import type { TextSheet } from '../tables/origins';
import { workbookOf } from '../tables/workbook';

const placeWords: Readonly<Partial<Record<PlaceKind, string>>> = { circle: '每个圈', street: '每个街道', district: '全区合计' };
const unitWords = (unit: string) => (unit === '%' ? '百分比' : unit === '' ? '文字' : unit);

/** `columns` as they are spelt out. */
export const blankForm = (template: TableTemplate, columns: readonly TableColumn[], definitions: readonly FigureDefinition[]): Promise<Buffer> => {
  const byFormat = template.rows === 'formats';
  const shown = byFormat ? ['类别', '业态', '各圈（一圈一列）'].map((heading) => ({ heading, value: '系统填' })) : columns;
  return workbookOf({
    table: { title: template.title, headings: shown.map(({ heading }) => heading), rows: [shown.map(({ value }) => ({ kind: 'text', text: value, refs: [] }))] },
    template, subtitle: '快照「{{snapshot-name}}」 · {{snapshot-time}}', notes: byFormat ? [formatsSaid] : [], second: placeholderSheet(template, definitions), widest: 14,
  });
};

/** Why a table of formats has no form. */
export const formatsSaid = '这张表按业态排，一圈一列，由系统排版，不用占位符，也不能换成 .xlsx 表样。';

const placeholderSheet = (template: Pick<TableTemplate, 'rows' | 'total'>, definitions: readonly FigureDefinition[]): TextSheet => {
  const kinds = placesOf(template);
  const figures = definitions.flatMap(({ code, name, unit, formula, of }) => {
    const there = kinds.filter((kind) => of.includes(kind));
    return there.length === 0 ? [] : [[`{{${code}}}`, name, unitWords(unit), formula, there.map((kind) => placeWords[kind]).join('、')]];
  });
  return {
    name: '占位符清单', headings: ['占位符', '意思', '单位', '怎么算', '哪些行有'], widths: [30, 30, 10, 60, 20],
    lines: [...(kinds.length === 0 ? [] : figures), ...snapshotPlaceholders.map(({ code, meaning }) => [`{{${code}}}`, meaning, '文字', '照快照写', '表里哪儿都行'])],
  };
};
