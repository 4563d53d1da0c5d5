-- 「有人要求我怎么填」: a day, a community and how many; who said so only as a keyed hash that makes her count once.

-- The hash is made with the round's key, like that of participation, under a label of its own: neither leads to the other.
create table lz.pressure_tag (
  round_id text not null references lz.round,
  tag bytea not null check (length(tag) = 32),
  primary key (round_id, tag)
);

-- Why fifty: domain/pressure.ts, P1.
create function lz.pressure_most() returns integer language sql immutable as $$ select 50 $$;

create table lz.pressure (
  round_id text not null,
  community_code text not null,
  day date not null,
  reports integer not null check (reports between 1 and 50),
  primary key (round_id, community_code, day),
  foreign key (round_id, community_code) references lz.round_community
);

-- What guards them ----------------------------------------------------------------------------------

create trigger no_change before update or delete on lz.pressure_tag for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.pressure_tag for each statement execute function lz.refuse_change();

-- A count begins at one and grows by one, and a round never counts more than have said so.
create function lz.only_one_more() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' and new.reports = 1)
    or (tg_op = 'UPDATE' and new.reports = old.reports + 1 and (new.round_id, new.community_code, new.day) = (old.round_id, old.community_code, old.day)) then
    if (select count(*) from lz.pressure_tag where round_id = new.round_id) > (select coalesce(sum(reports), 0) from lz.pressure where round_id = new.round_id) then
      return new;
    end if;
  end if;
  raise exception '% of lz.% is not allowed: it counts what was said, one at a time', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger one_more before insert or update or delete on lz.pressure for each row execute function lz.only_one_more();
create trigger no_truncate before truncate on lz.pressure for each statement execute function lz.refuse_change();

-- Silent whether it counted, was said before, or the day is full: the answer is the same for all.
create function lz.report_pressure(p_round text, p_tag bytea, p_community text, p_day date) returns void
  language plpgsql security definer set search_path = lz, pg_temp as $$
begin
  -- A full day writes nothing, no tag either: so a flood can't fill the table, and whoever came too late can say so tomorrow.
  -- Looked at twice: without waiting, and again when nobody else counts here.
  if exists (select from pressure where round_id = p_round and community_code = p_community and day = p_day and reports >= pressure_most()) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('lz.pressure'), hashtext(p_round || '/' || p_community));
  if exists (select from pressure where round_id = p_round and community_code = p_community and day = p_day and reports >= pressure_most()) then
    return;
  end if;
  insert into pressure_tag (round_id, tag) values (p_round, p_tag) on conflict do nothing;
  if not found then
    return;
  end if;
  insert into pressure (round_id, community_code, day, reports) values (p_round, p_community, p_day, 1)
    on conflict (round_id, community_code, day) do update set reports = pressure.reports + 1;
end $$;

-- Who oversees: above the district, and made from above ---------------------------------------------

alter table lz.officer drop constraint officer_role_check;
alter table lz.officer add constraint officer_role_check check (role in ('street', 'district', 'oversight'));
alter table lz.invite drop constraint invite_role_check;
alter table lz.invite add constraint invite_role_check check (role in ('street', 'district', 'oversight'));

-- An invite for oversight is made and called in, and an overseer's duty ended, by whoever runs the server; no function can.
-- A function enters an overseer only for an invite that she used.
create function lz.only_from_above() returns trigger language plpgsql as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if tg_table_name = 'officer' and tg_op = 'INSERT' then
    if exists (select from lz.invite i where i.role = 'oversight' and i.used_by = new.person and i.revoked_at is null) then
      return new;
    end if;
  end if;
  raise exception '% of lz.% is not allowed: who oversees is not for a function to decide', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger oversight_made before insert on lz.invite for each row when (new.role = 'oversight') execute function lz.only_from_above();
create trigger oversight_revoked before update on lz.invite for each row
  when (old.role = 'oversight' and new.revoked_at is distinct from old.revoked_at) execute function lz.only_from_above();
create trigger oversight_entered before insert on lz.officer for each row when (new.role = 'oversight') execute function lz.only_from_above();
create trigger oversight_ended before update on lz.officer for each row
  when (old.role = 'oversight' and new.ended_at is distinct from old.ended_at) execute function lz.only_from_above();

revoke execute on all functions in schema lz from public;
grant execute on function lz.report_pressure to lz_survey;
grant select on lz.pressure to lz_desk;
