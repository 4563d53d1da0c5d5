/** What a round costs to seal, to release and to audit, by the hundred thousand answers, and the memory it takes. */
import { sql } from 'kysely';
import { figuresOf } from '../../cloudfunctions/clock/release';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { leafOf, sha256 } from '../../cloudfunctions/runtime/hashing';
import { answerText, commitmentText } from '../../domain/leaf';
import { sealTimes } from '../../database/queries/releases';
import { roundById } from '../../database/queries/rounds';
import { auditRound } from '../../local/audit/auditRound';
import { plan } from '../../rules';
import { onPostgres } from '../support/testDatabase';
import { addRound, noon, questionnaireHash, wholeAnswers, type World } from '../support/world';
import { peak, timed, type Line, type Peak } from './measure';

const hour = 3_600_000;
const communities = [...new Set(plan.circles.flatMap((circle) => circle.communities))];
const scale = ['very-satisfied', 'satisfied', 'satisfied', 'very-satisfied', 'neutral', 'satisfied', 'dissatisfied', 'very-satisfied', 'unclear', 'satisfied'];

/** Whole answers with true leaves, written in bulk where the action would have put them. */
const addAnswers = async ({ host: { database } }: World, round: string, from: number, count: number) => {
  const rows = Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const community = communities[n % communities.length]!;
    const { A18: _remark, ...answers } = wholeAnswers(community, { A6: scale[n % scale.length]!, A7: scale[(n * 7) % scale.length]!, A4b: String(1 + (n % 4)) });
    const salt = sha256(`salt ${n}`).subarray(0, 16);
    const withdrawHash = sha256(`withdraw ${n}`);
    const commitment = sha256(commitmentText(salt, { answers, seconds: 120, reversed: n % 2 === 0 }));
    return {
      leaf: leafOf(answerText({ round, questionnaire: questionnaireHash, community, source: 'drawn', commitment, withdrawHash })).toString('hex'), salt: salt.toString('hex'),
      withdraw_hash: withdrawHash.toString('hex'), tag: sha256(`tag ${n}`).toString('hex'), community, answers, reversed: n % 2 === 0,
    };
  });
  await sql`with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(leaf text, salt text, withdraw_hash text, tag text, community text, answers jsonb, reversed boolean)),
    took_part as (insert into lz.participation select ${round}, decode(tag, 'hex'), decode(tag, 'hex') from given),
    counted as (insert into lz.tally_inbox (round_id, community_code, day, source) select ${round}, community, date '2026-11-18', 'drawn' from given)
    insert into lz.response_inbox select decode(leaf, 'hex'), decode(salt, 'hex'), decode(withdraw_hash, 'hex'), ${round}, community, '70-79', true, 'drawn', 'self', false, ${questionnaireHash},
      answers, 120, reversed, null from given`.execute(database.owner);
};

export const benchSealing = async (world: World, total: number): Promise<Line[]> => {
  const { database } = world.host;
  const id = 'bench-seals';
  await addRound(world.host, { id, source: 'drawn', opens: -10 * 24 * hour, closes: -30 * hour });
  for (let made = 0; made < total; made += 2000) await addAnswers(world, id, made, Math.min(2000, total - made));
  await database.script('analyze lz.response_inbox; analyze lz.participation');
  const clock = database.as('clock');
  const sealing = await peak(() => clock.write((db) => sealRound(db, id, noon)));
  await database.script('analyze lz.response; analyze lz.leaf');
  await addAnswers(world, id, total, 10);
  const next = await timed(() => clock.write((db) => sealRound(db, id, noon)));
  const round = (await roundById(database.owner, id))!;
  const releasing = await peak(() => clock.write(async (db) => figuresOf(db, { round, kind: 'final', at: round.releases[0]!.at }, await sealTimes(db, id))));
  let difference: string | null = 'not run';
  const auditing = await peak(async () => { difference = (await auditRound(database.owner, { round: id, kept: [] })).difference; });
  if (difference !== null) throw new Error(`the audit of the bench found: ${difference}`);
  const of = total.toLocaleString('en');
  const line = (what: string, { ms, mb }: Peak, budget: string, kept: boolean | null): Line =>
    ({ what: `${what}, ${of} answers`, measured: `${(ms / 1000).toFixed(1)} s, ${mb.toFixed(0)} MB at most`, budget, kept });
  return [
    line('one seal over', sealing, 'reported', null),
    { what: `the next seal, ten answers more, after ${of}`, measured: `${next.toFixed(0)} ms`, budget: 'reported', kept: null },
    line('a release from', releasing, 'reported', null),
    // the budget is for a million; the embedded database alone takes more than that
    total >= 1_000_000 && onPostgres ? line('audit of', auditing, 'audit ≤ 300 MB for a million', auditing.mb <= 300) : line('audit of', auditing, 'reported', null),
  ];
};
