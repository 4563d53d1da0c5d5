/** An officer's duty on the main pages: where it holds, in a word, and where her desk begins. */
import type { Session } from '../../types/contract/survey';

export type Duty = Session['roles'][number];

/** 东大街街道 · 南苑社区 · 区住建局 · 区商务局专班 */
export const dutyPlace = ({ role, street, community, department }: Duty): string =>
  street?.name ?? community?.name ?? department?.name ?? (role === 'administrator' ? '系统管理员' : '区商务局专班');

const desks: Readonly<Partial<Record<Duty['role'], string>>> = { department: '/packages/desk/circles/index', administrator: '/packages/desk/invites/index', oversight: '/packages/desk/pressure/index' };
/** Departments begin with the circles, administrators with people, oversight with what residents told, all others with the counts. */
export const deskOf = ({ role }: Duty): string => desks[role] ?? '/packages/desk/progress/index';
