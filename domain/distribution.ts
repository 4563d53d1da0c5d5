/**
 * How the answers to each question are spread.
 *
 * S1 Shares are of those eligible who answered that question; of a multiple choice they can sum to more than 1.
 * S2 A question that fewer than the smallest cell answered is left out.
 * S3 Only questions with options: never a community, never what somebody wrote.
 * S4 Every option is listed in the questionnaire's order, also one that nobody chose.
 */
import type { Answers, Distribution } from '../types/contract/survey';
import type { MethodRules, Question, Questionnaire } from '../types/rules';
import { isEligible } from './questionnaire';

/** One distribution for each question that enough people answered. */
export function distributionsOf(q: Questionnaire, method: MethodRules, responses: readonly Answers[]): Distribution[] {
  const eligible = responses.filter((answers) => isEligible(q, answers, method));
  return q.questions.flatMap((question) => {
    const spread = distributionOf(question, eligible);
    return spread !== null && spread.n >= method.smallestCell ? [spread] : [];
  });
}

function distributionOf(question: Question, responses: readonly Answers[]): Distribution | null {
  const { options } = question;
  if (options === undefined) return null;
  const counts = new Map(options.map(({ code }) => [code, 0]));
  let n = 0;
  for (const answers of responses) {
    const value = answers[question.id];
    const codes = new Set((typeof value === 'string' ? [value] : (value ?? [])).filter((code) => counts.has(code)));
    if (codes.size > 0) n += 1;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return {
    question: question.id,
    text: question.text,
    n,
    options: options.map(({ code, text }) => ({ code, text, share: n === 0 ? 0 : (counts.get(code) ?? 0) / n })),
  };
}
