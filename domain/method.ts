/**
 * Reading a method of any version. Rounds keep the version they were defined with, so an old one must still
 * mean what it meant.
 *
 * S1 A version-1 body weighs nothing, caps nothing, gives its verdict in every release, and has neither plan, flags nor needs.
 * S2 What a body says stands as it is.
 */
import type { MethodBody, MethodRules } from '../types/rules';

const version1 = { weighting: 'none', weightCap: null, sample: null, flags: null, needs: null } as const;

/** The method in full, from a rule file or the table of rule versions. */
export const methodOf = (body: MethodBody): MethodRules => ({ ...version1, ...body });
