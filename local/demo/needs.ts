/**
 * The demonstration's rounds about 有什么、缺什么, open to whoever scans a poster: one closed and released in three circles, one that runs in
 * all. Their answers go through the real action, at the times at which they would have come.
 */
import { monthsLater, startOfShanghaiDay } from '../../domain/calendar';
import { ruleHash } from '../../database/seed';
import { contractVersion } from '../../types/contract/version';
import { method, plan, questionnaireB, retention } from '../../rules';
import type { Host } from '../host';
import { defineRound } from '../rounds/defineRound';
import { demoAnswers } from './answers';
import { chanceFrom } from './random';
import { sharing } from './rounds';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

interface NeedsRound {
  readonly id: string; readonly title: string; readonly opensAt: number; readonly closesAt: number; readonly releaseAt: number; readonly sealedAt: number;
  readonly communities: readonly string[];
  /** Answers of each community. */
  readonly each: number;
}

const communitiesIn = (circles: readonly string[] | null) =>
  [...new Set(plan.circles.filter(({ id }) => circles === null || circles.includes(id)).flatMap(({ communities }) => communities))].sort();

export const demoNeedsRounds = (now: Date): readonly NeedsRound[] => {
  const today = startOfShanghaiDay(now.getTime());
  const end = today - 34 * dayMs;
  return [
    { id: 'demo-needs-closed', title: '上一轮“有什么、缺什么”（演示）', opensAt: end - 20 * dayMs, closesAt: end, releaseAt: end + 2 * dayMs, sealedAt: end + 2 * dayMs, communities: communitiesIn(['dongdajie', 'xidajie', 'xiguanjie']), each: 9 },
    { id: 'demo-needs-running', title: '“有什么、缺什么”（演示）', opensAt: today - 6 * dayMs, closesAt: today + 15 * dayMs, releaseAt: today + 17 * dayMs, sealedAt: Math.min(now.getTime(), today + 5 * 60_000), communities: communitiesIn(null), each: 3 },
  ];
};

export const addNeedsRound = async ({ database: { owner }, roundKeys, secrets }: Host, round: NeedsRound): Promise<void> => {
  if (await owner.selectFrom('lz.round').select('id').where('id', '=', round.id).executeTakeFirst()) return;
  await roundKeys.destroy(round.id);
  const key = await roundKeys.make(round.id);
  const iso = (ms: number) => new Date(ms).toISOString();
  await owner.transaction().execute((tx) => defineRound(tx, {
    definition: {
      id: round.id, title: round.title, source: 'open', questionnaire: ruleHash(questionnaireB), method: ruleHash(method), census: null, opensAt: iso(round.opensAt), closesAt: iso(round.closesAt),
      graceHours: method.graceHours, keepUntil: monthsLater(iso(round.releaseAt), retention.rawMonths), releases: [{ kind: 'final', at: iso(round.releaseAt) }],
      communities: round.communities.map((code) => ({ code, target: method.communityTarget })), approval: questionnaireB.approval, demo: true,
    },
    key, publicKey: secrets.publicKey,
  }, new Date(round.opensAt - dayMs)));
};

/** Sending them again changes nothing: ids and identities are fixed by the seed. */
export const sendNeeds = async (host: Host, round: NeedsRound, now: Date, seed: number): Promise<void> => {
  const chance = chanceFrom(seed);
  const until = Math.min(round.closesAt, round.sealedAt, now.getTime() - hourMs);
  for (const community of round.communities) {
    await host.database.as('survey').write(async (transaction) => {
      let clock = new Date(round.opensAt);
      const submit = host.handlerAt('survey', () => clock, sharing(transaction));
      for (let i = 0; i < round.each; i += 1) {
        clock = new Date(round.opensAt + Math.floor(chance.next() * (until - round.opensAt)));
        const data = {
          submissionId: chance.uuid(), round: round.id, ticket: null, questionnaireHash: ruleHash(questionnaireB), community,
          answers: demoAnswers(chance, questionnaireB, { source: 'open' }, community, 0.8), seconds: 120 + 5 * chance.below(60),
        };
        const reply = await submit({ action: 'submit', v: contractVersion, data }, `demo:${round.id}:${community}:${i}`);
        if (!reply.ok) throw new Error(`demonstration answer refused: ${reply.error.code} ${reply.error.field ?? ''}`);
      }
    });
  }
};
