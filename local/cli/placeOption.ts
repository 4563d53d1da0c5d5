import type { Role } from '../../types/contract/shared';

/** Which option of `npm run invite` names the place of a role. */
export const placeOption: Readonly<Partial<Record<Role, string>>> = { street: 'street', community: 'community', department: 'department' };
