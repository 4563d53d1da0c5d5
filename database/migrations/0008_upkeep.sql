-- What keeps an outlet right: its history, its standing, and what residents, owners and claimants say of it.

-- Standing: `doubted` 可能已关 and `hidden` (no longer shown as open now) come of reports that agree; `closed` is an officer's word.
alter table lz.outlet add column standing text not null default 'fine' check (standing in ('fine', 'doubted', 'hidden', 'closed'));
alter table lz.outlet add column confirmed_at timestamptz;
alter table lz.outlet add column confirmed_by text check (confirmed_by in ('owner', 'staff'));
alter table lz.outlet add constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null));
create index outlet_owner on lz.outlet (owner) where owner is not null;

-- History: every change of an outlet is an entry of its own, in the same transaction, whoever makes it and by whatever way. Who, what and why
-- are told by the one who changes it (lz.change_as); a change that nobody explains is written down all the same.
create table lz.outlet_entry (
  id bigint generated always as identity primary key,
  outlet_id uuid not null references lz.outlet,
  at timestamptz not null,
  -- who, as the public may know it
  by text not null check (by in ('owner', 'staff', 'residents', 'list', 'system')),
  actor text,
  act text not null,
  -- a reason code (rules/upkeep.json), or null
  why text,
  -- the columns that are somebody's statement; what is derived from them is in before and after alone
  fields text[] not null,
  before jsonb not null,
  after jsonb not null,
  -- what it came from: a registration, a claim, a correction
  subject text
);
create index on lz.outlet_entry (outlet_id, id);
create index on lz.outlet_entry (subject) where subject is not null;

create function lz.change_as(p_at timestamptz, p_by text, p_actor text, p_act text, p_why text, p_subject text) returns void
  language sql set search_path = lz, pg_temp as
$$ select set_config('lz.change', jsonb_build_object('at', p_at, 'by', p_by, 'actor', p_actor, 'act', p_act, 'why', p_why, 'subject', p_subject)::text, true) $$;

create function lz.keep_history() returns trigger language plpgsql security definer set search_path = lz, pg_temp as $$
declare
  said jsonb := nullif(current_setting('lz.change', true), '')::jsonb;
  derived constant text[] := array['id', 'search', 'place', 'open_week', 'small_repair', 'changed_at', 'edited_at', 'origin', 'origin_key', 'demo'];
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  is_now jsonb := to_jsonb(new);
  changed text[];
begin
  select coalesce(array_agg(key order by key), '{}') into changed from jsonb_each(is_now) where (was -> key) is distinct from value;
  if tg_op = 'UPDATE' and changed <@ array['changed_at', 'edited_at'] then return null; end if;
  insert into outlet_entry (outlet_id, at, by, actor, act, why, fields, before, after, subject) values (
    new.id,
    coalesce((said ->> 'at')::timestamptz, new.changed_at),
    coalesce(said ->> 'by', case when new.origin = 'census' then 'list' else 'system' end),
    said ->> 'actor',
    coalesce(said ->> 'act', case when tg_op = 'INSERT' then 'listed' else 'changed' end),
    said ->> 'why',
    case when tg_op = 'INSERT' then '{}' else array(select unnest(changed) except select unnest(derived) order by 1) end,
    -- a first entry need not repeat the row: nothing stood there before
    case when tg_op = 'INSERT' then '{}' else (select coalesce(jsonb_object_agg(key, was -> key), '{}') from unnest(changed) as key) end,
    case when tg_op = 'INSERT' then '{}' else (select coalesce(jsonb_object_agg(key, is_now -> key), '{}') from unnest(changed) as key) end,
    said ->> 'subject');
  return null;
end $$;
create trigger keep_history after insert or update on lz.outlet for each row execute function lz.keep_history();
create trigger no_change before update or delete on lz.outlet_entry for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.outlet_entry for each statement execute function lz.refuse_change();
create trigger no_delete before delete on lz.outlet for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.outlet for each statement execute function lz.refuse_change();

-- Corrections: a resident says that an entry is wrong.
create table lz.correction (
  id uuid primary key,
  outlet_id uuid not null references lz.outlet,
  street_code text not null references lz.street,
  reporter text not null,
  kind text not null check (kind in ('closed', 'hours', 'phone', 'place', 'name', 'facts', 'other')),
  note text,
  photo uuid,
  state text not null check (state in ('open', 'accepted', 'refused', 'answered', 'withdrawn')),
  reason_code text,
  reason text,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  check ((state = 'open') = (decided_at is null))
);
-- one person has one voice about one thing
create unique index correction_one_voice on lz.correction (outlet_id, reporter, kind) where state = 'open';
create index correction_waiting on lz.correction (street_code, submitted_at) where state = 'open';
create index on lz.correction (reporter, submitted_at);
create index on lz.correction (outlet_id);

-- Claims: whose outlet is it. Where it has an owner, or two want it, there is a dispute.
create table lz.dispute (
  id uuid primary key,
  outlet_id uuid not null references lz.outlet,
  street_code text not null references lz.street,
  -- who owned it when the dispute began; null: nobody did
  owner text,
  state text not null check (state in ('open', 'decided', 'dropped')),
  opened_at timestamptz not null,
  -- until then the other side may send its papers
  answer_by timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  check ((state = 'open') = (decided_at is null))
);
create unique index dispute_one_open on lz.dispute (outlet_id) where state = 'open';

create table lz.claim (
  id uuid primary key,
  revision integer not null check (revision >= 1),
  outlet_id uuid not null references lz.outlet,
  street_code text not null references lz.street,
  claimant text not null,
  state text not null check (state in ('pending', 'disputed', 'granted', 'refused', 'withdrawn')),
  dispute_id uuid references lz.dispute,
  -- {name, phone, creditCode, note, photos}
  papers jsonb not null,
  reason_code text,
  reason text,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  check ((state in ('pending', 'disputed')) = (decided_at is null)),
  check ((state = 'disputed') <= (dispute_id is not null))
);
create unique index claim_one_voice on lz.claim (outlet_id, claimant) where state in ('pending', 'disputed');
create index claim_waiting on lz.claim (street_code, submitted_at) where state in ('pending', 'disputed');
create index on lz.claim (claimant);

alter table lz.registration add column reason_code text;

-- Handing an outlet over: a code that its owner, or staff who met the new one in person, gives from hand to hand. Found by a keyed hash, as an invite is.
create table lz.handover (
  id uuid primary key,
  outlet_id uuid not null references lz.outlet,
  code_hash text not null unique,
  side text not null check (side in ('owner', 'staff')),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text
);
create index on lz.handover (outlet_id);

-- The only way for the function of merchants to change an owner: with a code that is valid now, once. The code of an owner who is none any more is void.
create function lz.take_over(p_code_hash text, p_person text, p_now timestamptz) returns table (outcome text, outlet uuid)
  language plpgsql security definer set search_path = lz, pg_temp as $$
declare found_code lz.handover%rowtype; holder text;
begin
  select * into found_code from handover where code_hash = p_code_hash for update;
  if not found then return query select 'unknown', null::uuid; return; end if;
  if found_code.used_at is not null then return query select case when found_code.used_by = p_person then 'repeated' else 'used' end, found_code.outlet_id; return; end if;
  select o.owner into holder from outlet o where o.id = found_code.outlet_id for update;
  if found_code.expires_at <= p_now or (found_code.side = 'owner' and holder is distinct from found_code.created_by) then return query select 'expired', found_code.outlet_id; return; end if;
  update handover set used_at = p_now, used_by = p_person where id = found_code.id;
  perform change_as(p_now, found_code.side, found_code.created_by, 'handed_over', null, found_code.id::text);
  update outlet set owner = p_person, changed_at = p_now where id = found_code.outlet_id;
  return query select 'taken', found_code.outlet_id;
end $$;

-- What the app tells somebody: an inbox in the app, always; a push beside it where there is consent.
create table lz.message (
  id uuid primary key,
  person text not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  read_at timestamptz
);
create index on lz.message (person, at desc);

grant select on lz.outlet_entry to lz_desk;
grant select (id, outlet_id, at, by, act, why, fields) on lz.outlet_entry to lz_outlet;
revoke execute on function lz.change_as, lz.keep_history, lz.take_over from public;
grant execute on function lz.take_over to lz_outlet;
grant select, insert on lz.handover to lz_outlet, lz_desk;
grant execute on function lz.change_as to lz_outlet, lz_desk;
grant update (standing, confirmed_at, confirmed_by, changed_at) on lz.outlet to lz_outlet;
grant select, insert on lz.correction, lz.claim, lz.dispute to lz_outlet;
grant update (state, decided_at, reason_code) on lz.correction to lz_outlet;
grant update (revision, state, papers, dispute_id, submitted_at, decided_at, decided_by, reason_code, reason) on lz.claim to lz_outlet;
grant update (state, decided_at) on lz.dispute to lz_outlet;
grant select on lz.correction, lz.claim, lz.dispute to lz_desk;
grant update (state, reason_code, reason, decided_at, decided_by) on lz.correction to lz_desk;
grant update (state, reason_code, reason, decided_at, decided_by, dispute_id) on lz.claim to lz_desk;
grant update (state, decided_at, decided_by) on lz.dispute to lz_desk;
grant insert on lz.message to lz_outlet, lz_desk;
grant select on lz.message to lz_outlet;
grant update (read_at) on lz.message to lz_outlet;
