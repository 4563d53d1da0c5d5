/**
 * The official tables: a template's rows and columns, filled from the sheet of figures and from nothing else.
 *
 * S1 A column's value is text with placeholders of figures. One placeholder alone gives a cell of that figure, a number where it is one; among words, its words.
 * S2 A row is of a circle, a street or the district, and each cell of a figure knows which figure of which place it is.
 * S3 What is not known is an empty cell, and is listed with its reason; it is never 0.
 * S4 A table of formats has a column for each circle besides the template's: what is known of the format there, how many outlets carry it, and
 *    what residents said of it where that was released. Its last row says how many answered.
 * S5 A street's own part has the rows, or columns, of the circles that have a community of it, or of the street alone; no total, which is the district's.
 * S6 What is said of the snapshot (domain/placeholders.ts) is the same in every row, and no figure.
 */
import type { ClassificationRules, Format, TableColumn, TableRules, TableTemplate } from '../types/rules';
import type { FigureDefinition, PlaceKind } from './figures/definitions';
import type { FigureValue, PlaceFigures, Sheet } from './figures/sheet';
import { figureNote, figureWords } from './figures/words';
import { ofSnapshot, placeholder, placeholderFault, type SnapshotWords } from './placeholders';

export interface CellRef { readonly code: string; readonly kind: PlaceKind; readonly id: string }
export type TableCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string; readonly refs: readonly CellRef[] }
  | { readonly kind: 'number'; readonly value: number; readonly unit: string; readonly ref: CellRef }
  | { readonly kind: 'unknown'; readonly why: string; readonly ref: CellRef };
export interface FilledTable { readonly title: string; readonly headings: readonly string[]; readonly rows: readonly (readonly TableCell[])[] }

const alone = /^\{\{([^{}]+)\}\}$/;
export const presenceWords = { there: '有', unverified: '有（待核实）', unchecked: '未核', none: '没有' } as const;

/** What a template's columns come to, once those that stand for every format are spelt out. */
export const columnsOf = (template: TableTemplate, { basic, quality }: Pick<ClassificationRules, 'basic' | 'quality'>, formats: readonly Pick<Format, 'code' | 'name'>[]): TableColumn[] =>
  template.columns.flatMap((column) => (column.eachFormat === undefined ? [column] : (column.eachFormat === 'basic' ? basic : quality).map((code): TableColumn => ({ heading: formats.find((one) => one.code === code)?.name ?? code, value: `{{format.${code}}}` }))));

interface Given { readonly sheet: Sheet; readonly words: SnapshotWords; /** The code of the street whose own part it is; the district's without. */ readonly street?: string; readonly classification: Pick<ClassificationRules, 'basic' | 'quality'>; readonly formats: readonly Pick<Format, 'code' | 'name'>[] }

export const fillTable = (template: TableTemplate, given: Given): FilledTable => {
  if (template.rows === 'formats') return fillFormats(template, given);
  const { sheet } = given;
  const columns = columnsOf(template, given.classification, given.formats);
  const total = template.total && given.street === undefined;
  const places = [...(template.rows === 'circles' ? circlesIn(given) : streetsIn(given)), ...(total ? sheet.places.filter(({ kind }) => kind === 'district') : [])];
  return { title: template.title, headings: columns.map(({ heading }) => heading), rows: places.map((place) => columns.map(({ value }) => cellOf(given, place, value))) };
};

const streetsIn = ({ sheet, street }: Pick<Given, 'sheet' | 'street'>) => sheet.places.filter(({ kind, id }) => kind === 'street' && (street === undefined || id === street));
/** Which circles are a street's is frozen with the other figures, as 所属街道. */
const circlesIn = ({ sheet, street }: Pick<Given, 'sheet' | 'street'>): PlaceFigures[] => {
  const own = street === undefined ? null : streetsIn({ sheet, street })[0]?.name ?? '';
  return sheet.places.filter(({ kind, figures: { streets } }) => kind === 'circle' && (own === null || (streets?.kind === 'text' && streets.text.split('、').includes(own))));
};

const definitionOf = (sheet: Sheet, code: string): FigureDefinition | undefined => sheet.definitions.find((one) => one.code === code);

const cellOf = ({ sheet, words }: Pick<Given, 'sheet' | 'words'>, place: PlaceFigures, template: string): TableCell => {
  const whole = alone.exec(template)?.[1];
  if (whole !== undefined && !ofSnapshot(whole)) {
    const value = place.figures[whole];
    // the total's row has no figure that is defined of circles alone
    return value === undefined ? { kind: 'blank' } : typed(value, definitionOf(sheet, whole)!, { code: whole, kind: place.kind, id: place.id });
  }
  if (template === '') return { kind: 'blank' };
  const refs: CellRef[] = [];
  const text = template.replace(placeholder, (_, code: string) => {
    if (ofSnapshot(code)) return words[code];
    const value = place.figures[code];
    if (value === undefined) return '';
    refs.push({ code, kind: place.kind, id: place.id });
    return figureWords(value, definitionOf(sheet, code)!);
  });
  return { kind: 'text', text, refs };
};

const typed = (value: FigureValue, definition: FigureDefinition, ref: CellRef): TableCell => {
  if (value.kind === 'unknown') return { kind: 'unknown', why: figureNote(value), ref };
  if (value.kind === 'text') return { kind: 'text', text: value.text, refs: [ref] };
  return value.upTo === undefined ? { kind: 'number', value: value.value, unit: definition.unit, ref } : { kind: 'text', text: figureWords(value, definition), refs: [ref] };
};

const fillFormats = (template: TableTemplate, given: Given): FilledTable => {
  const { sheet, classification: { basic, quality }, formats } = given;
  const nameOf = (code: string) => formats.find((one) => one.code === code)?.name ?? code;
  const circles = circlesIn(given);
  const rows = [...basic, ...quality].map((code): TableCell[] => [
    { kind: 'text', text: basic.includes(code) ? '基本保障类' : '品质提升类', refs: [] }, { kind: 'text', text: nameOf(code), refs: [] },
    ...circles.map((place): TableCell => {
      const presence = sheet.circles.find(({ circle }) => circle === place.id)?.presence[code] ?? 'unchecked';
      const outlets = place.figures[`format.${code}`];
      const n = outlets?.kind === 'number' ? outlets.value : 0;
      const there = n > 0 ? `${presenceWords[presence]} ${n} 家` : presenceWords[presence];
      const said = saidIn(place, code);
      const ref = (figure: string): CellRef => ({ code: figure, kind: 'circle', id: place.id });
      return said === null ? { kind: 'text', text: there, refs: [ref(`format.${code}`)] } : { kind: 'text', text: `${there}；${said}`, refs: [ref(`format.${code}`), ref(`lack.${code}`), ref(`want.${code}`)] };
    }),
  ]);
  const asked: TableCell[] = [{ kind: 'blank' }, { kind: 'text', text: '答卷数和来源', refs: [] }, ...circles.map((place) => askedCell(sheet, place))];
  return { title: template.title, headings: ['类别', '业态', ...circles.map(({ name }) => name)], rows: [...rows, asked] };
};

/** What was released of a format; null before anything was, and in sheets from before there were such rounds. */
const saidIn = ({ figures }: PlaceFigures, format: string): string | null => {
  const [answers, lack, want] = [figures['needs-n'], figures[`lack.${format}`], figures[`want.${format}`]];
  if (answers?.kind !== 'number' || lack === undefined) return null;
  if (lack.kind !== 'number' || want?.kind !== 'number') return figureNote(lack);
  return `${figureNote(lack)} 人说没有或不够，心愿 ${figureNote(want)}`;
};

const askedCell = (sheet: Sheet, place: PlaceFigures): TableCell => {
  const value = place.figures['needs-n'];
  const ref: CellRef = { code: 'needs-n', kind: 'circle', id: place.id };
  if (value === undefined) return { kind: 'blank' };
  return value.kind === 'number' ? { kind: 'text', text: `${figureWords(value, definitionOf(sheet, 'needs-n')!)}（${figureNote(value)}）`, refs: [ref] } : typed(value, definitionOf(sheet, 'needs-n')!, ref);
};

/** The tables of the plan: files that were made are kept by these, so a template can neither rename one nor leave it out. */
export const tableCodes = ['have-and-lack', 'satisfaction', 'classification', 'building', 'summary'] as const;

/** What is wrong with a template, a sentence each. */
export const tableProblems = ({ tables }: TableRules, definitions: readonly FigureDefinition[]): string[] => [
  ...tables.flatMap(({ title, rows, total, columns }) => columns.flatMap(({ heading, value, eachFormat }, i): string[] => {
    const at = `《${title}》第 ${i + 1} 列「${heading}」`;
    if (rows === 'formats') return [`《${title}》按业态排，列由各圈组成，不用再写列。`];
    if (eachFormat !== undefined) return [];
    if (heading.trim() === '') return [`《${title}》第 ${i + 1} 列没有列名。`];
    const left = value.replace(placeholder, '');
    if (/\{\{|\}\}/.test(left)) return [`${at}的双括号没有成对。`];
    return [...value.matchAll(placeholder)].flatMap(([, code = '']) => {
      const fault = placeholderFault(code, { rows, total }, definitions);
      return fault === null ? [] : [`${at}的占位符 {{${code}}} ${fault}。`];
    });
  })),
  ...tableCodes.filter((code) => !tables.some((one) => one.code === code)).map((code) => `少了编码是「${code}」的表：五张表一张也不能少，编码不能改。`),
  ...tables.filter(({ code }) => !tableCodes.some((known) => known === code)).map(({ code, title }) => `《${title}》的编码「${code}」不认识：编码只能是 ${tableCodes.join('、')}。`),
  ...tables.map(({ code }) => code).filter((code, i, all) => all.indexOf(code) !== i).map((code) => `表「${code}」列了两次。`),
];
