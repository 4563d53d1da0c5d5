-- Frozen figures: the sheet of one moment under a name, and the files that were made of it. The first file stays; asking again gives that one.

create table lz.snapshot (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 40),
  at timestamptz not null,
  by text not null,
  -- domain/figures/sheet.ts, whole
  sheet jsonb not null,
  -- SHA-256 of its canonical JSON
  hash bytea not null check (length(hash) = 32),
  demo boolean not null
);
create index on lz.snapshot (at desc);

create table lz.report (
  snapshot_id uuid not null references lz.snapshot,
  -- which table, of rules/tables.json
  kind text not null,
  name text not null,
  -- the template it was laid out by
  template_hash text not null references lz.rule_version (hash),
  content bytea not null,
  hash bytea not null check (length(hash) = 32),
  at timestamptz not null,
  by text not null,
  primary key (snapshot_id, kind)
);

do $$
declare t text;
begin
  foreach t in array array['snapshot', 'report'] loop
    execute format('create trigger no_change before update or delete on lz.%I for each row execute function lz.refuse_change()', t);
    execute format('create trigger no_truncate before truncate on lz.%I for each statement execute function lz.refuse_change()', t);
  end loop;
end $$;
grant select, insert on lz.snapshot to lz_desk;
grant select (snapshot_id, kind, name, hash, at) on lz.report to lz_desk;
grant select on lz.snapshot to lz_export;
grant select, insert on lz.report to lz_export;
