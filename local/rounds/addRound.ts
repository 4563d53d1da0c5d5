/** Adds a checked round, with the newest questionnaire and method; the audit line stands in the same transaction. Never demonstration data. */
import { sql } from 'kysely';
import type { Handle } from '../../database/handle';
import { monthsLater } from '../../domain/calendar';
import { allPlaces } from '../../database/queries/places';
import { circlesAsking } from '../../database/queries/releases';
import { latestRule, versionsOf } from '../../database/queries/rules';
import type { CensusTable, MethodBody, Questionnaire, RetentionRules } from '../../types/rules';
import { StartError } from '../config';
import type { Host } from '../host';
import { hex } from '../../domain/leaf';
import { methodOf } from '../../domain/method';
import { questionnaireOf, topicOf } from '../../domain/topic';
import { targetsOf, type Planned } from '../../domain/targets';
import { checkRound, finalAt, type FrameSummary, type Known } from './checkRound';
import { defineRound } from './defineRound';
import { planSample } from './planSample';
import type { RoundFile } from './roundFile';

export type RoundOutput =
  | { readonly added: null; readonly problems: readonly string[] }
  | { readonly added: Added };
export interface Added {
  readonly communities: number;
  /** Of each community; the largest where they differ. */
  readonly target: number;
  /** Where the communities share the answers by their people. */
  readonly planned: Planned | null;
  /** Letters to send; null where none are sent from a frame. */
  readonly letters: number | null;
  /** Names of communities that get fewer letters than wanted: their frame has no more households. */
  readonly short: readonly string[];
  /** The census table, in words. */
  readonly census: string | null;
  /** Until when answers are kept in full, and where that is from. */
  readonly keepUntil: string;
  readonly keepFrom: string;
  readonly graceHours: number;
  /** As the phones will show them. */
  readonly questionnaire: string;
  readonly method: string;
  /** The instant from which the final figures can be made: closing and grace, or later. */
  readonly finalAt: string;
  /** The root of the first seal, over the definition: to be posted where nobody here can change it. */
  readonly root: string;
}

/** A round's file, with what is told of the frame that it names. */
export type RoundInput = RoundFile & { readonly frame?: FrameSummary | undefined };

export const addRound = async (host: Pick<Host, 'database' | 'roundKeys' | 'secrets'>, round: RoundInput, now: Date): Promise<RoundOutput> => {
  let made = false;
  try {
    return await written(host, round, now, () => { made = true; });
  } catch (error) {
    // a key without its round would stand in the way of the next try
    if (made) await host.roundKeys.destroy(round.id);
    throw error;
  }
};

const written = ({ database, roundKeys, secrets }: Pick<Host, 'database' | 'roundKeys' | 'secrets'>, round: RoundInput, now: Date, onKey: () => void): Promise<RoundOutput> =>
  database.owner.transaction().execute(async (tx) => {
    // two rounds checked at once would each not see the other
    await sql`select pg_advisory_xact_lock(hashtext('lz.round'))`.execute(tx);
    const questionnaire = (await latestRule<Questionnaire>(tx, questionnaireOf[round.topic ?? 'satisfaction'])) ?? notLoaded();
    const method = (await latestRule<MethodBody>(tx, 'method')) ?? notLoaded();
    const retention = (await latestRule<RetentionRules>(tx, 'retention')) ?? notLoaded();
    const tables = await versionsOf<CensusTable>(tx, 'census');
    const all = await known(tx, now, tables, method.body.graceHours);
    const { communities, problems } = checkRound(round, all);
    if (problems.length > 0) return { added: null, problems };
    const census = round.census === undefined ? null : tables.get(round.census)!;
    const circles = await circlesAsking(tx, communities);
    const targets = targetsOf({ ...round, circles, census: census?.body ?? null, method: method.body });
    const planned = round.sample ? planSample(round.sample, { communities, circles, frame: round.frame, method: methodOf(method.body), census: census?.body ?? null }) : null;
    const releasedAt = finalAt(round, method.body.graceHours);
    const keepUntil = round.keepUntil ?? monthsLater(releasedAt, retention.body.rawMonths);

    const key = await roundKeys.make(round.id);
    onKey();
    const seal = await defineRound(tx, {
      definition: {
        id: round.id, title: round.title, source: round.source, questionnaire: questionnaire.hash, method: method.hash, census: census?.hash ?? null, opensAt: round.opensAt, closesAt: round.closesAt,
        graceHours: method.body.graceHours, keepUntil, releases: round.releases, communities: communities.map((code) => ({ code, target: targets.of(code) })), approval: questionnaire.body.approval, demo: false,
        ...(planned ? { sample: planned.sample } : {}),
      },
      key, publicKey: secrets.publicKey,
    }, now);
    const target = Math.max(...communities.map(targets.of));
    await tx.insertInto('lz.audit').values({
      at: now.toISOString(), actor: 'console', action: 'round.added', subject: round.id,
      detail: JSON.stringify({ ...round, communities, target, keepUntil, questionnaire: questionnaire.hash, method: method.hash, census: census?.hash ?? null }),
    }).execute();
    return {
      added: {
        communities: communities.length, target, planned: targets.planned, letters: planned?.sample.from === 'frame' ? planned.sample.letters.reduce((sum, one) => sum + one.letters, 0) : null,
        short: (planned?.short ?? []).map((code) => all.communities.get(code)?.name ?? code), graceHours: method.body.graceHours, finalAt: releasedAt, keepUntil,
        keepFrom: round.keepUntil === undefined ? `最终公布后 ${retention.body.rawMonths} 个月，${retention.body.source}（${retention.body.status}）` : '轮次文件',
        census: census && `${census.body.source}（版本 ${census.body.version}，${census.body.status}，${census.body.verified ? '核实过' : '没有核实'}）`,
        root: hex(seal.root),
        questionnaire: `${questionnaire.body.title}（版本 ${questionnaire.body.version}，${questionnaire.body.status}）`,
        method: `${method.body.title}（版本 ${method.body.version}，${method.body.status}）`,
      },
    };
  });

const notLoaded = (): never => {
  throw new StartError('数据库里还没有问卷或算法的规则。请先运行 npm run migrate，或启动一次服务器。');
};

const known = async (tx: Handle, now: Date, tables: ReadonlyMap<string, { readonly body: CensusTable }>, graceHours: number): Promise<Known> => {
  const streets = await allPlaces(tx);
  const rounds = await tx.selectFrom('lz.round as r').innerJoin('lz.rule_version as q', 'q.hash', 'r.questionnaire_hash').select(['r.id', 'r.title', 'r.opens_at', 'r.closes_at', 'q.kind']).execute();
  const asked = await tx.selectFrom('lz.round_community').select(['round_id', 'community_code']).execute();
  return {
    now, graceHours,
    censuses: new Map([...tables].map(([version, { body }]) => [version, body])),
    communities: new Map(streets.flatMap(({ communities }) => communities.map(({ code, name, circles }) => [code, { name, circles: circles.map(({ id }) => id) }]))),
    circles: (await tx.selectFrom('lz.circle').select('id').orderBy('position').execute()).map(({ id }) => id),
    rounds: rounds.map(({ id, title, opens_at, closes_at, kind }) => ({
      id, title, topic: topicOf({ kind }), opensAt: opens_at, closesAt: closes_at, communities: asked.filter(({ round_id }) => round_id === id).map(({ community_code }) => community_code),
    })),
  };
};
