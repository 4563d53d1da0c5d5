-- How long answers are kept, what is left of them afterwards, and age bands for staff.

-- What a purge leaves of an answer: the commitment that its leaf was made from. Without the salt it tells nothing, and with it the leaf
-- still proves round, questionnaire, community, source and place in the list.
alter table lz.response add column commitment bytea check (length(commitment) = 32);

-- One line a round: when its answers were emptied, and what was true at that moment. `body` is what a leaf of the round's list was made
-- from, so the seal over it holds it fast; with it the figures that nobody can redo any more (hash of each release).
create table lz.purge (
  round_id text primary key references lz.round,
  at timestamptz not null,
  body jsonb not null,
  leaf bytea not null unique check (length(leaf) = 32)
);
create trigger no_change before update or delete on lz.purge for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.purge for each statement execute function lz.refuse_change();

-- Only a round that is over and published whole, and whose time has come, or with a reason why not.
create function lz.only_when_over() returns trigger language plpgsql as $$
declare of lz.round;
begin
  select * into of from lz.round where id = new.round_id;
  if of.definition is null then
    raise exception 'lz_purge: the round has no definition';
  end if;
  if not exists (select from lz.release where round_id = of.id and kind = 'final')
    or (select count(*) from lz.release where round_id = of.id) < jsonb_array_length(of.releases) then
    raise exception 'lz_purge: not everything was released yet';
  end if;
  if exists (select from lz.response_inbox where round_id = of.id) or exists (select from lz.withdrawal_inbox where round_id = of.id)
    or exists (select from lz.participation where round_id = of.id) then
    raise exception 'lz_purge: the round is not over';
  end if;
  if coalesce((of.definition ->> 'keepUntil')::timestamptz > new.at, true) and coalesce(new.body ->> 'reason', '') = '' then
    raise exception 'lz_purge: before its time a reason is needed';
  end if;
  return new;
end $$;
create trigger when_over before insert on lz.purge for each row execute function lz.only_when_over();

-- Texts that residents wrote, wherever they lie: tables named remark… that keep a text by its round.
create function lz.text_tables() returns setof regclass language sql stable as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'lz' and c.relkind = 'r' and c.relname like 'remark%'
    and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('round_id', 'text') and not a.attisdropped) = 2
$$;
create function lz.texts_of(p_round text) returns bigint language plpgsql stable as $$
declare t regclass; n bigint; total bigint := 0;
begin
  for t in select lz.text_tables() loop
    execute format('select count(*) from %s where round_id = $1', t) into n using p_round;
    total := total + n;
  end loop;
  return total;
end $$;

-- All of it or nothing: looked at when the transaction ends.
create function lz.only_whole() returns trigger language plpgsql as $$
begin
  if exists (select from lz.response where round_id = new.round_id and (answers is not null or salt is not null)) or lz.texts_of(new.round_id) > 0
    or not exists (select from lz.leaf where round_id = new.round_id and leaf = new.leaf) then
    raise exception 'lz_purge: something was left';
  end if;
  return null;
end $$;
create constraint trigger whole after insert on lz.purge deferrable initially deferred for each row execute function lz.only_whole();

-- An answer changes in two ways alone: a withdrawal that belongs to it empties it, or the purge of its round, which leaves the commitment.
-- Whatever else a row holds, now or later, stays as it was.
create or replace function lz.only_emptied() returns trigger language plpgsql as $$
declare
  emptied constant text[] := array['answers', 'salt', 'age_band', 'eligible', 'mode', 'proxy', 'seconds', 'reversed'];
begin
  if tg_op = 'UPDATE' and new.answers is null and new.salt is null and new.age_band is null and new.eligible is null and new.mode is null
    and new.proxy is null and new.seconds is null and new.reversed is null then
    if to_jsonb(new) - emptied = to_jsonb(old) - emptied
      and exists (select from lz.withdrawal w where w.of_leaf = old.leaf and w.withdraw_hash = old.withdraw_hash) then
      return new;
    end if;
    if old.answers is not null and old.commitment is null and new.commitment is not null and to_jsonb(new) - emptied - 'commitment' = to_jsonb(old) - emptied - 'commitment'
      and exists (select from lz.purge p where p.round_id = old.round_id) then
      return new;
    end if;
  end if;
  raise exception '% of lz.% is not allowed: its rows are never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- The purge, in three steps of one transaction: the entry and its leaf; the answers, a portion at a time; nothing left, or nothing done.
create function lz.begin_purge(p_round text, p_at timestamptz, p_body jsonb, p_leaf bytea) returns void language plpgsql as $$
declare t regclass;
begin
  insert into lz.purge (round_id, at, body, leaf) values (p_round, p_at, p_body, p_leaf);
  insert into lz.leaf (round_id, position, leaf) select p_round, max(position) + 1, p_leaf from lz.leaf where round_id = p_round;
  for t in select lz.text_tables() loop
    execute format('delete from %s where round_id = $1', t) using p_round;
  end loop;
  delete from lz.age_count where round_id = p_round;
end $$;

create function lz.purge_answers(p_round text, p_leaves bytea[], p_commitments bytea[]) returns bigint language plpgsql as $$
declare emptied bigint;
begin
  update lz.response r set answers = null, salt = null, age_band = null, eligible = null, mode = null, proxy = null, seconds = null, reversed = null, commitment = c.commitment
    from unnest(p_leaves, p_commitments) as c (leaf, commitment) where r.leaf = c.leaf and r.round_id = p_round and r.answers is not null;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

-- Age bands for staff (domain/age-counts.ts) ---------------------------------------------------------

-- What may be shown, and nothing else: the desk reads this table itself. `at`: the seal it was counted at.
create table lz.age_count (
  round_id text not null,
  community_code text not null,
  younger integer not null check (younger >= 5),
  older integer not null check (older >= 5),
  at timestamptz not null,
  primary key (round_id, community_code),
  foreign key (round_id, community_code) references lz.round_community
);

-- Both bands have grown by five, or the row stays: else two days' difference would tell who came in between.
create function lz.only_by_five() returns trigger language plpgsql as $$
begin
  if (new.round_id, new.community_code) = (old.round_id, old.community_code) and new.younger >= old.younger + 5 and new.older >= old.older + 5
    and (new.at at time zone 'utc' + interval '8 hours')::date > (old.at at time zone 'utc' + interval '8 hours')::date then
    return new;
  end if;
  raise exception '% of lz.% is not allowed: too few came since', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger by_five before update on lz.age_count for each row execute function lz.only_by_five();

-- Counted once a day (Asia/Shanghai): the day on which a round was counted last.
create table lz.age_counted (
  round_id text primary key references lz.round,
  day date not null
);

revoke execute on all functions in schema lz from public;
grant select on lz.purge to lz_survey, lz_desk, lz_clock;
grant select, insert, update on lz.age_count, lz.age_counted to lz_clock;
grant select on lz.age_count to lz_desk;
