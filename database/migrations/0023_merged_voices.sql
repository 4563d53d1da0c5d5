-- What was said of a merged entry, and who follows it, belongs to the outlet that it became part of. Nothing is moved: it is looked for under all that
-- became this outlet, so that parting them again puts it right by itself.

-- The outlet that an entry became part of, and that one perhaps of a third; itself where it was not merged. A row leads to one at most and never to itself.
create function lz.survivor_of(p_outlet uuid) returns uuid language sql stable set search_path = lz, pg_temp as $$
  with recursive way as (
    select id, merged_into, 1 as step from outlet where id = p_outlet
    union all select o.id, o.merged_into, way.step + 1 from way join outlet o on o.id = way.merged_into where way.step < 20
  ) select id from way order by step desc limit 1
$$;
-- An outlet and all that became part of it.
create function lz.family_of(p_outlet uuid) returns uuid[] language sql stable set search_path = lz, pg_temp as $$
  with recursive family as (
    select p_outlet as id, 1 as step
    union all select o.id, family.step + 1 from family join outlet o on o.merged_into = family.id where family.step < 20
  ) select array_agg(distinct id) from family
$$;
revoke execute on function lz.survivor_of, lz.family_of from public;
grant execute on function lz.survivor_of, lz.family_of to lz_voice, lz_clock, lz_desk;
grant select (merged_into) on lz.outlet to lz_clock;

-- Followers of what became part of it are told as well.
create or replace function lz.note_news() returns trigger language plpgsql security definer set search_path = lz, pg_temp as $$
declare
  is_first constant boolean := new.before = '{}' and new.after = '{}';
  now_listed boolean := (new.after ->> 'listed')::boolean;
begin
  if is_first then select o.listed into now_listed from outlet o where o.id = new.outlet_id; end if;
  if exists (select from follow f where f.outlet_id = any(family_of(new.outlet_id))) or (now_listed and exists (select from follow f where f.format is not null)) then
    insert into news (entry_id, listed) values (new.id, now_listed);
  end if;
  return null;
end $$;
