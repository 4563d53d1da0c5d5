/** The rules an outlet is read by. They change with a new rule version; a minute's delay harms nobody. */
import { latestRule } from '../../database/queries/rules';
import type { DivisionRules, FormatRules, WalkingRules } from '../../types/rules';
import type { Context } from '../runtime/action';

const latest = async <T>({ db, memo }: Pick<Context, 'db' | 'memo'>, kind: string) => {
  const rule = await memo(`latest:${kind}`, 60_000, () => latestRule<T>(db, kind));
  if (!rule) throw new Error(`no rule of kind ${kind} is loaded`);
  return rule;
};
export const formatRules = async (context: Pick<Context, 'db' | 'memo'>) => (await latest<FormatRules>(context, 'formats')).body;
export const walkingRules = async (context: Pick<Context, 'db' | 'memo'>) => (await latest<WalkingRules>(context, 'walking')).body;
export const divisionRules = async (context: Pick<Context, 'db' | 'memo'>) => (await latest<DivisionRules>(context, 'divisions')).body;
export const catalogueHash = async (context: Pick<Context, 'db' | 'memo'>) =>
  `${(await latest(context, 'formats')).hash.slice(0, 32)}${(await latest(context, 'walking')).hash.slice(0, 32)}`;
