/** Adds a checked round, with the newest questionnaire and method; the audit line stands in the same transaction. Never demonstration data. */
import { sql } from 'kysely';
import type { Handle } from '../../database/handle';
import { allPlaces } from '../../database/queries/places';
import { latestRule } from '../../database/queries/rules';
import { methodOf } from '../../domain/method';
import type { MethodBody, Questionnaire } from '../../types/rules';
import { StartError } from '../config';
import type { Host } from '../host';
import { hex } from '../../domain/leaf';
import { checkRound, type FrameSummary, type Known } from './checkRound';
import { circlesOf, defineRound } from './defineRound';
import { planSample } from './planSample';
import type { RoundFile } from './roundFile';

export type RoundOutput =
  | { readonly added: null; readonly problems: readonly string[] }
  | { readonly added: Added };
export interface Added {
  readonly communities: number;
  /** Answers to aim at, in all. */
  readonly target: number;
  /** Letters to send; null where none are sent from a frame. */
  readonly letters: number | null;
  /** Names of communities that get fewer letters than wanted: their frame has no more households. */
  readonly short: readonly string[];
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
    const all = await known(tx, now);
    const { communities, problems } = checkRound(round, all);
    if (problems.length > 0) return { added: null, problems };
    const questionnaire = (await latestRule<Questionnaire>(tx, 'questionnaire-a')) ?? notLoaded();
    const method = (await latestRule<MethodBody>(tx, 'method')) ?? notLoaded();
    const planned = round.sample ? planSample(round.sample, { communities, circles: await circlesOf(tx, communities), frame: round.frame, method: methodOf(method.body), census: null }) : null;
    const targets = communities.map((code) => ({ code, target: round.target ?? planned?.targets.get(code) ?? method.body.communityTarget }));
    const target = targets.reduce((sum, one) => sum + one.target, 0);

    const key = await roundKeys.make(round.id);
    onKey();
    const seal = await defineRound(tx, {
      definition: {
        id: round.id, title: round.title, source: round.source, questionnaire: questionnaire.hash, method: method.hash, census: null, opensAt: round.opensAt, closesAt: round.closesAt,
        graceHours: method.body.graceHours, releases: round.releases, communities: targets, approval: questionnaire.body.approval, demo: false, ...(planned ? { sample: planned.sample } : {}),
      },
      key, publicKey: secrets.publicKey,
    }, now);
    await tx.insertInto('lz.audit').values({
      at: now.toISOString(), actor: 'console', action: 'round.added', subject: round.id,
      detail: JSON.stringify({ ...round, communities: targets, questionnaire: questionnaire.hash, method: method.hash }),
    }).execute();
    const graceEnds = Date.parse(round.closesAt) + method.body.graceHours * 3_600_000;
    const wanted = Date.parse(round.releases.find(({ kind }) => kind === 'final')!.at);
    return {
      added: {
        communities: communities.length, target, letters: planned?.sample.from === 'frame' ? planned.sample.letters.reduce((sum, one) => sum + one.letters, 0) : null,
        short: (planned?.short ?? []).map((code) => all.communities.get(code)?.name ?? code), graceHours: method.body.graceHours, finalAt: new Date(Math.max(graceEnds, wanted)).toISOString(),
        root: hex(seal.root),
        questionnaire: `${questionnaire.body.title}（版本 ${questionnaire.body.version}，${questionnaire.body.status}）`,
        method: `${method.body.title}（版本 ${method.body.version}，${method.body.status}）`,
      },
    };
  });

const notLoaded = (): never => {
  throw new StartError('数据库里还没有问卷或算法的规则。请先运行 npm run migrate，或启动一次服务器。');
};

const known = async (tx: Handle, now: Date): Promise<Known> => {
  const streets = await allPlaces(tx);
  const rounds = await tx.selectFrom('lz.round').select(['id', 'title', 'opens_at', 'closes_at']).execute();
  const asked = await tx.selectFrom('lz.round_community').select(['round_id', 'community_code']).execute();
  return {
    now,
    communities: new Map(streets.flatMap(({ communities }) => communities.map(({ code, name, circles }) => [code, { name, circles: circles.map(({ id }) => id) }]))),
    circles: (await tx.selectFrom('lz.circle').select('id').orderBy('position').execute()).map(({ id }) => id),
    rounds: rounds.map(({ id, title, opens_at, closes_at }) => ({
      id, title, opensAt: opens_at, closesAt: closes_at, communities: asked.filter(({ round_id }) => round_id === id).map(({ community_code }) => community_code),
    })),
  };
};
