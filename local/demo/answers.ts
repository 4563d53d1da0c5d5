/** An invented resident's answers to a questionnaire: the right questions, plausible choices, a given leaning. */
import { visibleQuestions } from '../../domain/questionnaire';
import { isRow } from '../../domain/questionnaire-items';
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
  if (question.kind === 'rank') return wishesAmong(chance, question);
  if (isRow(question) && options.some(({ code }) => code === 'enough')) return hasAnswer(chance, question.id.slice(question.id.indexOf('-') + 1));
  if (question.kind === 'multiple') {
    const first = chance.pick(options);
    if (first.exclusive) return [first.code];
    const others = options.filter((option) => !option.exclusive && option !== first && chance.happens(0.15));
    return [first, ...others].slice(0, question.most ?? 3).map(({ code }) => code);
  }
  // who one is is asked alike in both questionnaires
  const own = weights[`A${question.id.slice(1)}`];
  if (!own) return chance.pick(options).code;
  let left = chance.next() * options.reduce((sum, { code }) => sum + (own[code] ?? 0), 0);
  return (options.find(({ code }) => (left -= own[code] ?? 0) < 0) ?? options[options.length - 1]!).code;
};

/** How likely a format is missing, not good enough, or not known; others are mostly there. */
const scarce: Readonly<Record<string, readonly [none: number, lacking: number, unclear: number]>> = {
  canteen: [0.62, 0.14, 0.12], 'elder-care': [0.44, 0.16, 0.3], repair: [0.36, 0.3, 0.05], recycling: [0.34, 0.2, 0.14], bookshop: [0.3, 0.06, 0.55], childcare: [0.2, 0.12, 0.62], 'wet-market': [0.12, 0.34, 0.02], breakfast: [0.06, 0.22, 0.02],
  housekeeping: [0.18, 0.06, 0.6], education: [0.08, 0.1, 0.66], fitness: [0.28, 0.14, 0.36], leisure: [0.14, 0.1, 0.3],
};

const hasAnswer = (chance: Chance, format: string): string => {
  const [none, lacking, unclear] = scarce[format] ?? [0.03, 0.08, 0.04];
  const drawn = chance.next();
  return drawn < none ? 'none' : drawn < none + lacking ? 'lacking' : drawn < none + lacking + unclear ? 'unclear' : 'enough';
};

/** What is scarce is wished for; one in eight wishes for nothing. */
const wishesAmong = (chance: Chance, { options = [], most = 1 }: Question): string[] =>
  chance.happens(0.12) ? [] : options.map(({ code }) => ({ code, wish: (scarce[code]?.[0] ?? 0.03) + 0.35 * chance.next() })).sort((a, b) => b.wish - a.wish).slice(0, most).map(({ code }) => code);

const scaleAnswer = (chance: Chance, question: Question, satisfied: number): string => {
  const byScore = (score: number | null) => question.options?.find((option) => option.score === score)?.code ?? '';
  if (chance.happens(0.03)) return byScore(null);
  if (chance.happens(satisfied)) return byScore(chance.happens(0.58) ? 5 : 4);
  return byScore(chance.happens(0.6) ? 3 : chance.happens(0.7) ? 2 : 1);
};
