/**
 * A questionnaire as it is asked, one question after the other: what a grid puts into one table is asked row by row, so that a row is a
 * question like any other wherever questions are shown, checked, counted and published.
 *
 * I1 A grid gives a single choice for each row, called `grid-row`; a second grid, about rows of the first, one that is asked where the
 *    first was answered so.
 * I2 A rank chooses among the rows of a grid; which of them follows from her answers, and without any it is not asked (`narrowed`).
 * I3 A questionnaire without grids is its own questions.
 */
import type { Answers, AnswerValue } from '../types/contract/survey';
import type { GridRow, Question, Questionnaire } from '../types/rules';

type Given = Readonly<Record<string, AnswerValue | undefined>>;

/** The id under which the answer to a row is kept. */
export const rowId = (grid: string, row: string): string => `${grid}-${row}`;

/** Whether a question is the row of a grid. */
export const isRow = ({ id }: Pick<Question, 'id'>): boolean => id.includes('-');

const known = new WeakMap<Questionnaire, readonly Question[]>();
/** I1–I3. A questionnaire never changes, so it is spelt out once. */
export function itemsOf(q: Questionnaire): readonly Question[] {
  let items = known.get(q);
  if (!items) known.set(q, items = q.questions.some(({ kind }) => kind === 'grid') ? q.questions.flatMap((question) => spelt(q, question)) : q.questions);
  return items;
}

function spelt(q: Questionnaire, question: Question): Question[] {
  const rows = rowsOf(q, question);
  if (question.kind === 'rank') return [{ ...question, options: rows.map(({ code, text }) => ({ code, text })) }];
  if (question.kind !== 'grid') return [question];
  const { id, text, among, rows: _, ...rest } = question;
  return rows.map((row) => ({
    ...rest, id: rowId(id, row.code), kind: 'single', text: `${row.text}：${text}`, ...(row.hint === undefined ? {} : { hint: row.hint }),
    ...(among ? { showIf: { question: rowId(among.grid, row.code), includes: among.includes } } : {}),
  }));
}

/** The rows of a grid, its own or those of the grid that it, or a rank, is about. */
export const rowsOf = (q: Questionnaire, { rows, among }: Question): readonly GridRow[] => rows ?? q.questions.find(({ id }) => id === among?.grid)?.rows ?? [];

/** I2: a rank with what she may choose among; null where there is nothing. Other questions as they are. */
export function narrowed(question: Question, seen: Given): Question | null {
  const { kind, among, options = [] } = question;
  if (kind !== 'rank' || !among) return question;
  const left = options.filter(({ code }) => among.includes.includes(String(seen[rowId(among.grid, code)])));
  return left.length === 0 ? null : { ...question, options: left };
}

/** Answers without the wishes that can't be ranked any more, because the row they are from is now answered otherwise. */
export function withoutStale(q: Questionnaire, answers: Answers): Answers {
  const kept = { ...answers };
  for (const rank of itemsOf(q).filter(({ kind }) => kind === 'rank')) {
    const wishes = answers[rank.id];
    if (!Array.isArray(wishes)) continue;
    const options = narrowed(rank, answers)?.options ?? [];
    const left = wishes.filter((wish) => options.some(({ code }) => code === wish));
    if (left.length > 0) kept[rank.id] = left;
    else delete kept[rank.id];
  }
  return kept;
}

/** How many questions somebody meets at most, not counting those that ask on about a row: these depend on what she says. */
export const lengthOf = (q: Questionnaire): number => {
  const second = q.questions.filter(({ kind, among }) => kind === 'grid' && among).reduce((sum, question) => sum + rowsOf(q, question).length, 0);
  return itemsOf(q).length - second;
};
