/** Where a role holds, in words: the names of its street, its community, its department. */
import { allPlaces } from '../../database/queries/places';
import type { WorkPlanRules } from '../../types/rules';
import type { Context } from './action';
import { rememberedRule } from './ruleInForce';

interface Named { readonly code: string; readonly name: string }
export interface DutyPlace { readonly street: Named | null; readonly community: Named | null; readonly department: Named | null }
interface Holder { readonly street_code: string | null; readonly community_code: string | null; readonly department: string | null }

/** Reads places and departments once; call the result for each row. A community's own street comes with it. */
export const dutyPlaces = async (context: Pick<Context, 'db' | 'memo'>): Promise<(holder: Holder) => DutyPlace> => {
  const streets = await allPlaces(context.db);
  const { body: { departments } } = await rememberedRule<WorkPlanRules>(context, 'work-plan');
  const named = (rows: readonly Named[], code: string | null): Named | null => {
    const row = code === null ? undefined : rows.find((one) => one.code === code);
    return row ? { code: row.code, name: row.name } : null;
  };
  const communities = streets.flatMap((street) => street.communities);
  return ({ street_code: street, community_code: community, department }) => ({ street: named(streets, street), community: named(communities, community), department: named(departments, department) });
};

/** Departments that a person can be of: those that are no sum of others, as 各街道办事处 is. */
export const departmentsOf = async (context: Pick<Context, 'db' | 'memo'>): Promise<readonly Named[]> => {
  const { body: { departments, everyTask } } = await rememberedRule<WorkPlanRules>(context, 'work-plan');
  return departments.filter(({ code }) => code !== everyTask.department).map(({ code, name }) => ({ code, name }));
};
