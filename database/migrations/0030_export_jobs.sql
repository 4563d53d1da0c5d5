-- Files that take a while: asked for once, made in steps that survive a restart, kept as the first file of their kind like the tables.

-- a report has no template of its own, and an archive is of a circle
alter table lz.report alter column template_hash drop not null;
alter table lz.report add column circle_id text references lz.circle;
alter table lz.report drop constraint report_pkey;
create unique index report_first on lz.report (snapshot_id, kind, coalesce(circle_id, ''));
-- packed already, and handed out part by part
alter table lz.report alter column content set storage external;
grant select (circle_id) on lz.report to lz_desk;

create table lz.export_job (
  id uuid primary key,
  snapshot_id uuid not null references lz.snapshot,
  kind text not null check (kind in ('report', 'archive')),
  circle_id text references lz.circle,
  asked_at timestamptz not null,
  asked_by text not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'made', 'failed')),
  -- what is to be done, in this order; fixed when it was asked for
  steps text[] not null check (cardinality(steps) > 0),
  done integer not null default 0 check (done between 0 and cardinality(steps)),
  -- photos that go in, fixed at the same time
  photos uuid[] not null default '{}',
  -- how often the present step went wrong, and with what kind of error; null: it did not
  tries integer not null default 0,
  fault text,
  changed_at timestamptz not null,
  check ((kind = 'archive') = (circle_id is not null)),
  check ((state = 'made') = (done = cardinality(steps)))
);
create unique index export_job_one on lz.export_job (snapshot_id, kind, coalesce(circle_id, ''));
create index export_job_open on lz.export_job (changed_at) where state in ('waiting', 'working');

-- what is made already of one that is under way; gone once it is whole
create table lz.export_part (
  job_id uuid not null references lz.export_job,
  path text not null check (length(path) between 1 and 200),
  content bytea not null,
  primary key (job_id, path)
);
alter table lz.export_part alter column content set storage external;

-- What was asked for stays; only how far it is changes, and what is made is over.
create function lz.export_job_keeps() returns trigger language plpgsql as $$
begin
  if old.state = 'made' or (new.id, new.snapshot_id, new.kind, new.circle_id) is distinct from (old.id, old.snapshot_id, old.kind, old.circle_id) then
    raise exception 'a job of lz.export_job is not allowed to change like this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function lz.export_job_keeps from public;
create trigger keeps before update on lz.export_job for each row execute function lz.export_job_keeps();
create trigger no_delete before delete on lz.export_job for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.export_job for each statement execute function lz.refuse_change();

grant select, insert on lz.export_job to lz_export;
grant update (state, done, steps, photos, tries, fault, changed_at, asked_at, asked_by) on lz.export_job to lz_export;
grant select, insert, delete on lz.export_part to lz_export;
-- what an auditor needs of a circle, all of it public already, and photos that anybody may see
grant select on lz.round, lz.release, lz.release_cell, lz.seal to lz_export;
grant select (id, purpose, media, bytes, sha256, created_at, state, place) on lz.file to lz_export;
