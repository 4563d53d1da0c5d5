/** Everything about outlets that waits for a person, in one list. Small tables of what waits, each by its own index. */
import { sql } from 'kysely';
import type { CaseKind } from '../../types/rules';
import type { Handle } from '../handle';

export interface CaseFound { readonly kind: CaseKind; readonly id: string; readonly name: string; readonly community_code: string | null; readonly community: string | null; readonly since: string; readonly n: number; readonly demo: boolean }

/** `staleBefore`: outlets without a sign of life since then wait for somebody to go and look; `witnessBy`: so do those without a licence for whom no witness stands beyond it, `remindDays` before it ends. */
export interface DueBy { readonly staleBefore: string; readonly witnessBy: string; readonly remindDays: number }
/** `streets` null: all. `named` false: without the names that registrations hold, which the clock may not read. The oldest first within each kind. */
export const waitingCases = async (db: Handle, streets: readonly string[] | null, { staleBefore, witnessBy, remindDays }: DueBy, named = true): Promise<CaseFound[]> => {
  const inScope = (column: string) => (streets === null ? sql`true` : sql`${sql.ref(column)} = any(${streets}::text[])`);
  const { rows } = await sql<CaseFound>`
    select found.*, c.name as community from (
      select 'registration' as kind, r.id::text, ${named ? sql`r.draft ->> 'name'` : sql`''`} as name, r.community_code, r.submitted_at as since, 1 as n, r.demo
        from lz.registration r where r.state = 'pending' and ${inScope('r.street_code')}
      union all
      select 'claim', k.id::text, o.name, o.community_code, k.submitted_at, 1, o.demo
        from lz.claim k join lz.outlet o on o.id = k.outlet_id where k.state = 'pending' and ${inScope('k.street_code')}
      union all
      select 'dispute', d.id::text, o.name, o.community_code, d.opened_at, (select count(*) from lz.claim k where k.dispute_id = d.id and k.state = 'disputed'), o.demo
        from lz.dispute d join lz.outlet o on o.id = d.outlet_id where d.state = 'open' and ${inScope('d.street_code')}
      union all
      select 'correction', o.id::text, o.name, o.community_code, min(x.submitted_at), count(*), o.demo
        from lz.correction x join lz.outlet o on o.id = x.outlet_id where x.state = 'open' and ${inScope('x.street_code')} group by o.id
      union all
      select 'text', w.id::text, o.name, o.community_code,
          least(case when w.state = 'held' then w.changed_at end, case when w.reply_state = 'held' then w.replied_at end, case when w.complaint_state = 'open' then w.complained_at end),
          coalesce((w.state = 'held')::int, 0) + coalesce((w.reply_state = 'held')::int, 0) + coalesce((w.complaint_state = 'open')::int, 0), o.demo
        from lz.review w join lz.outlet o on o.id = lz.survivor_of(w.outlet_id) where (w.state = 'held' or w.reply_state = 'held' or w.complaint_state = 'open') and ${inScope('w.street_code')}
      union all
      select 'photo', s.code, s.name, null, min(f.attached_at), count(*), false
        from lz.file f join lz.street s on s.code = f.street_code
        where f.state = 'held' and f.attached_at is not null and f.dropped_at is null and f.removed_at is null and ${inScope('f.street_code')} group by s.code
      union all
      select 'stale', o.community_code, '', o.community_code, min(greatest(o.confirmed_at, o.verified_at)), count(*), bool_and(o.demo)
        from lz.outlet o join lz.community m on m.code = o.community_code
        where o.listed and coalesce(greatest(o.confirmed_at, o.verified_at), '-infinity') < ${staleBefore}::timestamptz and ${inScope('m.street_code')} group by o.community_code
      union all
      select 'witness', o.community_code, '', o.community_code, min(coalesce(w.until - make_interval(days => ${remindDays}::int), o.verified_at, o.changed_at)), count(*), bool_and(o.demo)
        from lz.outlet o join lz.community m on m.code = o.community_code
        left join lateral (select until from lz.witness where outlet_id = o.id and state in ('standing', 'ended') order by until desc limit 1) w on true
        where o.listed and o.credit_code is null and o.unlicensed_reason is not null and (w.until <= ${witnessBy}::timestamptz or (w.until is null and (o.origin = 'merchant' or exists (select from lz.witness x where x.outlet_id = o.id and x.state = 'revoked'))))
          and ${inScope('m.street_code')} group by o.community_code
    ) as found left join lz.community c on c.code = found.community_code
    order by found.since nulls first, found.id`.execute(db);
  return rows;
};

/** How many wait at the desk; outlets to go and look at are not among them. */
export const countCases = async (db: Handle, streets: readonly string[] | null): Promise<number> => {
  const inScope = streets === null ? sql`true` : sql`street_code = any(${streets}::text[])`;
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from lz.registration where state = 'pending' and ${inScope})
      + (select count(*) from lz.claim where state = 'pending' and ${inScope})
      + (select count(*) from lz.dispute where state = 'open' and ${inScope})
      + (select count(distinct street_code) from lz.file where state = 'held' and attached_at is not null and dropped_at is null and removed_at is null and ${inScope})
      + (select count(*) from lz.review where (state = 'held' or reply_state = 'held' or complaint_state = 'open') and ${inScope})
      + (select count(distinct outlet_id) from lz.correction where state = 'open' and ${inScope}) as n`.execute(db);
  return rows[0]!.n;
};

export interface DecidedCase {
  readonly kind: 'registration' | 'claim' | 'correction' | 'text' | 'visit' | 'edit'; readonly id: string; readonly name: string; readonly community_code: string; readonly community: string;
  readonly state: string; readonly reason_code: string | null; readonly reason: string | null; readonly at: string; readonly person: string;
  /** Of a text: its words. */
  readonly quote: string | null;
}
/**
 * Decided by staff, the newest first. Reports about one outlet that were decided by one act are one line; of a text's part the newest decision
 * stands. `person`: who asks; where she wrote the text herself it is hers, and nothing else is told of its writer.
 */
export const decidedCases = async (db: Handle, streets: readonly string[] | null, most: number, person: string): Promise<DecidedCase[]> => {
  const inScope = (column: string) => (streets === null ? sql`true` : sql`${sql.ref(column)} = any(${streets}::text[])`);
  const { rows } = await sql<DecidedCase>`
    select found.*, c.name as community from (
      (select 'registration' as kind, r.id::text, r.draft ->> 'name' as name, r.community_code, r.state, r.reason_code, r.reason, r.decided_at as at, r.applicant as person, null::text as quote
        from lz.registration r where r.state in ('approved', 'returned') and r.decided_by is not null and ${inScope('r.street_code')} order by r.decided_at desc limit ${most})
      union all
      (select 'claim', k.id::text, o.name, o.community_code, k.state, k.reason_code, k.reason, k.decided_at, k.claimant, null
        from lz.claim k join lz.outlet o on o.id = k.outlet_id where k.state in ('granted', 'refused') and ${inScope('k.street_code')} order by k.decided_at desc limit ${most})
      union all
      (select 'correction', min(x.id::text), o.name, o.community_code, x.state, x.reason_code, x.reason, x.decided_at, coalesce(o.owner, ''), null
        from lz.correction x join lz.outlet o on o.id = x.outlet_id where x.state in ('accepted', 'refused') and ${inScope('x.street_code')}
        group by o.id, x.state, x.reason_code, x.reason, x.decided_at order by x.decided_at desc limit ${most})
      union all
      (select 'text', t.id::text, o.name, o.community_code, t.part || '-' || t.decision,
          case when t.decision = 'pass' then null when t.part = 'reply' then w.reply_reason_code else w.reason_code end, case when t.decision = 'pass' then null when t.part = 'reply' then w.reply_reason else w.reason end,
          t.at, case when lz.review_is_by(w.id, ${person}) then ${person} else coalesce(o.owner, '') end, case t.part when 'review' then w.text when 'reply' then w.reply else w.complaint end
        from lz.text_decision t join lz.review w on w.id = t.review_id join lz.outlet o on o.id = w.outlet_id
        where w.withdrawn_at is null and not exists (select from lz.undone u where u.subject = t.id)
          and not exists (select from lz.text_decision n where n.review_id = t.review_id and n.part = t.part and n.at > t.at)
          and ${inScope('t.street_code')} order by t.at desc limit ${most})
      union all
      (select 'visit', s.id::text, o.name, o.community_code, s.outcome, null, s.note, s.at, coalesce(o.owner, ''), null
        from lz.visit s join lz.outlet o on o.id = s.outlet_id where not exists (select from lz.undone u where u.subject = s.id) and ${inScope('s.street_code')} order by s.at desc limit ${most})
      union all
      (select 'edit', e.id::text, o.name, o.community_code, 'edited', null, e.why, e.at, coalesce(o.owner, ''), null
        from lz.edit e join lz.outlet o on o.id = e.outlet_id where not exists (select from lz.undone u where u.subject = e.id) and ${inScope('e.street_code')} order by e.at desc limit ${most})
    ) as found join lz.community c on c.code = found.community_code order by found.at desc, found.id limit ${most}`.execute(db);
  return rows;
};
