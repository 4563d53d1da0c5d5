/**
 * How the answers to each question are spread.
 *
 * D1 Shares are of those eligible who answered that question; of a multiple choice they can sum to more than 1.
 * D2 Only questions with options: never a community, never what somebody wrote. The rows of a grid and its rank are told as needs
 *    (needs.ts), not as spreads.
 * D3 Every option is listed in the questionnaire's order, also one that nobody chose.
 * D4 Questions about the person (age, household …) divide people and are not shown. Of those of opinion, the ones that everybody answers
 *    appear wherever the rate does; one that is put to some alone where those asked may appear (disclosure.ts).
 */
import type { Distribution } from '../types/contract/results';
import type { Question, Questionnaire } from '../types/rules';
import { itemsOf } from './questionnaire-items';
import type { QuestionCount } from './release-count';

/** D2. */
export const withOptions = (q: Questionnaire): Question[] => q.questions.filter(({ kind, options }) => options !== undefined && kind !== 'grid');

/** What is counted: the questions of D2, each row of a grid, and ranks. */
export const countedIn = (q: Questionnaire): Question[] => itemsOf(q).filter(({ options }) => options !== undefined);

/** D4: questions of the part that asks who somebody is. */
export const isAboutThePerson = (q: Questionnaire, question: Question): boolean => question.part === q.questions.find(({ id }) => id === q.ageQuestion)?.part;

/** D1, D3. */
export const distributionOf = ({ id, text, options = [] }: Question, count: QuestionCount): Distribution => ({
  question: id, text, n: count.n,
  options: options.map(({ code, text: words }, place) => ({ code, text: words, share: count.n === 0 ? 0 : count.options[place]! / count.n })),
});
