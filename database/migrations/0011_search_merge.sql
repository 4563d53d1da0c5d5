-- Two entries of one outlet become one, and can become two again. Nothing is deleted: the one that goes is not listed any more, leads to the
-- one that stays, and keeps its history; both histories have an entry.

alter table lz.outlet add column merged_into uuid references lz.outlet;
-- how many were merged into it, so that the one that stays has an entry in its history whatever it took over
alter table lz.outlet add column absorbed integer not null default 0 check (absorbed >= 0);
-- whoever would list a merged one again, or give it an owner, must part the two first
alter table lz.outlet add constraint merged_is_gone check (merged_into is null or (merged_into <> id and not listed and owner is null));
create index outlet_merged on lz.outlet (merged_into) where merged_into is not null;

create table lz.outlet_merge (
  id uuid primary key,
  kept uuid not null references lz.outlet,
  gone uuid not null references lz.outlet,
  at timestamptz not null,
  by text not null,
  -- about the one that went, mended by its going
  reports uuid[] not null,
  undone_at timestamptz,
  undone_by text,
  check (kept <> gone),
  check ((undone_at is null) = (undone_by is null))
);
create unique index outlet_merge_once on lz.outlet_merge (gone) where undone_at is null;
create index on lz.outlet_merge (kept);

-- Pairs that somebody looked at and that are not one outlet: they don't come again.
create table lz.outlet_apart (
  one uuid not null references lz.outlet,
  other uuid not null references lz.outlet,
  apart boolean not null,
  at timestamptz not null,
  by text not null,
  primary key (one, other),
  check (one < other)
);

create trigger no_delete before delete on lz.outlet_merge for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.outlet_merge for each statement execute function lz.refuse_change();

grant select, insert on lz.outlet_merge, lz.outlet_apart to lz_desk;
grant update (undone_at, undone_by) on lz.outlet_merge to lz_desk;
grant update (apart, at, by) on lz.outlet_apart to lz_desk;
-- a code that hands over the one that goes is void
grant update (expires_at) on lz.handover to lz_desk;
