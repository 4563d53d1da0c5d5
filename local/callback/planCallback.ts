/** Says how many households of each community will be called and by which public value, and seals it before that is known. Once; asked again it tells the same. */
import * as v from 'valibot';
import { howMany } from '../../domain/callback';
import { hex } from '../../domain/leaf';
import type { Database, Handle } from '../../database/handle';
import { lettersBy } from '../../database/queries/letters';
import { latestRule } from '../../database/queries/rules';
import type { CallbackPlan } from '../../types/callback';
import type { CallbackRules } from '../../types/rules';
import { StartError } from '../config';
import { inFull } from '../rounds/inFull';
import { time } from '../rounds/roundFile';
import { enter, standingOf } from './enter';

export interface PlanInput {
  readonly round: string;
  /** Both null: only tell what was planned. */
  readonly seed: string | null;
  readonly seedAt: string | null;
  /** Of the letters; null: as the rules say. */
  readonly share: number | null;
}
export interface PlanOutput { readonly plan: CallbackPlan; /** Null: it was sealed before. */ readonly sealed: string | null }

export const planCallback = ({ owner }: Pick<Database, 'owner'>, input: PlanInput, now: Date): Promise<PlanOutput> => owner.transaction().execute((tx) => planCallbackIn(tx, input, now));

/** In the caller's transaction. */
export const planCallbackIn = async (tx: Handle, { round: id, seed, seedAt, share }: PlanInput, now: Date): Promise<PlanOutput> => {
  const { list, plan: before } = await standingOf(tx, id, now);
  if (before) {
    if ((seed !== null && seed.trim() !== before.seed) || (seedAt !== null && Date.parse(seedAt) !== Date.parse(before.seedAt))) throw new StartError('这一轮的回访已经定好，而且封存了，不能再换。');
    return { plan: before, sealed: null };
  }
  if (seed === null || seedAt === null) throw new StartError('回访还没有定。请写上将来用哪个公开的值：--seed-name "…" --seed-at 2027-04-20T21:30:00+08:00。');
  checkSeed(seed, seedAt, now);
  if (share !== null && !(share > 0 && share <= 1)) throw new StartError('--share 是抽几成，要大于 0，最多 1，例如 0.1。');
  const { body: rules } = (await latestRule<CallbackRules>(tx, 'callback')) ?? notLoaded();
  const plan: CallbackPlan = {
    kind: 'plan', round: id, at: now.toISOString(), seed: seed.trim(), seedAt: new Date(seedAt).toISOString(),
    letters: list.origin === 'drawn' ? { seed: list.seed!, drawn: hex(list.drawn!) } : null,
    communities: (await lettersBy(tx, id, now.toISOString())).map(({ community: code, issued: letters }) => ({ code, letters, called: howMany(letters, share ?? rules.share, rules.leastPerCommunity) })),
    smallest: rules.smallestCell, troubleAbove: rules.troubleAbove,
  };
  const { sealed } = await enter(tx, 0, plan, null, { seed: plan.seed, seedAt: plan.seedAt, called: plan.communities.reduce((sum, { called }) => sum + called, 0) });
  return { plan, sealed };
};

const checkSeed = (seed: string, seedAt: string, now: Date) => {
  const length = seed.trim().length;
  if (length < 4 || length > 200) throw new StartError('--seed-name 要写清将来用哪个公开的值（4 到 200 个字），例如 "双色球第 2027045 期开奖号码，红球从小到大，再写蓝球"。');
  const read = v.safeParse(time, seedAt);
  if (!read.success) throw new StartError(`--seed-at 不对：${read.issues[0].message}。`);
  if (Date.parse(read.output) <= now.getTime()) throw new StartError(`种子（${inFull(read.output)}）现在已经知道了。请换一个将来才公布的值，先封存规定，再公布种子。`);
};

const notLoaded = (): never => {
  throw new StartError('数据库里还没有回访的规则。请先重新启动服务器，或运行 npm run migrate。');
};
