/**
 * Rows of text → values that would be entered of places, or what is wrong with each cell. Pure: what stands comes in, nothing is looked up.
 *
 * F1 A heading that must be there and is not, or one that stands twice, stops everything; an unknown one is named and not read.
 * F2 Every fault of every row is told: line, heading, cell, reason. With one fault nothing would be entered.
 * F3 A place is known by its code alone, and stands once; the name beside it must be its own, or rows have slipped.
 * F4 A place that is not hers is a fault of its own, and nothing of what stands there is told.
 * F5 An empty cell leaves what stands, and so does one that says what stands. Source and day are asked for where something would change.
 * F6 What `enteredFault` says is told at the cell where it can be mended.
 * F7 A cell that can't be taken at its word (a formula, part of a merged cell, a number made a date) is a fault, and nothing else is said of it.
 * F8 A day before that of what stands in its place is a fault: the newer one would hold all the same.
 */
import { dayOfText } from '../calendar';
import { damagedNumber, isDamagedNumber } from '../census-list/cells';
import { communityCodeOf, isNameOf, numberOfCell, type RefuseCell } from '../census-list/communityCells';
import { fromPlainText } from '../census-list/columns';
import type { Line, Table } from '../census-list/table';
import { enteredFault, enteredFields, newerStands, type EnteredField, type EnteredValue } from './entered';

export const codeHeadings = { community: '社区代码', circle: '生活圈代码' } as const;
export const nameHeadings = { community: '社区', circle: '生活圈' } as const;
export const sourceHeading = '来源';
export const dayHeading = '截止日期';
const longestSource = 100;
/** Of what is told back of a cell. */
const longestCell = 60;

export type Standing = Pick<EnteredValue, 'value' | 'words'> & { /** `YYYY-MM-DD` */ readonly asOf: string };
export interface Given {
  readonly kind: EnteredField['of'];
  /** Code → its name, and whether she may fill it in. */
  readonly places: ReadonlyMap<string, { readonly name: string; readonly hers: boolean }>;
  /** Place → field → what stands there; what was taken back does not stand. */
  readonly standing: ReadonlyMap<string, ReadonlyMap<string, Standing>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface CellFault { readonly heading: string; readonly cell: string; readonly reason: string }
export interface Change { readonly field: EnteredField; readonly now: Standing | null; readonly then: EnteredValue }
export interface ReadPlace {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly faults: readonly CellFault[];
  /** It is known, and not hers. */
  readonly outside: boolean;
  /** Complete, and meant, only where there is no fault. */
  readonly source: string;
  readonly asOf: string;
  readonly changes: readonly Change[];
}
export interface ReadTable { readonly rows: readonly ReadPlace[]; readonly notes: readonly string[] }

export const fieldsOf = (kind: EnteredField['of']): readonly EnteredField[] => enteredFields.filter(({ of }) => of === kind);

/** Faults of the headings, or of a table without rows, are those of the row the headings stand on. */
export const readEnteredTable = (table: Table, given: Given): ReadTable => {
  const fields = fieldsOf(given.kind).map(({ name }) => name);
  const required = [codeHeadings[given.kind], nameHeadings[given.kind], sourceHeading, dayHeading];
  const known: readonly string[] = [...required, ...fields];
  const unknown = table.headings.filter((heading) => heading !== '' && !known.includes(heading));
  const notes = [...table.notes, ...(unknown.length > 0 ? [`不认识的列没有读：${unknown.join('、')}。`] : [])];
  const times = (heading: string) => table.headings.filter((other) => other === heading).length;
  const wrong = [
    ...required.filter((heading) => times(heading) === 0).map((heading) => ({ heading, cell: '', reason: '缺这一列' })),
    ...known.filter((heading) => times(heading) > 1).map((heading) => ({ heading, cell: '', reason: '这一列出现了两次' })),
    ...(fields.every((heading) => times(heading) === 0) ? [{ heading: fields[0]!, cell: '', reason: '要填的数一列也没有。请取一张新的表格，照它的列名写' }] : []),
    ...(table.rows.length === 0 ? [{ heading: required[0]!, cell: '', reason: '列名下面没有内容' }] : []),
  ];
  if (wrong.length > 0) return { rows: [{ line: table.headedAt, code: '', name: '列名这一行', faults: wrong, outside: false, source: '', asOf: '', changes: [] }], notes };
  const places = new Map(table.headings.flatMap((heading, at) => (known.includes(heading) ? [[heading, at] as const] : [])));
  const seen = new Map<string, number>();
  return { rows: table.rows.map((row) => readRow(row, places, given, seen)), notes };
};

/** `at`: heading → place in the row. `seen`: code → line it stood on; this row is added. */
const readRow = (row: Line, at: ReadonlyMap<string, number>, given: Given, seen: Map<string, number>): ReadPlace => {
  const { line } = row;
  const [codeHeading, nameHeading] = [codeHeadings[given.kind], nameHeadings[given.kind]];
  const faults: CellFault[] = [];
  const cell = (heading: string) => fromPlainText(row.cells[at.get(heading) ?? -1] ?? '');
  const refuse = (heading: string): RefuseCell => (reason) => {
    if (!faults.some((told) => told.heading === heading)) faults.push({ heading, cell: cell(heading).slice(0, longestCell), reason });
    return null;
  };
  for (const [heading, place] of at) {
    const reason = row.faults?.get(place);
    if (reason !== undefined && !(heading === dayHeading && row.dates?.has(place))) refuse(heading)(reason);
  }
  const sound = (heading: string) => faults.every((told) => told.heading !== heading);

  const code = sound(codeHeading) ? codeOf(cell(codeHeading), given, refuse(codeHeading)) : null;
  const place = code === null ? undefined : given.places.get(code);
  const before = code === null ? undefined : seen.get(code);
  if (before !== undefined) refuse(codeHeading)(`与第 ${before} 行重复`);
  else if (code !== null) seen.set(code, line);
  const head = { line, code: code ?? '', name: place?.name ?? (cell(nameHeading) || cell(codeHeading)).slice(0, longestCell) };
  if (place && !place.hers) return { ...head, faults: [{ heading: codeHeading, cell: '', reason: '这里不在您负责的街道内，不能由您填。请把这一行删掉' }], outside: true, source: '', asOf: '', changes: [] };
  if (cell(nameHeading) === '') refuse(nameHeading)('没有填');
  else if (place && !isNameOf(cell(nameHeading), place.name)) refuse(nameHeading)(`与代码不符，${code} 是${place.name}。请看看行有没有错开`);

  const standing = given.standing.get(code ?? '') ?? new Map<string, Standing>();
  const changes = fieldsOf(given.kind).flatMap((field): Change[] => {
    const text = cell(field.name);
    const now = standing.get(field.code) ?? null;
    if (text === '' || !sound(field.name) || now?.words === text) return [];
    const then = valueOf(text, field, refuse(field.name));
    return then === null || (now !== null && now.value === then.value && now.words === then.words) ? [] : [{ field, now, then }];
  });
  const bare = fieldsOf(given.kind).some(({ name }) => !sound(name));
  if (!bare) checkTogether(changes, standing, given.kind, refuse);
  const [source, asOf] = changes.length === 0 && !bare ? ['', ''] : [sourceOf(cell(sourceHeading), refuse(sourceHeading)), dayOf(cell(dayHeading), given.today, refuse(dayHeading))];
  const newer = asOf ? newerStands(changes.map(({ then }) => then), asOf, new Map([...standing].map(([field, { asOf: day }]) => [field, day]))) : null;
  if (newer) refuse(dayHeading)(`${newer.field.name}现在用的是 ${newer.day} 的数，比这一天新，换不下来。请核对日期，或者把${newer.field.name}这一格空着`);
  return { ...head, faults, outside: false, source: source ?? '', asOf: asOf ?? '', changes };
};

const codeOf = (text: string, { kind, places }: Given, refuse: RefuseCell): string | null => {
  if (kind === 'community') return communityCodeOf(text, places, refuse);
  const code = text.normalize('NFKC').trim().toLowerCase();
  if (code === '') return refuse('没有填');
  if (isDamagedNumber(code)) return refuse(damagedNumber);
  return places.has(code) ? code : refuse(`没有代码为 ${code} 的生活圈`);
};

const valueOf = (text: string, field: EnteredField, refuse: RefuseCell): EnteredValue | null => {
  const value = field.kind === 'words' ? null : numberOfCell(text, { whole: field.kind === 'count', units: field.unit === '' ? [] : [field.unit], called: '数字。请只写数字，比如 1800' }, refuse);
  if (field.kind !== 'words' && value === null) return null;
  const then = { field: field.code, value, words: field.kind === 'words' ? text : null };
  const wrong = enteredFault(field.of, [then], new Map());
  if (wrong === null) return then;
  return refuse(field.options ? `不在${field.options.join('、')}里面。请写其中一样` : field.kind === 'words' ? `太长，最多 ${field.most} 个字` : `${value} 太大，像是多打了一位`);
};

/** What is wrong with values that are right each by itself: told at the part, or, where this row does not change it, at what it does change. */
const checkTogether = (changes: readonly Change[], standing: ReadonlyMap<string, Standing>, kind: Given['kind'], refuse: (heading: string) => RefuseCell) => {
  const values = changes.map(({ then }) => then);
  const others = [...standing].flatMap(([field, { value }]): [string, number][] => (value === null || values.some((then) => then.field === field) ? [] : [[field, value]]));
  const wrong = enteredFault(kind, values, new Map(others));
  if (wrong === null) return;
  const after = new Map([...others, ...values.map(({ field, value }) => [field, value] as const)]);
  const told = changes.find(({ field }) => field.code === wrong.field) ?? changes.find(({ field }) => field.code === 'population');
  if (told) refuse(told.field.name)(`60岁以上人口 ${after.get('population60')} 比常住人口 ${after.get('population')} 还多。请核对这两个数`);
};

const sourceOf = (text: string, refuse: RefuseCell): string | null => {
  if (text === '') return refuse('没有填。请写这些数从哪里来，比如 社区台账');
  return text.length > longestSource ? refuse(`太长，最多 ${longestSource} 个字`) : text;
};

const dayOf = (text: string, today: string, refuse: RefuseCell): string | null => {
  if (text === '') return refuse('没有填。请写是哪一天的数，比如 2026-10-01');
  const day = dayOfText(text);
  if (day === null) return refuse(`「${text}」看不明白。请写成 2026-10-01 这样`);
  return day > today ? refuse(`${day} 在今天以后。请写是哪一天的数`) : day;
};
