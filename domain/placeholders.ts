/**
 * Placeholders 「{{population}}」 in the templates of the official tables.
 *
 * S1 Between two pairs of braces stands the code of a figure, or of what is said of the snapshot. Nothing else is a placeholder.
 * S2 A figure may stand in a table's row only where it is defined for one of the places that the rows are of.
 */
import type { TableTemplate } from '../types/rules';
import { fullDateTime } from './calendar';
import type { FigureDefinition, PlaceKind } from './figures/definitions';

export const placeholder = /\{\{([^{}]+)\}\}/g;
export const codesIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, code = '']) => code);

/** What may be said of the snapshot, anywhere in a table. */
export const snapshotPlaceholders = [
  { code: 'snapshot-name', meaning: '快照的名字' },
  { code: 'snapshot-time', meaning: '快照的时间，写成 2026年11月30日 18:30' },
  { code: 'snapshot-day', meaning: '快照的日期，写成 2026年11月30日' },
] as const;
type SnapshotCode = (typeof snapshotPlaceholders)[number]['code'];
export type SnapshotWords = Readonly<Record<SnapshotCode, string>>;

/** `at`: an instant. */
export const snapshotWords = ({ name, at }: { readonly name: string; readonly at: string }): SnapshotWords => {
  const time = fullDateTime(at);
  return { 'snapshot-name': name, 'snapshot-time': time, 'snapshot-day': time.split(' ')[0]! };
};
export const ofSnapshot = (code: string): code is SnapshotCode => snapshotPlaceholders.some((one) => one.code === code);
/** A text outside the rows, with what it says of the snapshot. */
export const withSnapshot = (text: string, words: SnapshotWords): string => text.replace(placeholder, (whole, code: string) => (ofSnapshot(code) ? words[code] : whole));

/** The kinds of places that the rows of a table are of. */
export const placesOf = ({ rows, total }: Pick<TableTemplate, 'rows' | 'total'>): readonly PlaceKind[] => (rows === 'circles' ? ['circle'] : rows === 'streets' ? (total ? ['street', 'district'] : ['street']) : []);

/** Why this can't stand in a row of the table, the end of a sentence; null: it can. */
export const placeholderFault = (code: string, template: Pick<TableTemplate, 'rows' | 'total'>, definitions: readonly FigureDefinition[]): string | null => {
  if (ofSnapshot(code)) return null;
  const definition = definitions.find((one) => one.code === code);
  if (!definition) return '没有这个数';
  return placesOf(template).some((kind) => definition.of.includes(kind)) ? null : `不是按${template.rows === 'circles' ? '圈' : '街道'}算的`;
};
