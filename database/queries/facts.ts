/**
 * The facts that figures are made of (domain/figures/facts.ts), in one statement: so they are all of one moment, and it costs one round trip.
 * What it costs grows with the outlets alone, which are counted by community, format and services.
 */
import { sql } from 'kysely';
import type { CircleFact, CommunityFact, MarkFact, NeedsFact, OutletGroup, StreetFact } from '../../domain/figures/facts';
import type { Entry } from '../../domain/figures/entered';
import { questionnaireOf } from '../../domain/topic';
import type { Cell } from '../../types/contract/results';
import type { Handle } from '../handle';
import { standing } from './entered';

export interface CircleRow extends CircleFact { readonly due: string; readonly dueText: string; readonly clauses: readonly { readonly type: string; readonly clause: string }[]; readonly communitiesStatus: string }
export interface ReleasedRow { readonly place: 'circle' | 'district'; readonly id: string; readonly release: string; readonly round: string; readonly title: string; readonly at: string; readonly kind: 'interim' | 'final'; readonly demo: boolean; readonly cell: Cell }
export interface FactRows {
  readonly streets: StreetFact[];
  readonly communities: CommunityFact[];
  readonly circles: CircleRow[];
  readonly outlets: OutletGroup[];
  readonly demo: boolean;
  readonly marks: (Omit<MarkFact, 'at'> & { readonly at: string })[];
  readonly entered: Entry[];
  readonly released: ReleasedRow[];
  readonly needs: NeedsFact[];
}

/** Of each circle the newest final release that says what is lacking, or the newest interim one before there is any. */
const releasedNeeds = sql`
      (select coalesce(jsonb_agg(jsonb_build_object('circle', x.place_id, 'release', x.id, 'title', x.title, 'at', x.at, 'kind', x.kind, 'source', x.source, 'demo', x.demo, 'n', x.cell -> 'n', 'needs', coalesce(x.cell -> 'needs', '[]'))), '[]')
        from (select distinct on (c.place_id) c.place_id, l.id, r.title, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, l.kind, c.source, r.demo, c.cell
          from lz.release_cell c join lz.release l on l.id = c.release_id join lz.round r on r.id = l.round_id and r.source = c.source
            join lz.rule_version q on q.hash = r.questionnaire_hash and q.kind = ${questionnaireOf.needs}
          where c.place_kind = 'circle' order by c.place_id, (l.kind = 'final') desc, l.at desc) x)`;

/** `freshSince`: from when on a confirmation counts as fresh; `now`: until when a witness has to stand. */
export const factRows = async (db: Handle, freshSince: Date, now: Date): Promise<FactRows> => {
  const { rows } = await sql<FactRows>`
    with grouped as (
      select o.community_code as community, o.format, o.services, bool_or(o.demo) as demo, count(*)::int as known,
        (count(*) filter (where o.listed))::int as listed,
        (count(*) filter (where o.listed and o.verified_at is not null))::int as verified,
        (count(*) filter (where o.listed and greatest(o.confirmed_at, o.verified_at) >= ${freshSince.toISOString()}::timestamptz))::int as fresh,
        (count(*) filter (where o.listed and o.chain = 'chain'))::int as chain,
        (count(*) filter (where o.listed and o.chain = 'independent'))::int as independent,
        (count(*) filter (where o.listed and (o.credit_code is not null or w.outlet_id is not null)))::int as papers
      from lz.outlet o
      left join (select distinct outlet_id from lz.witness where state = 'standing' and until > ${now.toISOString()}::timestamptz) w on w.outlet_id = o.id
      where o.standing <> 'closed' and o.merged_into is null group by o.community_code, o.format, o.services
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by code), '[]') from lz.street) as streets,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'street', street_code) order by code), '[]') from lz.community) as communities,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'id', k.id, 'name', k.name, 'due', to_char(k.due, 'YYYY-MM-DD'), 'dueText', k.due_text, 'clauses', k.targets, 'communitiesStatus', k.communities_status,
          'targets', (select coalesce(jsonb_agg(t ->> 'type'), '[]') from jsonb_array_elements(k.targets) t),
          'communities', (select coalesce(jsonb_agg(m.community_code order by m.community_code), '[]') from lz.circle_community m where m.circle_id = k.id),
          'state', coalesce((select s.state from lz.circle_state s where s.circle_id = k.id order by s.id desc limit 1), 'planned')
        ) order by k.position), '[]') from lz.circle k) as circles,
      (select coalesce(jsonb_agg(to_jsonb(g) - 'demo'), '[]') from grouped g) as outlets,
      (select coalesce(bool_or(g.demo), false) from grouped g) as demo,
      (select coalesce(jsonb_agg(jsonb_build_object('community', m.community_code, 'format', m.format, 'state', m.state, 'at', m.at)), '[]')
        from (select distinct on (community_code, format) community_code, format, state, at from lz.inventory_check order by community_code, format, id desc) m) as marks,
      (select coalesce(jsonb_agg(jsonb_build_object('place', e.place_id, 'field', e.field, 'value', e.value, 'words', e.words, 'source', e.source, 'asOf', to_char(e.as_of, 'YYYY-MM-DD'))), '[]')
        from ${standing()} e) as entered,
      (select coalesce(jsonb_agg(jsonb_build_object('place', x.place_kind, 'id', x.place_id, 'release', x.id, 'round', x.round_id, 'title', x.title, 'at', x.at, 'kind', x.kind, 'demo', x.demo, 'cell', x.cell)), '[]')
        from (select distinct on (c.place_kind, c.place_id) c.place_kind, c.place_id, l.id, l.round_id, r.title, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, l.kind, r.demo, c.cell
          from lz.release_cell c join lz.release l on l.id = c.release_id join lz.round r on r.id = l.round_id and r.source = c.source
            join lz.rule_version q on q.hash = r.questionnaire_hash and q.kind = ${questionnaireOf.satisfaction}
          where c.place_kind in ('circle', 'district') order by c.place_kind, c.place_id, (l.kind = 'final') desc, l.at desc) x) as released,
      ${releasedNeeds} as needs`.execute(db);
  return rows[0]!;
};
