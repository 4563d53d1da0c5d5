/** The rules by which two entries are compared. */
import type { DuplicateRules } from '../../types/rules';
import type { Context } from './action';
import { rememberedRule } from './ruleInForce';

export const duplicateRules = async (context: Pick<Context, 'db' | 'memo'>): Promise<DuplicateRules> => (await rememberedRule<DuplicateRules>(context, 'duplicates')).body;
