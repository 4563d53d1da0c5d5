/** The audit log as the desk reads it. Rows are never changed: the database refuses it to everybody. */
import { sql } from 'kysely';
import type { Role } from '../../types/contract/shared';
import type { Handle } from '../handle';

export interface ActRow {
  readonly id: number; readonly at: string; readonly action: string; readonly actor: string;
  readonly subject: string | null; readonly reason: string | null;
  readonly role: Role | null; readonly street_code: string | null; readonly community_code: string | null; readonly department: string | null; readonly note: string | null;
}

/**
 * The newest first, those before `before`. With each the role its actor held then (the widest of several), and of what it was, where that has a
 * name of its own. Left out: the same acts done by an owner to her own outlet, and whoever overseers are.
 */
export const officersActs = async (db: Handle, { acts, before, most }: { readonly acts: readonly string[]; readonly before: number | null; readonly most: number }): Promise<ActRow[]> => {
  const { rows } = await sql<ActRow>`
    select a.id, a.at, a.action, a.actor, coalesce(c.name, k.name, t.name, o.name, s.name, r.title, a.detail ->> 'title') as subject,
      coalesce(a.detail ->> 'reason', a.detail ->> 'why', a.detail ->> 'note') as reason,
      d.role, d.street_code, d.community_code, d.department, i.note
    from lz.audit a
    left join lz.community c on c.code = a.subject
    left join lz.street t on t.code = a.subject
    left join lz.circle k on k.id = a.subject
    left join lz.round r on r.id = a.subject
    left join lz.snapshot s on s.id::text = a.subject
    left join lz.outlet o on o.id::text = coalesce(a.detail ->> 'outlet', a.detail ->> 'kept', a.subject)
    left join lateral (
      select f.role, f.street_code, f.community_code, f.department, f.since from lz.officer f
      where f.person = a.actor and f.since <= a.at and (f.ended_at is null or f.ended_at >= a.at)
      order by case f.role when 'district' then 1 when 'administrator' then 2 when 'street' then 3 when 'department' then 4 else 5 end, f.since desc limit 1
    ) d on true
    left join lz.invite i on i.used_by = a.actor and i.role = d.role and i.used_at = d.since
    where a.action = any(${[...acts]}::text[]) and coalesce(a.detail ->> 'by', '') <> 'owner' and d.role is distinct from 'oversight'
      and coalesce(a.detail ->> 'role', '') <> 'oversight' and (${before}::bigint is null or a.id < ${before}::bigint)
    order by a.id desc limit ${most}`.execute(db);
  return rows;
};
