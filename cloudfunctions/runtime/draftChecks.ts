/** What must hold of an outlet's draft before anybody's word of it is taken: a merchant's registration and an officer's mending alike. */
import { isCreditCode } from '../../domain/credit-code';
import { problemsOfDated } from '../../domain/dated-hours';
import { insideBox } from '../../domain/geometry';
import { problemsOfHours } from '../../domain/hours';
import { isReadableName } from '../../domain/outlet-name';
import { marketById } from '../../database/queries/markets';
import { communityByCode } from '../../database/queries/places';
import type { Draft } from '../../types/contract/merchant';
import { gcj02 } from '../../types/units';
import type { Context } from './action';
import { refuse } from './refusal';
import { divisionRules, formatRules } from './rules';

/** Returns whose street it lies in. `licenceUnknown`: it came from a list that says nothing of a licence, and may go on saying nothing: unknown is not without. */
export const checkDraft = async (draft: Draft, context: Context, licenceUnknown = false): Promise<{ street: string }> => {
  const rules = await formatRules(context);
  const { boundingBox } = await divisionRules(context);
  if (!isReadableName(draft.name)) return refuse('name_unreadable', 'draft.name');
  if (!rules.formats.some(({ code }) => code === draft.format)) return refuse('unknown_format', 'draft.format');
  if (draft.services.some((code) => !rules.services.some((service) => service.code === code))) return refuse('unknown_format', 'draft.services');
  if (!insideBox(gcj02(draft.point.lng, draft.point.lat), boundingBox)) return refuse('pin_outside_district', 'draft.point');
  const problem = draft.hours && problemsOfHours(draft.hours);
  if (problem) return refuse(problem, 'draft.hours');
  const datedProblem = draft.dated && problemsOfDated(draft.dated);
  if (datedProblem) return refuse(datedProblem, 'draft.dated');
  if (draft.market && !(await marketById(context.db, draft.market))) return refuse('unknown_place', 'draft.market');
  if (draft.creditCode !== null && !isCreditCode(draft.creditCode)) return refuse('credit_code_invalid', 'draft.creditCode');
  if (draft.creditCode === null && draft.unlicensedReason === null && !licenceUnknown) return refuse('licence_or_reason', 'draft.creditCode');
  const community = (await communityByCode(context.db, draft.community)) ?? refuse('unknown_place', 'draft.community');
  return { street: community.streetCode };
};
