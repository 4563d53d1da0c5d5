/** A refusal names its reason: a code of the rules, and words of her own where the code says nothing (其他原因). */
import type { Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';

export const requireReason = async (of: 'registration' | 'claim' | 'correction' | 'text', { reasonCode, reason }: { readonly reasonCode?: string | null; readonly reason: string | null }, context: Context): Promise<void> => {
  if (reasonCode == null) {
    if (reason === null) refuse('reason_required', 'reason');
    return;
  }
  const known = (await upkeepRules(context)).reasons.find(({ code, for: kinds }) => code === reasonCode && kinds.includes(of));
  if (!known) return refuse('reason_unknown', 'reasonCode');
  if (known.code === 'other' && reason === null) refuse('reason_required', 'reason');
};
