/** An invented resident's answers to a questionnaire: the right questions, plausible choices, a given leaning. */
import { visibleQuestions } from '../../domain/questionnaire';
import type { Answers } from '../../types/contract/survey';
import type { Question, Questionnaire } from '../../types/rules';
import type { Chance } from './random';

/** `satisfied`: how likely she is to be satisfied with a thing, 0 … 1. */
export const demoAnswers = (chance: Chance, q: Questionnaire, round: { source: 'drawn' | 'open' }, community: string, satisfied: number): Answers => {
  const answers: Answers = {};
  for (let asked = visibleQuestions(q, answers, round); ; asked = visibleQuestions(q, answers, round)) {
    const next = asked.find((question) => !(question.id in answers) && question.kind !== 'text');
    if (!next) return answers;
    answers[next.id] = next.kind === 'community' ? community : answerTo(chance, q, next, satisfied);
  }
};

const weights: Record<string, Record<string, number>> = {
  A2: { 'under-18': 0, '18-34': 20, '35-49': 26, '50-59': 22, '60-69': 18, '70-79': 10, '80-up': 4 },
  A3: { 'under-6-months': 2, '6-to-12-months': 5, '1-to-3-years': 18, 'over-3-years': 72, 'works-nearby': 3 },
  A4: { self: 86, family: 9, staff: 5 },
  'A4b': { 1: 14, 2: 52, 3: 20, 4: 11, '5-up': 3 },
};

const answerTo = (chance: Chance, q: Questionnaire, question: Question, satisfied: number): string | string[] => {
  const options = question.options ?? [];
  if (options.some(({ score }) => typeof score === 'number')) return scaleAnswer(chance, question, question.id === q.headline ? satisfied : satisfied - 0.06);
  if (question.kind === 'multiple') {
    const first = chance.pick(options);
    if (first.exclusive) return [first.code];
    const others = options.filter((option) => !option.exclusive && option !== first && chance.happens(0.15));
    return [first, ...others].slice(0, question.most ?? 3).map(({ code }) => code);
  }
  const own = weights[question.id];
  if (!own) return chance.pick(options).code;
  let left = chance.next() * options.reduce((sum, { code }) => sum + (own[code] ?? 0), 0);
  return (options.find(({ code }) => (left -= own[code] ?? 0) < 0) ?? options[options.length - 1]!).code;
};

const scaleAnswer = (chance: Chance, question: Question, satisfied: number): string => {
  const byScore = (score: number | null) => question.options?.find((option) => option.score === score)?.code ?? '';
  if (chance.happens(0.03)) return byScore(null);
  if (chance.happens(satisfied)) return byScore(chance.happens(0.58) ? 5 : 4);
  return byScore(chance.happens(0.6) ? 3 : chance.happens(0.7) ? 2 : 1);
};
