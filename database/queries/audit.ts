/** The audit log as the desk reads it. Rows are never changed: the database refuses it to everybody. */
import { sql } from 'kysely';
import type { Role } from '../../types/contract/shared';
import type { Told } from '../../domain/officer-acts';
import type { Handle } from '../handle';

export interface ActRow {
  readonly id: number; readonly at: string; readonly action: string; readonly actor: string;
  /** As it was logged, and its name, where it has one. */
  readonly subject: string; readonly name: string | null; readonly told: Told; readonly reason: string | null;
  /** Whose role it was that was given, taken or ended. */
  readonly of_role: Role | null; readonly of_street: string | null; readonly of_community: string | null; readonly of_department: string | null;
  readonly role: Role | null; readonly street_code: string | null; readonly community_code: string | null; readonly department: string | null; readonly note: string | null;
}

/**
 * The newest first, those before `before`. With each the role its actor held then (the widest of several), and of what it was: a name of its own,
 * whose role, and of the detail only what `told` lists, since a detail may hold what somebody wrote. Left out: the same acts done by an owner to her own outlet, and whoever overseers are.
 */
export const officersActs = async (db: Handle, { acts, before, most }: { readonly acts: readonly string[]; readonly before: number | null; readonly most: number }): Promise<ActRow[]> => {
  const { rows } = await sql<ActRow>`
    select a.id, a.at, a.action, a.actor, a.subject, coalesce(c.name, k.name, t.name, o.name, p.name, s.name, r.title, q.body ->> 'title', a.detail ->> 'title') as name,
      jsonb_strip_nulls(jsonb_build_object('fields', a.detail -> 'fields', 'asOf', a.detail -> 'asOf', 'formats', a.detail -> 'formats', 'kind', a.detail -> 'kind', 'version', a.detail -> 'version',
        'circle', (select name from lz.circle where id = a.detail ->> 'circle'))) as told,
      coalesce(a.detail ->> 'role', n.role) as of_role, coalesce(a.detail ->> 'street', n.street_code) as of_street,
      coalesce(a.detail ->> 'community', n.community_code) as of_community, coalesce(a.detail ->> 'department', n.department) as of_department,
      coalesce(a.detail ->> 'reason', a.detail ->> 'why', a.detail ->> 'note') as reason,
      d.role, d.street_code, d.community_code, d.department, i.note
    from lz.audit a
    left join lz.community c on c.code = case a.action when 'assist.made' then a.detail ->> 'community' else a.subject end
    left join lz.street t on t.code = a.subject
    left join lz.circle k on k.id = a.subject
    left join lz.round r on r.id = a.subject
    left join lz.snapshot s on s.id::text = a.subject
    left join lz.rule_draft q on q.id::text = a.subject
    left join lz.invite n on n.id::text = a.subject
    left join lateral (select name from lz.report where snapshot_id::text = a.subject and encode(hash, 'hex') = a.detail ->> 'hash' limit 1) p on true
    left join lz.outlet o on o.id::text = coalesce(a.detail ->> 'outlet', a.detail ->> 'kept', a.subject)
    left join lateral (
      select f.role, f.street_code, f.community_code, f.department, f.since from lz.officer f
      where f.person = a.actor and f.since <= a.at and (f.ended_at is null or f.ended_at >= a.at)
      order by case f.role when 'district' then 1 when 'administrator' then 2 when 'street' then 3 when 'department' then 4 else 5 end, f.since desc limit 1
    ) d on true
    left join lz.invite i on i.used_by = a.actor and i.role = d.role and i.used_at = d.since
    where a.action = any(${[...acts]}::text[]) and coalesce(a.detail ->> 'by', '') <> 'owner' and d.role is distinct from 'oversight'
      and coalesce(a.detail ->> 'role', n.role, '') <> 'oversight' and (${before}::bigint is null or a.id < ${before}::bigint)
    order by a.id desc limit ${most}`.execute(db);
  return rows;
};
