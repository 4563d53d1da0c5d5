-- A rule file that the district loaded waits here, to be compared with the one in force, until it is adopted or dropped.

create table lz.rule_draft (
  id uuid primary key,
  kind text not null check (kind in ('classification', 'evaluation', 'tables')),
  version text not null,
  hash text not null,
  body jsonb not null,
  staged_at timestamptz not null,
  staged_by text not null,
  state text not null default 'staged' check (state in ('staged', 'adopted', 'dropped')),
  ended_at timestamptz,
  ended_by text,
  check ((state = 'staged') = (ended_at is null))
);
create index on lz.rule_draft (staged_at desc);

create function lz.guard_rule_draft() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'staged' or row(new.id, new.kind, new.version, new.hash, new.body, new.staged_at, new.staged_by) is distinct from row(old.id, old.kind, old.version, old.hash, old.body, old.staged_at, old.staged_by) then
    raise exception '% of lz.rule_draft is not allowed: what was loaded is only ever decided', tg_op using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function lz.guard_rule_draft from public;
create trigger no_change before update or delete on lz.rule_draft for each row execute function lz.guard_rule_draft();
create trigger no_truncate before truncate on lz.rule_draft for each statement execute function lz.refuse_change();
grant select, insert on lz.rule_draft to lz_desk;
grant update (state, ended_at, ended_by) on lz.rule_draft to lz_desk;

-- The desk can't write rules; it can have one adopted that it loaded before, and no other. Which is the newest goes by the database's own clock,
-- as for those that a deployment brings.
create function lz.adopt_rule(p_draft uuid, p_at timestamptz, p_by text) returns void language plpgsql security definer set search_path = lz, pg_temp as $$
declare d rule_draft;
begin
  select * into d from rule_draft where id = p_draft and state = 'staged' for update;
  if not found then
    raise exception 'no such draft waits' using errcode = 'no_data_found';
  end if;
  insert into rule_version (kind, version, hash, title, source, status, body, loaded_at)
    values (d.kind, d.version, d.hash, d.body ->> 'title', d.body ->> 'source', d.body ->> 'status', d.body, clock_timestamp());
  update rule_draft set state = 'adopted', ended_at = p_at, ended_by = p_by where id = p_draft;
end $$;
revoke execute on function lz.adopt_rule from public;
grant execute on function lz.adopt_rule to lz_desk;
