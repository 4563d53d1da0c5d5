/**
 * Whole rounds from a synthetic population through the real action: how many answers a second, what the hourly seals, the final
 * release and the audit then cost, and whether the rate that is published is the rate that was put in.
 *
 * People are made for one day of the round at a time, so that their own weight does not stand in the memory that is measured.
 * The satisfied come twice as often as the others, and three in a hundred answers are forged, one of each kind: what is published
 * is the rate of those who answered, not that of the people, and the last line shows how far the two lie apart.
 */
import { makeRelease } from '../../cloudfunctions/clock/release';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { sha256Hex } from '../../cloudfunctions/runtime/hashing';
import { roundById } from '../../database/queries/rounds';
import { populate } from '../../domain/population';
import { forgedAnswers, honestAnswers, type SyntheticAnswer } from '../../domain/population-answers';
import { auditRound } from '../../local/audit/auditRound';
import { chanceFrom } from '../../local/demo/random';
import { method, plan, questionnaireA as questionnaire } from '../../rules';
import { addRound, noon, submission, valueOf, type World } from '../support/world';
import { peak, together, type Line, type Peak } from './measure';

const hour = 3_600_000;
const day = 24 * hour;
const days = 20;
const width = 8;
const seed = 20;
/** Midnight in Liangzhou. */
const opens = -25 * day - 12 * hour;
const closes = -2 * day;
const communities = [...new Set(plan.circles.flatMap((circle) => circle.communities))];

interface Truth { people: number; satisfied: number; scored: number; yes: number; n: number }

/** What comes on one day, by the hour, and the opinion of the people it comes from. */
const oneDay = (n: number, next: () => number) => {
  const round = { questionnaire, source: 'open', days: 1 } as const;
  const forged = Math.floor(n / 100);
  const people = populate({
    communities: communities.map((code, i) => ({ code, adults: Math.ceil((n * (2 + 0.1 * (i % 9))) / communities.length), elders: 0.2 + 0.02 * (i % 5), leaning: 0.1 * (i % 3) })),
    households: [0.17, 0.49, 0.19, 0.11, 0.03, 0.01], rate: 0.88, unclear: 0.05, leanings: { elders: 0.3, perAdult: -0.05, home: 0.6 },
  }, next);
  const answers: SyntheticAnswer[] = [
    ...(['staff', 'key', 'bot'] as const).flatMap((kind) => forgedAnswers(round, kind, kind === 'bot' ? communities : [communities[Math.floor(next() * communities.length)]!], forged, next)),
    ...honestAnswers(round, people, n - 3 * forged, ({ score }) => (score !== null && score >= 4 ? 0.9 : 0.45), next),
  ];
  return { answers: answers.sort((a, b) => a.hour - b.hour), people };
};

const scores = new Map(questionnaire.questions.find(({ id }) => id === questionnaire.headline)!.options!.map(({ code, score }) => [code, score ?? null]));
/** Counts from what was sent, apart from what the release does. */
const count = (truth: Truth, answers: readonly SyntheticAnswer[]) => {
  for (const { answers: given } of answers) {
    if (!method.eligibleResidence.includes(given[questionnaire.residenceQuestion] as string)) continue;
    const score = scores.get(given[questionnaire.headline!] as string) ?? null;
    truth.n += 1;
    truth.scored += score === null ? 0 : 1;
    truth.yes += score !== null && score >= 4 ? 1 : 0;
  }
};

export const benchFilling = async (world: World, sizes: readonly number[]): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const size of sizes) lines.push(...(await fill(world, size)));
  return lines;
};

const fill = async (world: World, size: number): Promise<Line[]> => {
  const { database } = world.host;
  const clock = database.as('clock');
  const id = `filled-${size}`;
  const { next } = chanceFrom(seed);
  await addRound(world.host, { id, source: 'open', opens, closes });
  const truth: Truth = { people: 0, satisfied: 0, scored: 0, yes: 0, n: 0 };
  const [taking, seals]: [number[], Peak[]] = [[], []];
  for (let today = 0, sent = 0; today < days; today += 1) {
    const { answers, people } = oneDay(size / days, next);
    count(truth, answers);
    truth.people += people.size;
    truth.satisfied += people.rate * people.size;
    for (let h = 0; h < 24; h += 1) {
      const coming = answers.filter((one) => one.hour === h);
      if (coming.length === 0) continue;
      const at = new Date(noon.getTime() + opens + today * day + h * hour);
      world.setNow(at);
      const from = sent;
      taking.push(await together(coming.length, width, async (i) => {
        const { community, answers: given, seconds } = coming[i]!;
        valueOf(await world.call(`${id}-${from + i}`, 'survey.submit', submission(community, { round: id, answers: given, seconds, reversed: i % 2 === 1, withdrawHash: sha256Hex(`${id} ${from + i}`) })));
      }));
      sent += coming.length;
      seals.push(await peak(() => clock.write((db) => sealRound(db, id, new Date(at.getTime() + hour)))));
    }
  }
  world.setNow(noon);
  await database.script('analyze lz.response; analyze lz.leaf; analyze lz.participation');

  const round = (await roundById(database.owner, id))!;
  const due = { round, kind: 'final' as const, at: round.releases[0]!.at };
  const releasing = await peak(() => clock.write((db) => makeRelease(db, due, noon)));
  let difference: string | null = 'not run';
  const auditing = await peak(async () => { difference = (await auditRound(database.owner, { round: id, kept: [] })).difference; });
  if (difference !== null) throw new Error(`the audit of the bench found: ${difference}`);

  const { release } = valueOf(await world.call('young', 'survey.results', { circle: plan.circles[0]!.id, release: `${id}-final-${due.at.slice(0, 10)}` }));
  const published = release!.district!;
  if (published.n !== truth.n || published.scored !== truth.scored || published.rate !== truth.yes / truth.scored) throw new Error(`published ${published.rate} of ${published.scored}, put in ${truth.yes / truth.scored} of ${truth.scored}`);

  const of = size.toLocaleString('en');
  const total = (values: readonly number[]) => values.reduce((sum, ms) => sum + ms, 0);
  const line = (what: string, measured: string): Line => ({ what: `${of} answers of synthetic people: ${what}`, measured, budget: 'reported', kept: null });
  const cost = ({ ms, mb }: Peak) => `${(ms / 1000).toFixed(1)} s, ${mb.toFixed(0)} MB at most`;
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  return [
    line('through survey.submit', `${((1000 * size) / total(taking)).toFixed(0)}/s, ${(total(taking) / 1000).toFixed(1)} s`),
    line(`their ${seals.length} seals, hour by hour`, `${(total(seals.map(({ ms }) => ms)) / 1000).toFixed(1)} s, the longest ${Math.max(...seals.map(({ ms }) => ms)).toFixed(0)} ms, ${Math.max(...seals.map(({ mb }) => mb)).toFixed(0)} MB at most`),
    line('their final release', cost(releasing)),
    line('their audit', cost(auditing)),
    { what: `${of} answers of synthetic people: the rate`, measured: `${percent(published.rate)} of ${published.scored.toLocaleString('en')} published, as put in; of all the people ${percent(truth.satisfied / truth.people)}`, budget: 'published = put in', kept: true },
  ];
};
