-- Community workers, officials of departments, administrators; and the rights to let people in, held by the database too.

alter table lz.officer add column community_code text references lz.community, add column department text;
alter table lz.invite add column community_code text references lz.community, add column department text;

do $$
declare
  t text;
begin
  foreach t in array array['officer', 'invite'] loop
    execute format('alter table lz.%1$s drop constraint %1$s_role_check', t);
    execute format('alter table lz.%1$s drop constraint %1$s_check', t);
    execute format('alter table lz.%1$s add constraint %1$s_role_check check (role in (''community'', ''street'', ''department'', ''district'', ''administrator'', ''oversight''))', t);
    -- each role holds where it holds and nowhere else
    execute format('alter table lz.%1$s add constraint %1$s_place_check check ((role = ''street'') = (street_code is not null)
      and (role = ''community'') = (community_code is not null) and (role = ''department'') = (department is not null))', t);
  end loop;
end $$;

drop index lz.officer_once;
create unique index officer_once on lz.officer (person, role, coalesce(street_code, community_code, department, '')) where ended_at is null;

alter table lz.inventory_check drop constraint inventory_check_by_role_check;
alter table lz.inventory_check add constraint inventory_check_by_role_check check (by_role in ('community', 'street', 'district'));
alter table lz.entered drop constraint entered_by_role_check;
alter table lz.entered add constraint entered_by_role_check check (by_role in ('community', 'street', 'district'));
alter table lz.task_note drop constraint task_note_by_role_check;
alter table lz.task_note add constraint task_note_by_role_check check (by_role in ('street', 'department', 'district'));
alter table lz.task_note drop constraint task_note_check1;
alter table lz.task_note add constraint task_note_by_check check ((by_role <> 'street' or street_code is not null) and (by_role <> 'department' or street_code is null));

-- Who lets in whom: the same as types/permissions.ts, compared by a test.
create table lz.may_invite (role text not null, invites text not null, primary key (role, invites));
insert into lz.may_invite values
  ('administrator', 'administrator'), ('administrator', 'district'), ('administrator', 'department'), ('administrator', 'street'), ('administrator', 'community'),
  ('district', 'district'), ('district', 'department'), ('district', 'street'), ('district', 'community'),
  ('street', 'community');

-- A function writes an invite only for somebody who may, and enters an officer only by an invite of the same role and place that she used.
-- Whoever runs the server stands outside of this.
create function lz.by_those_who_may() returns trigger language plpgsql as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if tg_table_name = 'invite' then
    if exists (
      select from lz.officer o join lz.may_invite m on m.role = o.role and m.invites = new.role
      where o.person = new.created_by and o.ended_at is null
        and (o.role <> 'street' or o.street_code = (select c.street_code from lz.community c where c.code = new.community_code))
    ) then
      return new;
    end if;
  elsif exists (
    select from lz.invite i
    where i.used_by = new.person and i.revoked_at is null and i.role = new.role
      and i.street_code is not distinct from new.street_code and i.community_code is not distinct from new.community_code and i.department is not distinct from new.department
  ) then
    return new;
  end if;
  raise exception '% of lz.% is not allowed: nobody who may has invited', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger invite_by_those_who_may before insert on lz.invite for each row execute function lz.by_those_who_may();
create trigger officer_by_invite before insert on lz.officer for each row when (new.role <> 'oversight') execute function lz.by_those_who_may();

revoke execute on all functions in schema lz from public;
grant select on lz.may_invite to lz_desk;
