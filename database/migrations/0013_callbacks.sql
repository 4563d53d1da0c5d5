-- Calling back (domain/callback.ts): of the households that got a letter some are drawn once more, and asked whether they answered
-- themselves. Counts alone, each entry a leaf of the round's list; it changes no rate.

-- `body` is what the leaf was made from: the plan, the draw, the counts as they came. `shown` is what of the counts may be seen by anybody.
create table lz.callback (
  round_id text not null references lz.letter_list,
  number integer not null check (number >= 0),
  at timestamptz not null,
  kind text not null check (kind in ('plan', 'draw', 'counts')),
  body jsonb not null,
  shown jsonb check ((kind = 'counts') = (shown is not null)),
  leaf bytea not null unique check (length(leaf) = 32),
  primary key (round_id, number),
  check ((number = 0) = (kind = 'plan') and (number = 1) = (kind = 'draw')),
  check (body ->> 'kind' = kind and body ->> 'round' = round_id)
);
create trigger no_change before update or delete on lz.callback for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.callback for each statement execute function lz.refuse_change();

-- After the last answer and before the purge, one after the other; the plan before its seed is known, and the draw not before.
create function lz.only_in_turn() returns trigger language plpgsql as $$
declare of lz.round; seed_at timestamptz;
begin
  select * into of from lz.round where id = new.round_id;
  if new.at < of.closes_at + of.grace_hours * interval '1 hour' then
    raise exception 'lz_callback: the round is not over';
  end if;
  if exists (select from lz.purge where round_id = new.round_id) then
    raise exception 'lz_callback: the round was purged';
  end if;
  if new.number <> (select count(*) from lz.callback where round_id = new.round_id) or exists (select from lz.callback where round_id = new.round_id and at > new.at) then
    raise exception 'lz_callback: out of turn';
  end if;
  seed_at := coalesce((select body ->> 'seedAt' from lz.callback where round_id = new.round_id and number = 0), new.body ->> 'seedAt')::timestamptz;
  if (new.kind = 'plan') <> (new.at < seed_at) then
    raise exception 'lz_callback: the plan comes before its seed, all else after';
  end if;
  return new;
end $$;
create trigger in_turn before insert on lz.callback for each row execute function lz.only_in_turn();

-- Looked at when the transaction ends.
create function lz.only_listed() returns trigger language plpgsql as $$
begin
  if not exists (select from lz.leaf l join lz.seal s on s.round_id = l.round_id and s.size > l.position where l.round_id = new.round_id and l.leaf = new.leaf) then
    raise exception 'lz_callback: it stands under no seal';
  end if;
  return null;
end $$;
create constraint trigger listed after insert on lz.callback deferrable initially deferred for each row execute function lz.only_listed();

revoke execute on all functions in schema lz from public;
-- the plan and what may be shown; never the counts as they came
grant select (round_id, number, at, kind, shown) on lz.callback to lz_survey;
create view lz.callback_plan as select round_id, body ->> 'seed' as seed, body ->> 'seedAt' as seed_at, (body ->> 'troubleAbove')::double precision as trouble_above, body -> 'communities' as communities
  from lz.callback where kind = 'plan';
grant select on lz.callback_plan to lz_survey;
