/** What was done with the powers that officers have: read by the district and administrators, changed by nobody. */
import { enteredFields } from '../../domain/figures/entered';
import { actSubject, officerActs, type ActNames } from '../../domain/officer-acts';
import { officersActs } from '../../database/queries/audit';
import type { FormatRules, WorkPlanRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { dutyPlaces } from '../runtime/dutyPlaces';
import { rememberedRule } from '../runtime/ruleInForce';

const most = 50;

export const audit: Action<'desk.audit'> = {
  transaction: false,
  async handle({ before }, context) {
    const { db, caller } = context;
    const rows = await officersActs(db, { acts: Object.keys(officerActs), before: before ?? null, most: most + 1 });
    const named = await dutyPlaces(context);
    const names = await actNames(context);
    return {
      acts: rows.slice(0, most).map((row) => ({
        number: row.id, at: row.at, act: officerActs[row.action]!, subject: actSubject(row, names), reason: row.reason,
        whose: row.of_role && { role: row.of_role, ...named({ street_code: row.of_street, community_code: row.of_community, department: row.of_department }) },
        by: row.role && { role: row.role, ...named(row), note: row.note ?? '', mine: row.actor === caller.person },
      })),
      more: rows.length > most,
    };
  },
};

const actNames = async (context: Context): Promise<ActNames> => {
  const { body: { formats } } = await rememberedRule<FormatRules>(context, 'formats');
  const { body: { tasks } } = await rememberedRule<WorkPlanRules>(context, 'work-plan');
  return {
    fields: new Map(enteredFields.map(({ code, name }) => [code, name])), formats: new Map(formats.map(({ code, name }) => [code, name])), tasks: new Map(tasks.map(({ code, title }) => [code, title])),
  };
};
