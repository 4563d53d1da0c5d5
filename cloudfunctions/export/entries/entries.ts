/**
 * A table comes in. First it is only held against what stands; then, when somebody has seen what it changes, all of it is entered or nothing. The
 * file is read anew both times, so nothing of it is kept between; `seen` stands for what was compared.
 */
import { createHash } from 'node:crypto';
import { SheetFault } from '../../../domain/census-list/table';
import { codeHeadings, readEnteredTable, type Change, type ReadPlace, type ReadTable } from '../../../domain/figures/enteredTable';
import { holdEntries } from '../../../database/queries/entered';
import type { EnteredField } from '../../../domain/figures/entered';
import type { EntriesRow } from '../../../types/contract/enteredFile';
import type { Action, Context } from '../../runtime/action';
import { enterValues } from '../../runtime/entering';
import { refuse } from '../../runtime/refusal';
import { readSheet } from '../sheet/sheet';
import { wholeFile } from '../wholeFile';
import { helpSheet } from './entryTable';
import { placesGiven } from './places';

/** Far more than there are communities. */
const mostRows = 500;

export const checkEntries: Action<'export.checkEntries'> = {
  transaction: true,
  async handle(input, context) {
    const content = await wholeFile(input, context);
    if (content === null) return { check: null, fault: null };
    const read = await readEntries(Buffer.from(content, 'base64'), input.file, input.kind, null, context);
    if (read instanceof SheetFault) return { check: null, fault: read.message };
    const { rows, notes } = read;
    const bad = rows.some(({ faults }) => faults.length > 0);
    const shown = rows.filter(({ faults, changes }) => (bad ? faults : changes).length > 0).map((row) => shownRow(row, bad));
    return { check: { notes: [...notes], rows: shown, unchanged: rows.filter(({ faults, changes }) => faults.length + changes.length === 0).length, seen: bad ? null : seenOf(rows) }, fault: null };
  },
};

export const enterEntries: Action<'export.enterEntries'> = {
  transaction: true,
  async handle(input, context) {
    const { sending, kind, file } = input;
    const content = await wholeFile({ ...input, id: sending }, context);
    if (content === null) return { entered: null };
    await holdEntries(context.db);
    const bytes = Buffer.from(content, 'base64');
    // held against what stood before this sending, so that one whose reply was lost finds what it found then
    const read = await readEntries(bytes, file, kind, sending, context);
    if (read instanceof SheetFault) return refuse('value_invalid', 'content');
    if (read.rows.some(({ outside }) => outside)) return refuse('out_of_scope');
    if (read.rows.some(({ faults }) => faults.length > 0) || seenOf(read.rows) !== input.seen) return refuse('entries_changed');
    const places = read.rows.filter(({ changes }) => changes.length > 0);
    if (places.length === 0) return refuse('nothing_changed');
    const values = await enterValues(context, sending, places.map(({ code, source, asOf, changes }) => ({ kind, place: code, source, asOf, values: changes.map(({ then }) => then) })), { name: file, hash: createHash('sha256').update(bytes).digest('hex') });
    return { entered: { places: places.length, values } };
  },
};

/** `before`: what stood before this sending. */
const readEntries = async (bytes: Buffer, file: string, kind: EnteredField['of'], before: string | null, context: Context): Promise<ReadTable | SheetFault> => {
  const given = await placesGiven(context, kind, before);
  try {
    const table = await readSheet(bytes, file, codeHeadings[kind], [helpSheet]);
    return table.rows.length > mostRows ? new SheetFault(`这张表有 ${table.rows.length} 行，不像是填数的表。请取一张新的表格再填。`) : readEnteredTable(table, given);
  } catch (error) {
    if (error instanceof SheetFault) return error;
    throw error;
  }
};

/** Of what would change, and of what stands in its place. */
const seenOf = (rows: readonly ReadPlace[]): string =>
  createHash('sha256').update(JSON.stringify(rows.flatMap(({ code, source, asOf, changes }) => changes.map(({ now, then }) => [code, source, asOf, then.field, then.value, then.words, now?.value, now?.words])))).digest('hex');

const shownRow = ({ line, name, faults, source, asOf, changes }: ReadPlace, bad: boolean): EntriesRow => ({
  line, name, faults: [...faults], differences: bad ? [] : changes.map(shownChange), source: bad ? '' : source, asOf: bad ? '' : asOf,
});

const shownChange = ({ field, now, then }: Change) => {
  const text = ({ value, words }: Pick<Change['then'], 'value' | 'words'>) => words ?? `${value} ${field.unit}`.trim();
  return { heading: field.name, now: now === null ? '' : text(now), list: text(then) };
};
