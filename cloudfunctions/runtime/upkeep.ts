/** The rules by which outlets are kept right, and the words of a reason: what was wrong, what to mend, and what the officer added. */
import type { UpkeepRules } from '../../types/rules';
import type { Context } from './action';
import { rememberedRule } from './ruleInForce';

export const upkeepRules = async (context: Pick<Context, 'db' | 'memo'>): Promise<UpkeepRules> => (await rememberedRule<UpkeepRules>(context, 'upkeep')).body;

/** Null: no reason was given. A code of an older version is left out, the officer's words never. */
export const reasonWords = (rules: UpkeepRules, code: string | null, note: string | null): string | null => {
  if (code === null) return note;
  const known = rules.reasons.find((reason) => reason.code === code);
  const parts = [known && known.code !== 'other' ? known.say : '', known?.mend ?? '', note ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? null : `${parts.map((part) => part.replace(/[。；]$/, '')).join('。')}。`;
};
