-- Census lists in the app: a list waits here, compared with what is known, until the district has decided; whether an outlet belongs to a
-- chain; and, for every community and format, whether somebody has looked.

-- The function that reads and writes tables logs in as a role of its own -----------------------------

do $$
begin
  -- roles belong to the whole server, so another database may be making it at this moment
  begin
    create role lz_export nologin;
  exception when duplicate_object or unique_violation then null;
  end;
  execute 'grant lz_export to current_user';
end $$;
grant usage on schema lz to lz_export;
grant select on lz.rule_version, lz.setting, lz.street, lz.community, lz.circle, lz.circle_community, lz.officer to lz_export;

-- 连锁 · 独立 · 不清楚 -------------------------------------------------------------------------------

alter table lz.outlet
  add column chain text not null default 'unknown' check (chain in ('chain', 'independent', 'unknown')),
  add column brand text,
  add constraint outlet_brand_of_chain check (brand is null or chain = 'chain');

-- Lists ----------------------------------------------------------------------------------------------

create table lz.import (
  id uuid primary key,
  file text not null,
  -- SHA-256 of the file as it came
  hash bytea not null check (length(hash) = 32),
  -- in which system positions were said to be; null: as each row says, else GCJ-02
  system text check (system in ('gcj02', 'wgs84', 'bd09')),
  state text not null check (state in ('staged', 'loaded', 'dropped')),
  staged_at timestamptz not null,
  staged_by text not null,
  -- when its rows were last held against the outlets
  compared_at timestamptz not null,
  -- what the person should know of the file, in words
  notes jsonb not null,
  suspicion jsonb,
  counts jsonb not null,
  ended_at timestamptz,
  ended_by text,
  done jsonb,
  check ((state = 'staged') = (ended_at is null))
);
create index on lz.import (staged_at desc);

create table lz.import_row (
  import_id uuid not null references lz.import on delete cascade,
  line integer not null,
  name text not null,
  outcome text not null check (outcome in ('new', 'same', 'changed', 'conflict', 'bad')),
  outlet_id uuid,
  -- what the list says in a conflict against what stands: 用名单的 or 留现在的
  choice text check (choice in ('list', 'kept')),
  -- as read; emptied when the list was loaded
  cells jsonb,
  -- what it was read as; null where the row is bad
  item jsonb,
  -- of a bad row: heading and reason; else: column, now, list
  reasons jsonb,
  -- of what stood in the outlet when it was compared
  seen bytea,
  primary key (import_id, line),
  check (choice is null or outcome = 'conflict')
);
create index on lz.import_row (import_id, outcome, line);

-- What was loaded is history: it says what was done, and no longer what the list said.
create function lz.guard_import() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'staged' or new.id <> old.id or new.hash <> old.hash or new.file <> old.file or new.staged_by <> old.staged_by or new.staged_at <> old.staged_at then
    raise exception '% of lz.import is not allowed: a list that is over is never changed', tg_op using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger no_change before update or delete on lz.import for each row execute function lz.guard_import();
create trigger no_truncate before truncate on lz.import for each statement execute function lz.refuse_change();

grant select, insert on lz.import to lz_export;
grant update (state, compared_at, counts, notes, suspicion, ended_at, ended_by, done) on lz.import to lz_export;
grant select, insert, delete on lz.import_row to lz_export;
grant update (outcome, outlet_id, choice, cells, item, reasons, seen) on lz.import_row to lz_export;
grant select, insert, update on lz.outlet to lz_export;
grant insert on lz.audit to lz_export;
-- an outlet that is written is put into the index that a search uses (0011)
grant execute on function lz.change_as, lz.search_keys to lz_export;

-- What was checked -----------------------------------------------------------------------------------

create table lz.inventory_check (
  id bigint generated always as identity primary key,
  community_code text not null references lz.community,
  format text not null,
  state text not null check (state in ('checked', 'partial', 'unchecked')),
  by text not null,
  -- as what she did it: an officer of the street, or the district
  by_role text not null check (by_role in ('street', 'district')),
  at timestamptz not null,
  note text check (length(note) between 1 and 100)
);
create index on lz.inventory_check (community_code, format, id desc);
create trigger no_change before update or delete on lz.inventory_check for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.inventory_check for each statement execute function lz.refuse_change();
grant select, insert on lz.inventory_check to lz_desk;
grant select on lz.inventory_check to lz_export;

revoke execute on function lz.guard_import from public;
