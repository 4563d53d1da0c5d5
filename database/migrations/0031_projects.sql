-- 需求清单 → 项目清单: what a circle is to get, by whom, with what money, until when, and how far it is. Nothing is deleted.

create table lz.project (
  id uuid primary key,
  circle_id text not null references lz.circle,
  -- of rules/formats
  format text not null check (length(format) between 1 and 40),
  kind text not null check (kind in ('build', 'renovate', 'attract', 'combine')),
  title text not null check (length(title) between 1 and 60),
  -- of rules/work-plan
  department text not null check (length(department) between 1 and 40),
  funding text not null check (funding in ('government', 'enterprise', 'both')),
  -- 省级资金申报
  provincial boolean not null,
  -- why: found missing, said by residents in a questionnaire, waited for by residents
  reasons text[] not null check (reasons <@ array['gap', 'asked', 'wished']),
  -- what residents read
  note text not null check (length(note) between 1 and 200),
  state text not null check (state in ('planned', 'going', 'done', 'dropped')),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  demo boolean not null
);
create index on lz.project (circle_id);

create table lz.milestone (
  project_id uuid not null references lz.project,
  number integer not null check (number between 1 and 100),
  name text not null check (length(name) between 1 and 40),
  due date not null,
  done_at timestamptz,
  -- taken out of the plan while it was open
  dropped_at timestamptz,
  primary key (project_id, number),
  check (done_at is null or dropped_at is null)
);

create table lz.project_entry (
  id bigint generated always as identity primary key,
  sending uuid not null unique,
  project_id uuid not null references lz.project,
  act text not null check (act in ('make', 'change', 'start', 'finish', 'drop', 'resume', 'note', 'milestone')),
  text text check (length(text) between 1 and 200),
  detail jsonb not null,
  at timestamptz not null,
  by text not null,
  by_role text not null check (by_role in ('department', 'district')),
  -- it is public why something will not be built after all, or goes on after it was said to be done
  check (act not in ('drop', 'resume', 'note') or text is not null)
);
create index on lz.project_entry (project_id, id desc);
create trigger no_change before update or delete on lz.project_entry for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.project_entry for each statement execute function lz.refuse_change();
create trigger no_delete before delete on lz.project for each row execute function lz.refuse_change();
create trigger no_delete before delete on lz.milestone for each row execute function lz.refuse_change();

-- Done is done: with a milestone open it is refused by the database too.
create function lz.milestones_before_end() returns trigger language plpgsql as $$
begin
  if exists (select from lz.milestone m where m.project_id = new.id and m.done_at is null and m.dropped_at is null) then
    raise exception 'a project with open milestones can''t be done' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger milestones_before_end before update on lz.project for each row when (new.state = 'done' and old.state <> 'done') execute function lz.milestones_before_end();

-- What residents wait for, by format and circle: those who follow a format from a community of it. Never fewer than ten, so that the desk can't
-- learn of one of them; who they are stays with the function that they told.
create function lz.wishes() returns table (circle_id text, format text, people integer) language sql stable security definer set search_path = lz, pg_temp as $$
  select m.circle_id, f.format, count(distinct f.person)::integer
  from follow f join circle_community m on m.community_code = f.community_code
  where f.format is not null
  group by m.circle_id, f.format having count(distinct f.person) >= 10
$$;

revoke execute on all functions in schema lz from public;
grant execute on function lz.wishes to lz_desk;
grant select, insert on lz.project, lz.milestone, lz.project_entry to lz_desk;
grant update (format, kind, title, department, funding, provincial, reasons, note, state, version, changed_at) on lz.project to lz_desk;
grant update (name, due, done_at, dropped_at) on lz.milestone to lz_desk;
grant select on lz.project, lz.milestone to lz_export;
