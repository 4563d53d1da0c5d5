/** The version of a rule that is in force: the one loaded last. Without one a deployment lacks its rules, and that is thrown. */
import { latestRule } from '../../database/queries/rules';
import type { RuleHead } from '../../types/rules';
import type { Context } from './action';

export interface InForce<T> { readonly hash: string; readonly body: T }

/** As it stands at this moment: for what an officer may replace in the app, which takes effect at once. */
export const ruleInForce = async <T extends RuleHead>({ db }: Pick<Context, 'db'>, kind: T['kind']): Promise<InForce<T>> => {
  const rule = await latestRule<T>(db, kind);
  if (!rule) throw new Error(`no rule of kind ${kind} is loaded`);
  return rule;
};

/** As this instance read it within the last minute: the others change with a deployment, and a minute's delay harms nobody. */
export const rememberedRule = <T extends RuleHead>({ db, memo }: Pick<Context, 'db' | 'memo'>, kind: T['kind']): Promise<InForce<T>> =>
  memo(`rule in force:${kind}`, 60_000, () => ruleInForce<T>({ db }, kind));
