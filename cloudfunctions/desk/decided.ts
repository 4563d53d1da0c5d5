/** What was decided of late in her streets, the newest first, so that a mistake can be found and taken back. */
import { decidedCases } from '../../database/queries/cases';
import type { Action } from '../runtime/action';
import { reasonWords, upkeepRules } from '../runtime/upkeep';
import { scopeOf } from '../runtime/scope';

const mostShown = 50;

export const decided: Action<'desk.decided'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now } = context;
    const rules = await upkeepRules(context);
    const since = now.getTime() - rules.undoDays * 86_400_000;
    const rows = await decidedCases(db, scopeOf(caller.duties, input.street), mostShown, caller.person);
    return {
      decided: rows.map((row) => ({
        kind: row.kind, id: row.id, name: row.name, community: { code: row.community_code, name: row.community }, state: row.state,
        reason: reasonWords(rules, row.reason_code, row.reason), at: row.at, undoable: Date.parse(row.at) > since && row.person !== caller.person,
        ...(row.kind === 'text' ? { quote: row.quote } : {}),
      })),
      undoDays: rules.undoDays,
    };
  },
};
