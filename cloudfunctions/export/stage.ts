/**
 * A file comes in: read, each row held against the outlets, and kept to be decided. Nothing of an outlet is changed here. The id comes
 * from the phone: the same file under it again is told how the list stands.
 */
import { createHash } from 'node:crypto';
import { columns } from '../../domain/census-list/columns';
import { differencesOf, type Names } from '../../domain/census-list/compare';
import { choices, listReader, type Problem, type ReadRow } from '../../domain/census-list/parse';
import { suspect, type Beside } from '../../domain/census-list/suspicion';
import { SheetFault } from '../../domain/census-list/table';
import { batchSize, rowComparer, type Compared } from '../../database/census/compareRows';
import { countOutcomes, dropOld, importById } from '../../database/queries/imports';
import { communityCentres } from '../../database/queries/places';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { keptDays, mostRows } from './limits';
import { listRules } from './rules';
import { readSheet } from './sheet/sheet';
import { listNow } from './shown';
import { wholeFile } from './wholeFile';

export const stage: Action<'export.stage'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const content = await wholeFile(input, context);
    if (content === null) return { list: null, fault: null };
    const bytes = Buffer.from(content, 'base64');
    const hash = createHash('sha256').update(bytes).digest();
    await dropOld(db, new Date(now.getTime() - keptDays * 86_400_000), now);
    const { formats, divisions, names } = await listRules(context);
    const table = await readSheet(bytes, input.file, columns.name).catch((error: unknown) => {
      if (error instanceof SheetFault) return error;
      throw error;
    });
    if (table instanceof SheetFault) return { list: null, fault: table.message };
    if (table.rows.length > mostRows) return { list: null, fault: `这张表有 ${table.rows.length} 行，一次最多 ${mostRows} 行。请按街道分成几张，或请管服务器的人用命令行导入。` };
    const reader = listReader(table, { formats, divisions }, input.system);
    const [first] = reader.problems;
    if (first) return { list: null, fault: `「${first.heading}」${first.reason}。` };

    const empty = { new: 0, same: 0, changed: 0, conflict: 0, bad: 0 };
    const { numInsertedOrUpdatedRows: added } = await db.insertInto('lz.import').values({
      id: input.id, file: input.file, hash, system: input.system, state: 'staged', staged_at: now.toISOString(), staged_by: caller.person, compared_at: now.toISOString(),
      notes: JSON.stringify(reader.notes), suspicion: JSON.stringify(null), counts: JSON.stringify(empty), ended_at: null, ended_by: null, done: JSON.stringify(null),
    }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
    if (added === 0n) {
      const before = await importById(db, input.id);
      if (!before || before.staged_by !== caller.person || !hash.equals(before.hash) || before.system !== input.system) return refuse('value_invalid', 'id');
      return { list: await listNow(context, input.id), fault: null };
    }
    const { notes, suspicion } = await keepRows(input.id, reader, names, context);
    const counts = await countOutcomes(db, input.id);
    await db.updateTable('lz.import').set({ counts: JSON.stringify(counts), notes: JSON.stringify([...reader.notes, ...choices(notes, formats)]), suspicion: JSON.stringify(suspicion) }).where('id', '=', input.id).execute();
    await audit(context, 'import.staged', input.id, { file: input.file, hash: hash.toString('hex'), ...counts });
    return { list: await listNow(context, input.id), fault: null };
  },
};

const keepRows = async (id: string, reader: ReturnType<typeof listReader>, names: Names, { db }: Context) => {
  const compare = rowComparer(db, { lock: false });
  const centres = new Map((await communityCentres(db)).map(({ code, ...centre }) => [code, centre]));
  const notes: Problem[] = [];
  const [besideOutlets, besideCentres]: [Beside[], Beside[]] = [[], []];
  for (let from = 0; from < reader.rows.length; from += batchSize) {
    const read = reader.rows.slice(from, from + batchSize).map(reader.read);
    const compared = new Map((await compare(read.flatMap(({ outlet }) => (outlet ? [outlet] : [])))).map((one) => [one.item.line, one]));
    for (const { item, now } of compared.values()) {
      if (!item.systemUnsaid) continue;
      const { point: here, community } = item.fields;
      const centre = centres.get(community);
      if (now) besideOutlets.push({ here, known: now.point });
      else if (centre) besideCentres.push({ here, known: centre });
    }
    const rows = read.map((row) => stagedRow(id, row, compared.get(row.line) ?? null, names));
    notes.push(...read.flatMap(({ problems }) => problems.map(({ line, heading }) => ({ line, heading, reason: '' }))));
    await db.insertInto('lz.import_row').values(rows).execute();
  }
  return { notes, suspicion: suspect(besideOutlets, besideCentres) };
};

const stagedRow = (id: string, { line, cells, problems }: ReadRow, compared: Compared | null, names: Names) => ({
  import_id: id, line, name: (cells.name ?? '').slice(0, 80), cells: JSON.stringify(cells), choice: null,
  item: JSON.stringify(compared && compared.problem === null ? compared.item : null), ...judged(compared, problems, names),
});

/** What comparing said of a row, as its row of the table keeps it. */
export const judged = (compared: Compared | null, problems: readonly Problem[], names: Names) => ({
  outcome: compared?.outcome ?? 'bad' as const,
  outlet_id: compared?.row?.id ?? null,
  seen: compared?.seen ?? null,
  reasons: JSON.stringify(compared === null || compared.problem ? [...problems, ...(compared?.problem ? [compared.problem] : [])]
    : compared.now ? [...differencesOf(compared.now, compared.item.fields, names), ...(compared.key === null || compared.outcome !== 'changed' ? [] : [{ column: 'key' as const, now: keyShown(compared), list: compared.key }])] : []),
});

/** A row that had no 编号 is known by words that mean nothing to a reader. */
const keyShown = ({ row }: Compared): string => (row?.origin_key?.startsWith('无编号:') ? '' : row?.origin_key ?? '');
