/** One of the official tables, of a snapshot: the district's, or a street's own part. The first file is kept; asking again gives that one, whatever the template is by then. */
import { fullDateTime } from '../../../domain/calendar';
import { snapshotWords } from '../../../domain/placeholders';
import { fillTable, type CellRef, type FilledTable } from '../../../domain/tables';
import { figureNote, figureWords } from '../../../domain/figures/words';
import type { Sheet } from '../../../domain/figures/sheet';
import { keepReport, reportOf, templateOf, type Report } from '../../../database/queries/reports';
import { ruleByHash } from '../../../database/queries/rules';
import type { ClassificationRules, FormatRules, TableRules } from '../../../types/rules';
import { formContent } from '../../../database/queries/tableForms';
import { audit } from '../../runtime/audit';
import { sha256 } from '../../runtime/hashing';
import { refuse } from '../../runtime/refusal';
import { ruleInForce } from '../../runtime/ruleInForce';
import { fillForm } from '../forms/fillForm';
import { opened } from '../forms/opened';
import { readForm } from '../forms/readForm';
import { figureLink, ruleOf, type Making, type Snapshot } from '../making';
import { originSheet, type Origin } from './origins';
import { workbookOf } from './workbook';

/** The first file of it, made now if there is none yet. `street`: whose own part; null the district's. */
export const tableFile = async (making: Making, snapshot: Snapshot, code: string, street: string | null = null): Promise<Report> => {
  const { db, now, by, settings } = making;
  const kept = await reportOf(db, snapshot.id, code, { street });
  if (kept) return kept;
  // a street's part looks like the whole, and the whole like a part that was made before
  const before = await templateOf(db, snapshot.id, code);
  const old = before === null ? null : await ruleByHash<TableRules>(db, before);
  const { hash: templateHash, body: rules } = before !== null && old ? { hash: before, body: old } : await ruleInForce<TableRules>(making, 'tables');
  const template = rules.tables.find((one) => one.code === code) ?? refuse('not_found', 'table');
  const { sheet } = snapshot;
  const part = street === null ? null : sheet.places.find(({ kind, id }) => kind === 'street' && id === street)?.name ?? refuse('unknown_place', 'street');
  const [classification, formats] = [await ruleOf<ClassificationRules>(db, sheet, 'classification'), await ruleOf<FormatRules>(db, sheet, 'formats')];
  const words = snapshotWords(snapshot);
  const form = template.form && (await formInForce(db, template.form.hash));
  const filled = fillTable(form ? { ...template, columns: form.columns } : template, { sheet, words, classification, formats: formats.formats, ...(street === null ? {} : { street }) });
  const laidOutBy = template.form ? { title: template.form.file, version: 'xlsx 表样', status: template.form.status } : rules;
  const examples = [laidOutBy, classification].filter(({ status }) => status === '示例').map(({ title, version }) => `${title}（${version}）`);
  const subtitle = `${part === null ? '' : `${part}的部分 · `}快照「${snapshot.name}」 · ${fullDateTime(snapshot.at)}${snapshot.demo ? ' · 演示数据，不是真实情况' : ''}${examples.length > 0 ? ` · 示例：${examples.join('、')}` : ''}`;
  const empty = part !== null && filled.rows.length === 0 ? [`${part}没有社区在这八个生活圈里，所以这张表是空的。`] : [];
  const notes = [...empty, ...notesOf(filled, sheet, template.form ? `表样「${template.form.file}」：${template.form.source}` : rules.source)];
  const second = originSheet(originsOf(filled, sheet, figureLink(settings, snapshot.id)));
  const content = form ? fillForm(form, { rows: filled.rows, words, notes: [subtitle, ...notes], second }) : await workbookOf({ table: filled, template, subtitle, notes, second });
  const report = await keepReport(db, { snapshot_id: snapshot.id, kind: code, circle_id: null, street_code: street, name: `${[template.title.replace(/[“”]/g, ''), ...(part === null ? [] : [part]), snapshot.name].join('-')}.xlsx`, template_hash: templateHash, content, hash: sha256(content), at: now.toISOString(), by });
  await audit({ db, caller: { person: by }, now }, 'report.made', snapshot.id, { table: code, ...(street === null ? {} : { street }), hash: Buffer.from(report.hash).toString('hex') });
  return report;
};

const formInForce = async (db: Making['db'], hash: string) => {
  const bytes = await formContent(db, hash);
  const form = bytes && readForm(opened(bytes, '.xlsx'));
  if (!form) throw new Error('the form that the tables in force name is not there');
  return form;
};

const placeName = (sheet: Sheet, { kind, id }: CellRef) => sheet.places.find((place) => place.kind === kind && place.id === id)?.name ?? id;

/** Why cells are empty, each reason once. */
const notesOf = (filled: FilledTable, sheet: Sheet, source: string): string[] => {
  const named = (place: string, heading: string) => (place === heading || heading === '' ? place : `${place}·${heading}`);
  const unknown = [...new Set(filled.rows.flatMap((row) => row.flatMap((cell, i) => (cell.kind === 'unknown' ? [`${named(placeName(sheet, cell.ref), filled.headings[i] ?? '')}：${cell.why}`] : []))))];
  const most = 12;
  return [
    ...(unknown.length > 0 ? [`「—」是现在还不知道的，不是 0。${unknown.slice(0, most).join('；')}${unknown.length > most ? `；等 ${unknown.length} 格，见「数字出处」` : ''}。`] : []),
    source,
  ];
};

const originsOf = (filled: FilledTable, sheet: Sheet, linkOf: (ref: CellRef) => string): Origin[] =>
  filled.rows.flatMap((row) => row.flatMap((cell, i) => refsOf(cell).map((ref): Origin => {
    const definition = sheet.definitions.find(({ code }) => code === ref.code)!;
    const value = sheet.places.find(({ kind, id }) => kind === ref.kind && id === ref.id)!.figures[ref.code]!;
    const note = figureNote(value);
    return { ref, place: placeName(sheet, ref), column: filled.headings[i] ?? '', shown: `${figureWords(value, definition)}${note ? `（${note}）` : ''}`, formula: definition.formula, source: definition.source, link: linkOf(ref) };
  })));
const refsOf = (cell: FilledTable['rows'][number][number]): readonly CellRef[] => (cell.kind === 'blank' ? [] : cell.kind === 'text' ? cell.refs : [cell.ref]);
