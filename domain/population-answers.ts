/**
 * What people of the synthetic population send: honest answers, and forged ones of each kind.
 *
 * Q1 An honest answer has the opinion of its adult on the headline question, and others near it; one in six ticks all alike.
 *    It takes her time: about nine seconds a question, some four and some thirty.
 * Q2 Honest answers come by day, mostly at noon and in the evening; a part of the old ones in groups, at a table of the community.
 * Q3 Staff who fill in for residents: all content, seconds a question, dozens in an hour, in one community.
 * Q4 An answer key: real people of one community, at their own speed, who tick what the message said, within hours of it.
 * Q5 A bot: content answers of any community, spread over all hours, faster than reading.
 */
import type { Source } from '../types/contract/shared';
import type { Answers } from '../types/contract/survey';
import type { Question, Questionnaire } from '../types/rules';
import { normal, type Adult, type Household, type Population, type Random } from './population';
import { visibleQuestions } from './questionnaire';

export type Forger = 'staff' | 'key' | 'bot';
export interface SyntheticAnswer {
  readonly community: string;
  readonly by: 'honest' | Forger;
  readonly answers: Answers;
  /** Rounded to 5. */
  readonly seconds: number;
  /** Hour of the round, which is the seal that takes it in. */
  readonly hour: number;
}
/** The round they are sent to. */
export interface SyntheticRound {
  readonly questionnaire: Questionnaire;
  readonly source: Source;
  readonly days: number;
}

/** How likely the adult is to answer a poster: X3 of simulate.ts, as people would. */
export type Willing = (adult: Adult) => number;

/** Q1, Q2: `n` honest answers, an adult never twice. `willing`: 0 … 1; throws RangeError where fewer than n come. */
export function honestAnswers(round: SyntheticRound, population: Population, n: number, willing: Willing, random: Random): SyntheticAnswer[] {
  const homes = population.communities.flatMap(({ code, households }) => households.map((household) => ({ code, household })));
  shuffle(homes, random);
  const sent: SyntheticAnswer[] = [];
  for (const { code, household } of homes) {
    for (const adult of household.adults) {
      if (sent.length === n) return sent;
      if (random() < willing(adult)) sent.push(honestAnswer(round, code, household, adult, random));
    }
  }
  if (sent.length < n) throw new RangeError(`honestAnswers: only ${sent.length} of ${n} came`);
  return sent;
}

function honestAnswer(round: SyntheticRound, community: string, household: Household, adult: Adult, random: Random): SyntheticAnswer {
  const alike = random() < 1 / 6;
  const near = () => (alike || random() < 0.5 ? 0 : random() < 0.6 ? -1 : 1);
  const scale = (question: Question) => {
    if (question.id === round.questionnaire.headline) return adult.score;
    return random() < 0.04 && !alike ? null : Math.min(5, Math.max(1, (adult.score ?? 3) + near()));
  };
  const answers = fill(round, community, { adult, household: household.adults.length, filler: adult.band === '60-up' && random() < 0.3 ? 'family' : 'self', scale }, random);
  const old = adult.band === '60-up';
  const perQuestion = Math.max(1.5, Math.exp(Math.log(old ? 12 : 8.5) + 0.42 * normal(random)));
  return finish(round, { community, by: 'honest', answers, perQuestion, hour: old && random() < 0.2 ? tableHour(round, community, random) : dayHour(round, random) });
}

/** Q3–Q5: `n` forged answers; staff and key of the first community given, bots of all. */
export function forgedAnswers(round: SyntheticRound, by: Forger, communities: readonly string[], n: number, random: Random): SyntheticAnswer[] {
  const start = dayHour(round, random);
  return Array.from({ length: n }, (_, i): SyntheticAnswer => {
    const adult: Adult = { band: random() < 0.25 ? '60-up' : '18-59', score: random() < 0.9 ? 5 : 4 };
    const community = by === 'bot' ? communities[Math.floor(random() * communities.length)]! : communities[0]!;
    const scale = () => (by === 'key' ? 5 : by === 'staff' ? (random() < 0.92 ? 5 : 4) : random() < 0.6 ? 5 : 4);
    const answers = fill(round, community, { adult, household: 1 + Math.floor(random() * 3), filler: 'self', scale }, random);
    if (by === 'staff') return finish(round, { community, by, answers, perQuestion: 1 + 1.5 * random(), hour: start + Math.floor(i / 40) });
    if (by === 'key') return finish(round, { community, by, answers, perQuestion: Math.exp(Math.log(5) + 0.4 * normal(random)), hour: start + Math.floor(-3 * Math.log(1 - random())) });
    return finish(round, { community, by, answers, perQuestion: 0.2 + random(), hour: Math.floor(random() * 24 * round.days) });
  });
}

interface Draft extends Omit<SyntheticAnswer, 'seconds'> {
  readonly perQuestion: number;
}
const finish = (round: SyntheticRound, { perQuestion, ...draft }: Draft): SyntheticAnswer => ({
  ...draft, hour: Math.min(draft.hour, 24 * round.days - 1), seconds: 5 * Math.round((perQuestion * Object.keys(draft.answers).length) / 5),
});

/** Half at noon or in the evening, the rest between 7 and 22. */
function dayHour({ days }: SyntheticRound, random: Random): number {
  const day = Math.floor(random() * days);
  const hour = random() < 0.5 ? (random() < 0.4 ? 12 : 19) + Math.floor(2 * random()) : 7 + Math.floor(15 * random());
  return 24 * day + hour;
}
/** Each community sets up its table on one day of the round, from 9 to 12; who helps needs minutes for each. */
const tableHour = ({ days }: SyntheticRound, community: string, random: Random): number => 24 * (sumOfCodes(community) % days) + 9 + Math.floor(3 * random());
const sumOfCodes = (text: string) => Array.from(text).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

interface Person {
  readonly adult: Adult;
  /** Adults at home. */
  readonly household: number;
  readonly filler: 'self' | 'family' | 'staff';
  readonly scale: (question: Question) => number | null;
}

/** Answers to all that is asked of this person. */
function fill({ questionnaire: q, source }: SyntheticRound, community: string, person: Person, random: Random): Answers {
  const answers: Answers = {};
  // an answer can bring up further questions
  for (;;) {
    const open = visibleQuestions(q, answers, { source }).filter(({ id, kind }) => !(id in answers) && kind !== 'text');
    if (open.length === 0) return answers;
    for (const question of open) answers[question.id] = answerTo(q, question, community, person, random);
  }
}

function answerTo(q: Questionnaire, question: Question, community: string, person: Person, random: Random): string | string[] {
  const options = question.options ?? [];
  const pick = (codes: readonly string[]) => codes[Math.floor(random() * codes.length)]!;
  if (question.kind === 'community') return community;
  if (question.id === q.ageQuestion) return pick(person.adult.band === '60-up' ? ['60-69', '60-69', '70-79', '80-up'] : ['18-34', '35-49', '50-59']);
  if (question.id === q.residenceQuestion) return random() < 0.93 ? 'over-3-years' : pick(options.map(({ code }) => code));
  if (question.id === q.fillerQuestion) return person.filler;
  if (question.id === 'A4b') return person.household >= 5 ? '5-up' : String(person.household);
  if (options.some(({ score }) => typeof score === 'number')) {
    const score = person.scale(question);
    return options.find((option) => option.score === score)!.code;
  }
  if (question.kind === 'multiple') return several(question, random);
  return pick(options.map(({ code }) => code));
}

function several({ options = [], most }: Question, random: Random): string[] {
  const exclusive = options.filter((option) => option.exclusive);
  if (exclusive.length > 0 && random() < 0.4) return [exclusive[0]!.code];
  const chosen = options.filter((option) => !option.exclusive && random() < 0.2).slice(0, most);
  return (chosen.length > 0 ? chosen : options.filter((option) => !option.exclusive).slice(0, 1)).map(({ code }) => code);
}

function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
