/** Which streets an officer may act on: her own, or all for the district. Asked by every action of this function. */
import type { Context, Duty } from '../runtime/action';
import { refuse } from '../runtime/refusal';

/** Null means every street. Throws `out_of_scope` for a street that is not hers. */
export const scopeOf = (duties: readonly Duty[], asked?: string): string[] | null => {
  if (duties.some(({ role }) => role === 'district')) return asked === undefined ? null : [asked];
  const own = duties.flatMap(({ street }) => (street === null ? [] : [street]));
  if (asked === undefined) return own;
  return own.includes(asked) ? [asked] : refuse('out_of_scope');
};

/** Throws unless this street is within the caller's duty. */
export const requireStreet = ({ caller }: Context, street: string): void => {
  scopeOf(caller.duties, street);
};
