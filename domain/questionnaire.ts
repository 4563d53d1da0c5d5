/**
 * What a questionnaire asks of whom, and whether it is answered. The same code runs on the phone (to show)
 * and in the function (to refuse), so the two can't disagree.
 *
 * S1 A question without condition is visible. A condition looks only at answers of questions that are visible themselves.
 * S2 `includes` holds if any of the answer's options is listed; `any` if one of its conditions does; `round` if the source is the round's.
 * S3 After an option that ends the questionnaire nothing more is visible; its kind words are the ending.
 * S4 Answers to invisible or unknown questions, and empty ones, are dropped, not errors. Text is trimmed and holds no control
 *    characters or halves of one (no database keeps them), options of a multiple choice stand in the order of the questionnaire, those
 *    of a rank in hers.
 * S5 A visible question without answer is missing, unless optional.
 * S6 A single choice is one known option; a community one of those given; text is text, of at most `longest` characters.
 * S7 A multiple choice has known options, none twice, at most `most`, and an exclusive option only alone.
 * S8 Eligible: the questionnaire was not ended, and the residence is one of those the method counts.
 * S9 Filled by staff is assisted; by the family is self, by proxy.
 * S10 Grids are asked row by row (questionnaire-items.ts). An answer to a row that a grid does not have is invalid. A rank chooses, none
 *    twice and at most `most`, among the rows that she answered so; without any it is not visible.
 */
import type { Answers, AnswerValue } from '../types/contract/survey';
import type { Mode, Source } from '../types/contract/shared';
import type { Condition, MethodRules, Option, Question, Questionnaire } from '../types/rules';
import { isRow, itemsOf, narrowed } from './questionnaire-items';

export interface AskedRound {
  readonly source: Source;
}
export interface AnswerProblem {
  readonly question: string;
  readonly problem: 'missing' | 'invalid' | 'too_many' | 'too_long';
}
type Given = Readonly<Record<string, AnswerValue | undefined>>;

const chosen = (value: AnswerValue | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);
const isEmpty = (value: AnswerValue | undefined) => value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);

function holds(condition: Condition, seen: Given, round: AskedRound): boolean {
  if ('any' in condition) return condition.any.some((one) => holds(one, seen, round));
  if ('round' in condition) return condition.round === round.source;
  return chosen(seen[condition.question]).some((code) => condition.includes.includes(code));
}

interface Index {
  readonly options: ReadonlyMap<string, { readonly option: Option; readonly place: number }>;
  /** Whether any option ends the questionnaire. */
  readonly mayEnd: boolean;
}
/** The options of a question by their codes, with their places. A questionnaire never changes, and thousands of answers are read against one. */
const indexOf = (question: Question): Index => {
  let index = indexes.get(question);
  if (!index) {
    const { options = [] } = question;
    index = { options: new Map(options.map((option, place) => [option.code, { option, place }])), mayEnd: options.some(({ ends }) => ends !== undefined) };
    indexes.set(question, index);
  }
  return index;
};
const indexes = new WeakMap<Question, Index>();
const optionsOf = (question: Question) => indexOf(question).options;

function endingOf(question: Question, value: AnswerValue | undefined): string | null {
  if (!indexOf(question).mayEnd) return null;
  for (const code of chosen(value)) {
    const ends = optionsOf(question).get(code)?.option.ends;
    if (ends !== undefined) return ends;
  }
  return null;
}

/** The questions to ask, given the answers so far, in order. */
export function visibleQuestions(q: Questionnaire, answers: Given, round: AskedRound): Question[] {
  const visible: Question[] = [];
  const seen: Record<string, AnswerValue | undefined> = {};
  for (const item of itemsOf(q)) {
    if (item.showIf && !holds(item.showIf, seen, round)) continue;
    const question = narrowed(item, seen);
    if (!question) continue;
    visible.push(question);
    seen[question.id] = own(answers, question.id);
    if (endingOf(question, seen[question.id]) !== null) break;
  }
  return visible;
}

// Answers come from outside: `constructor` is not an answer.
const own = (answers: Given, id: string) => (Object.prototype.hasOwnProperty.call(answers, id) ? answers[id] : undefined);

/** The kind words that end the questionnaire (under 18), or null. */
export function endedBy(q: Questionnaire, answers: Given): string | null {
  for (const question of q.questions) {
    const ending = endingOf(question, own(answers, question.id));
    if (ending !== null) return ending;
  }
  return null;
}

/** Only what was asked and answered, in one spelling. `visible`: where it is known already what was asked. */
export function cleanAnswers(q: Questionnaire, answers: Given, round: AskedRound, visible: readonly Question[] = visibleQuestions(q, answers, round)): Answers {
  const clean: Answers = {};
  for (const question of visible) {
    const value = own(answers, question.id);
    if (value === undefined || isEmpty(value)) continue;
    const kept = typeof value === 'string' ? readable(value) : question.kind === 'rank' ? [...value] : inOrder(question, value);
    if (kept !== '') clean[question.id] = kept;
  }
  return clean;
}

/** Control characters but line breaks and tabs, and (with the flag u) surrogates that stand without their other half. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unreadable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]/gu;
const readable = (text: string) => text.replace(unreadable, '').trim();

function inOrder(question: Question, codes: readonly string[]): string[] {
  const place = (code: string) => optionsOf(question).get(code)?.place ?? -1;
  return [...codes].sort((a, b) => place(a) - place(b));
}

/** What stands in the way of sending these answers; empty when nothing does. `visible`: where it is known already what was asked. */
export function problemsOf(q: Questionnaire, answers: Given, round: AskedRound, communities: ReadonlySet<string>, visible: readonly Question[] = visibleQuestions(q, answers, round)): AnswerProblem[] {
  const problems: AnswerProblem[] = unknownRows(q, answers).map((question) => ({ question, problem: 'invalid' }));
  for (const question of visible) {
    const problem = problemOf(question, own(answers, question.id), communities);
    if (problem !== null) problems.push({ question: question.id, problem });
  }
  return problems;
}

/** S10. */
function unknownRows(q: Questionnaire, answers: Given): string[] {
  const rows = Object.keys(answers).filter((id) => isRow({ id }));
  if (rows.length === 0) return [];
  const known = new Set(itemsOf(q).map(({ id }) => id));
  return rows.filter((id) => !known.has(id));
}

function problemOf(question: Question, value: AnswerValue | undefined, communities: ReadonlySet<string>): AnswerProblem['problem'] | null {
  if (value === undefined || isEmpty(value)) return question.optional ? null : 'missing';
  const options = optionsOf(question);
  switch (question.kind) {
    case 'community':
      return typeof value === 'string' && communities.has(value) ? null : 'invalid';
    case 'single':
      return typeof value === 'string' && options.has(value) ? null : 'invalid';
    case 'text':
      if (typeof value !== 'string') return 'invalid';
      // Counted as people see them: one emoji or rare character is one.
      return question.longest !== undefined && Array.from(value.trim()).length > question.longest ? 'too_long' : null;
    case 'grid':
      return 'invalid';
    case 'rank':
    case 'multiple': {
      if (typeof value === 'string' || new Set(value).size !== value.length || !value.every((code) => options.has(code))) return 'invalid';
      if (value.length > 1 && value.some((code) => options.get(code)!.option.exclusive)) return 'invalid';
      return question.most !== undefined && value.length > question.most ? 'too_many' : null;
    }
  }
}

/** The option code of the age band, or null if it was not answered. */
export const ageBand = (q: Questionnaire, answers: Given): string | null => chosen(own(answers, q.ageQuestion))[0] ?? null;

/** Whether the answer counts for the rate. */
export function isEligible(q: Questionnaire, answers: Given, method: Pick<MethodRules, 'eligibleResidence'>): boolean {
  const residence = chosen(own(answers, q.residenceQuestion))[0];
  return endedBy(q, answers) === null && ageBand(q, answers) !== null && residence !== undefined && method.eligibleResidence.includes(residence);
}

/** Who filled it in, from the codes `family` and `staff` of the filler question. */
export function modeOf(q: Questionnaire, answers: Given): { mode: Mode; proxy: boolean } {
  const filler = chosen(own(answers, q.fillerQuestion))[0];
  return { mode: filler === 'staff' ? 'assisted' : 'self', proxy: filler === 'family' };
}
