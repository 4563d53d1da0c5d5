/** Which decisions may be taken back, and by whom. */
import type { Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';
import { requireStreet } from '../runtime/scope';

interface Decided { readonly street_code: string; readonly decided_at: string | null; readonly person: string }
/** In scope, not her own, and not too long ago. */
export const allow = async ({ street_code, decided_at, person }: Decided, context: Context): Promise<void> => {
  requireStreet(context, street_code);
  if (person === context.caller.person) refuse('own_case');
  const { undoDays } = await upkeepRules(context);
  if (decided_at === null) return refuse('decided_already');
  if (context.now.getTime() - Date.parse(decided_at) > undoDays * 86_400_000) refuse('undo_late');
};
