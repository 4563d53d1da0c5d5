/**
 * The demonstration's rounds, dated from the day they are made, all drawn by letters: one closed and released, so that an interval and
 * a verdict can be seen; one running; and a smaller one before them, for a few circles to be held against. The first two have posters
 * beside. Their answers go through the real action, at the times at which they would have come.
 */
import { monthsLater, startOfShanghaiDay } from '../../domain/calendar';
import type { FunctionDatabase, Handle } from '../../database/handle';
import { addRule, ruleHash } from '../../database/seed';
import { contractVersion } from '../../types/contract/version';
import { demoPlaces, method, plan, questionnaireA, retention } from '../../rules';
import type { Host } from '../host';
import { defineRound } from '../rounds/defineRound';
import { loadLetters } from '../letters/loadLetters';
import { letterOf } from '../letters/makeLetters';
import { demoAnswers } from './answers';
import { demoCensus } from './census';
import { codesBy, demoLetters, demoSample } from './letters';
import { demoRemarks } from './remarks';
import { chanceFrom, type Chance } from './random';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Share of its letters that a demonstration round aims at. */
const expectedResponse = 0.4;

export const runningDemoRound = 'demo-running';

interface DemoRound {
  readonly id: string; readonly title: string; /** Sent to each community. */ readonly letters: number; /** Share of the answers that come by letter. */ readonly byLetter: number; readonly opensAt: number; readonly closesAt: number; readonly releaseAt: number;
  /** When its list is sealed whole: the day's first seal of the one that runs. */
  readonly sealedAt: number;
  /** The circles that are asked; all where it is left out. */
  readonly circles?: readonly string[];
  /** Answers in each community of a circle, and how likely one is satisfied. */
  readonly answers: (circle: string) => { each: number; satisfied: number };
}

const circles: Record<string, { each: number; satisfied: number }> = {
  dongdajie: { each: 46, satisfied: 0.955 }, xidajie: { each: 36, satisfied: 0.92 }, xiguanjie: { each: 60, satisfied: 0.8 }, 'xuanwu-shiyiyuan': { each: 40, satisfied: 0.93 },
  'xuanwu-huangtai': { each: 38, satisfied: 0.9 }, huochezhanjie: { each: 40, satisfied: 0.91 }, dongguanjie: { each: 32, satisfied: 0.94 }, ronghuajie: { each: 14, satisfied: 0.9 },
};

/** One got better since, of the others it can't be told. */
const earlier: Record<string, { each: number; satisfied: number }> = {
  dongdajie: { each: 26, satisfied: 0.86 }, xidajie: { each: 28, satisfied: 0.9 }, xiguanjie: { each: 40, satisfied: 0.82 },
};

const circlesOf = ({ circles: asked }: DemoRound) => plan.circles.filter(({ id }) => asked === undefined || asked.includes(id));

export const demoRounds = (now: Date): readonly [closed: DemoRound, running: DemoRound, earlier: DemoRound] => {
  const today = startOfShanghaiDay(now.getTime());
  const closedEnd = today - 40 * dayMs;
  const earlierEnd = closedEnd - 90 * dayMs;
  return [
    {
      id: 'demo-closed', title: '上一轮满意度调查（演示）', letters: 110, byLetter: 0.8, opensAt: closedEnd - 25 * dayMs, closesAt: closedEnd, releaseAt: closedEnd + 2 * dayMs, sealedAt: closedEnd + 2 * dayMs,
      answers: (circle) => circles[circle] ?? { each: 20, satisfied: 0.9 },
    },
    {
      id: runningDemoRound, title: '本轮满意度调查（演示）', letters: 60, byLetter: 0.6, opensAt: today - 10 * dayMs, closesAt: today + 11 * dayMs, releaseAt: today + 13 * dayMs, sealedAt: Math.min(now.getTime(), today + 5 * 60_000),
      answers: (circle) => ({ each: Math.round((circles[circle]?.each ?? 20) * 0.45), satisfied: 0.88 }),
    },
    {
      id: 'demo-earlier', title: '上上轮满意度调查（演示）', letters: 90, byLetter: 1, opensAt: earlierEnd - 25 * dayMs, closesAt: earlierEnd, releaseAt: earlierEnd + 2 * dayMs, sealedAt: earlierEnd + 2 * dayMs,
      circles: Object.keys(earlier), answers: (circle) => earlier[circle]!,
    },
  ];
};

/** Writes the round's definition. */
export const addRound = async ({ database: { owner }, roundKeys, secrets }: Host, round: DemoRound) => {
  // interrupted before, the demonstration goes on with the round that is there
  if (await owner.selectFrom('lz.round').select('id').where('id', '=', round.id).executeTakeFirst()) return;
  const codes = [...new Set(circlesOf(round).flatMap(({ communities }) => communities))].sort();
  await roundKeys.destroy(round.id);
  const key = await roundKeys.make(round.id);
  const day = (days: number) => new Date(round.opensAt - days * dayMs);
  const sample = demoSample({ communities: codes, letters: round.letters, seedAt: day(4).toISOString() });
  const census = demoCensus(demoPlaces);
  await owner.transaction().execute(async (tx) => {
    await addRule(tx, census);
    await defineRound(tx, {
      definition: {
        id: round.id, title: round.title, source: 'drawn', sample, questionnaire: ruleHash(questionnaireA), method: ruleHash(method), census: ruleHash(census),
        opensAt: iso(round.opensAt), closesAt: iso(round.closesAt), graceHours: method.graceHours, keepUntil: monthsLater(iso(round.releaseAt), retention.rawMonths), releases: [{ kind: 'final', at: iso(round.releaseAt) }],
        communities: codes.map((code) => ({ code, target: Math.round(round.letters * expectedResponse) })), approval: questionnaireA.approval, demo: true,
      },
      key, publicKey: secrets.publicKey,
    }, day(6));
  });
  await loadLetters({ owner }, demoLetters({ id: round.id, sample }).list, day(3));
};

/**
 * Sends the answers through `survey.submit`, a community's in one transaction (on PGlite a transaction an
 * answer would take minutes). Sending them again changes nothing: ids and identities are fixed by the seed.
 */
export const sendAnswers = async (host: Host, round: DemoRound, now: Date, seed: number): Promise<number> => {
  const chance = chanceFrom(seed);
  const { definition } = await host.database.owner.selectFrom('lz.round').select('definition').where('id', '=', round.id).executeTakeFirstOrThrow();
  const codes = codesBy(demoLetters(definition!));
  let sent = 0;
  for (const circle of circlesOf(round)) {
    const { each, satisfied } = round.answers(circle.id);
    for (const community of circle.communities) {
      // a community in two circles is answered once, for the first
      if (plan.circles.find(({ communities }) => communities.includes(community)) !== circle) continue;
      const count = Math.max(3, Math.round(each * (0.75 + 0.5 * chance.next())));
      await host.database.as('survey').write((transaction) => sendFrom(host, round, { community, count, satisfied, codes: codes.get(community)!, before: sent }, { chance, now, on: sharing(transaction) }));
      sent += count;
    }
  }
  return sent;
};

export const sharing = (transaction: Handle): FunctionDatabase => ({ read: (work) => work(transaction), write: (work) => work(transaction) });

const sendFrom = async (
  host: Host, round: DemoRound, { community, count, satisfied, codes, before }: { community: string; count: number; satisfied: number; codes: readonly string[]; /** Answers sent so far. */ before: number },
  { chance, now, on }: { chance: Chance; now: Date; on: FunctionDatabase },
) => {
  let clock = new Date(round.opensAt);
  const submit = host.handlerAt('survey', () => clock, on);
  const until = Math.min(round.closesAt, round.sealedAt, now.getTime() - hourMs);
  for (let i = 0; i < count; i += 1) {
    clock = new Date(round.opensAt + Math.floor(chance.next() * (until - round.opensAt)));
    // the first letters are answered; whoever tries one takes the last
    const code = i < Math.round(count * round.byLetter) ? codes[i] : undefined;
    const source = code === undefined ? 'open' : 'drawn';
    const reply = await submit({
      action: 'submit', v: contractVersion,
      data: {
        submissionId: chance.uuid(), round: round.id, ticket: null, questionnaireHash: ruleHash(questionnaireA), community,
        ...(code === undefined ? {} : { letter: letterOf(code) }),
        answers: { ...demoAnswers(chance, questionnaireA, { source }, community, satisfied), ...remarkOf(before + i) }, seconds: 60 + 5 * chance.below(60),
      },
    }, `demo:${round.id}:${community}:${i}`);
    if (!reply.ok) throw new Error(`demonstration answer refused: ${reply.error.code} ${reply.error.field ?? ''}`);
  }
};

/** One answer in twelve has something to say, until all was said once. */
const remarkOf = (n: number): Record<string, string> => {
  const text = n % 12 === 0 ? demoRemarks[n / 12] : undefined;
  return text === undefined ? {} : { [questionnaireA.remarkQuestion]: text };
};

const iso = (ms: number) => new Date(ms).toISOString();
