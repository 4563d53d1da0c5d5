-- What the district decides of a circle, and what only people know of a place. Both are appended to alone: the newest holds, the earlier ones stay.

create table lz.circle_state (
  id bigint generated always as identity primary key,
  sending uuid not null unique,
  circle_id text not null references lz.circle,
  state text not null check (state in ('planned', 'building', 'built', 'accepted')),
  note text check (length(note) between 1 and 200),
  at timestamptz not null,
  by text not null
);
create index on lz.circle_state (circle_id, id desc);

create table lz.entered (
  id bigint generated always as identity primary key,
  sending uuid not null,
  place_kind text not null check (place_kind in ('community', 'circle')),
  place_id text not null,
  -- of domain/figures/entered.ts
  field text not null,
  value double precision check (value >= 0),
  words text check (length(words) between 1 and 200),
  source text not null check (length(source) between 1 and 100),
  as_of date not null,
  at timestamptz not null,
  by text not null,
  by_role text not null check (by_role in ('street', 'district')),
  -- both null: the value was taken back
  check (value is null or words is null),
  unique (sending, place_kind, place_id, field)
);
create index on lz.entered (place_kind, place_id, field, id desc);

do $$
declare t text;
begin
  foreach t in array array['circle_state', 'entered'] loop
    execute format('create trigger no_change before update or delete on lz.%I for each row execute function lz.refuse_change()', t);
    execute format('create trigger no_truncate before truncate on lz.%I for each statement execute function lz.refuse_change()', t);
    execute format('grant select, insert on lz.%I to lz_desk', t);
  end loop;
end $$;
