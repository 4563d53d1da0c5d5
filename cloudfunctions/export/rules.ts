/** The rules a list is read by: the versions that were loaded last. */
import { communityNames } from '../../domain/census-list/write';
import type { Names } from '../../domain/census-list/compare';
import type { ListRules } from '../../domain/census-list/parse';
import type { DivisionRules, FormatRules } from '../../types/rules';
import type { Context } from '../runtime/action';
import { rememberedRule } from '../runtime/ruleInForce';

export const listRules = async (context: Pick<Context, 'db' | 'memo'>): Promise<ListRules & { readonly names: Names }> => {
  const [formats, divisions] = [(await rememberedRule<FormatRules>(context, 'formats')).body, (await rememberedRule<DivisionRules>(context, 'divisions')).body];
  return { formats, divisions, names: { formats, community: communityNames(divisions) } };
};
