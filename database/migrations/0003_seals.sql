-- Answers are sealed. Each is a leaf of its round's list; a seal is the Merkle root (RFC 6962) of the list so far, so nothing
-- that was sealed can be changed, dropped or moved unnoticed by whoever kept an earlier root. What an answer says stands beside
-- its leaf, with a salt, and can be emptied by a withdrawal without touching the list.

-- nothing waits while the tables change
select lz.settle_inbox();

-- Rounds: written down whole before they open, and never changed. Rounds from before have no definition.
alter table lz.round
  add column definition jsonb,
  add column definition_hash bytea,
  -- SHA-256 of the key that hides who took part; the key itself never enters the database
  add column key_hash bytea,
  add column census_hash text references lz.rule_version (hash);

create function lz.refuse_round_change() returns trigger language plpgsql as $$
begin
  if exists (select from lz.round where id = old.round_id and definition is not null) then
    raise exception '% of lz.% is not allowed: a defined round is never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger no_change before update or delete on lz.round for each row when (old.definition is not null) execute function lz.refuse_change();
create trigger no_change before update or delete on lz.round_community for each row execute function lz.refuse_round_change();

-- The list of a round: its definition first, then answers and withdrawals, each seal's share in the order of their hashes.
create table lz.leaf (
  round_id text not null references lz.round,
  position bigint not null check (position >= 0),
  leaf bytea not null unique check (length(leaf) = 32),
  primary key (round_id, position)
);

-- Seal k says: the first `size` leaves have this root. `frontier` are the roots of the whole subtrees at its edge, largest first,
-- from which the next seal goes on without reading the list again.
create table lz.seal (
  round_id text not null references lz.round,
  number integer not null check (number >= 0),
  at timestamptz not null,
  size bigint not null,
  root bytea not null,
  frontier bytea[] not null,
  primary key (round_id, number)
);

-- answers from before stand in their round's list by the hash they had
insert into lz.leaf (round_id, position, leaf) select round_id, row_number() over (partition by round_id order by receipt) - 1, receipt from lz.response;

-- Answers: what was a hash of the receipt is now the leaf; salt and content are null once withdrawn.
alter table lz.response rename column receipt to leaf;
alter table lz.response
  add column salt bytea,
  add column withdraw_hash bytea,
  -- the scale ran the other way for her
  add column reversed boolean,
  alter column age_band drop not null, alter column eligible drop not null, alter column mode drop not null,
  alter column proxy drop not null, alter column answers drop not null, alter column seconds drop not null;
create unique index response_withdraw on lz.response (withdraw_hash) where withdraw_hash is not null;

drop table lz.response_inbox;
create table lz.response_inbox (
  leaf bytea primary key check (length(leaf) = 32),
  salt bytea not null,
  withdraw_hash bytea not null unique,
  round_id text not null,
  community_code text not null,
  age_band text not null,
  eligible boolean not null,
  source text not null check (source in ('drawn', 'open')),
  mode text not null check (mode in ('self', 'assisted')),
  proxy boolean not null,
  questionnaire_hash text not null,
  answers jsonb not null,
  seconds integer not null,
  reversed boolean not null,
  remark text
);

-- Who changed her mind: the secret that only her phone or her slip knew is the proof.
create table lz.withdrawal (
  withdraw_hash bytea primary key,
  round_id text not null references lz.round,
  leaf bytea not null unique check (length(leaf) = 32),
  of_leaf bytea not null unique,
  secret text not null
);
create table lz.withdrawal_inbox (like lz.withdrawal including all);

-- Participation of a round that is over, in the order of the tags and in one transaction: no trace of the order of coming is left.
create table lz.participant (
  round_id text not null references lz.round,
  tag bytea not null,
  primary key (round_id, tag)
);

-- One line more, or, for a withdrawal, one less.
alter table lz.tally_inbox add column n smallint not null default 1 check (n in (-1, 1));
create or replace view lz.answered as
  select round_id, community_code, day, answered from lz.tally
  union all
  select round_id, community_code, day, n::integer from lz.tally_inbox;

create or replace function lz.add_up() returns void language plpgsql security definer set search_path = lz, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('lz.add_up'));
  with gone as (delete from tally_inbox returning round_id, community_code, day, n)
  insert into tally (round_id, community_code, day, answered)
    select round_id, community_code, day, sum(n) from gone group by round_id, community_code, day
    on conflict (round_id, community_code, day) do update set answered = tally.answered + excluded.answered;
end $$;

-- What guards them ----------------------------------------------------------------------------------

-- An answer changes in one way alone: a sealed withdrawal that belongs to it empties it.
create function lz.only_emptied() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.answers is null and new.salt is null and new.age_band is null and new.eligible is null and new.mode is null
    and new.proxy is null and new.seconds is null and new.reversed is null
    and (new.leaf, new.round_id, new.community_code, new.source, new.questionnaire_hash, new.withdraw_hash)
      is not distinct from (old.leaf, old.round_id, old.community_code, old.source, old.questionnaire_hash, old.withdraw_hash)
    and exists (select from lz.withdrawal w where w.of_leaf = old.leaf and w.withdraw_hash = old.withdraw_hash) then
    return new;
  end if;
  raise exception '% of lz.% is not allowed: its rows are never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger no_change on lz.response;
create trigger no_change before update or delete on lz.response for each row execute function lz.only_emptied();

-- A participation leaves this table only for the other.
create function lz.only_closed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from lz.participant p where p.round_id = old.round_id and p.tag = old.tag) then
    return old;
  end if;
  raise exception '% of lz.% is not allowed: its rows are never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger no_change on lz.participation;
create trigger no_change before update or delete on lz.participation for each row execute function lz.only_closed();

do $$
declare t text;
begin
  foreach t in array array['leaf', 'seal', 'withdrawal', 'participant'] loop
    execute format('create trigger no_change before update or delete on lz.%I for each row execute function lz.refuse_change()', t);
    execute format('create trigger no_truncate before truncate on lz.%I for each statement execute function lz.refuse_change()', t);
  end loop;
  foreach t in array array['response_inbox', 'withdrawal_inbox'] loop
    execute format('create trigger no_change before update on lz.%I for each row execute function lz.refuse_change()', t);
    execute format('create trigger no_truncate before truncate on lz.%I for each statement execute function lz.refuse_change()', t);
  end loop;
end $$;

-- What the functions may do -------------------------------------------------------------------------

drop function lz.take_response;
-- `p_again`: the hash of a withdrawn answer's secret, whose place this one takes; its tag is made from that.
create function lz.take_response(
  p_round text, p_tag bytea, p_submission bytea, p_leaf bytea, p_salt bytea, p_withdraw_hash bytea, p_again bytea, p_community text, p_age_band text,
  p_eligible boolean, p_source text, p_mode text, p_proxy boolean, p_questionnaire_hash text, p_answers jsonb, p_seconds integer, p_reversed boolean,
  p_remark text, p_day date
) returns text language plpgsql security definer set search_path = lz, pg_temp as $$
declare first_submission bytea;
begin
  insert into participation (round_id, tag, submission) values (p_round, p_tag, p_submission) on conflict do nothing;
  if not found then
    select submission into first_submission from participation where round_id = p_round and tag = p_tag;
    return case when first_submission = p_submission then 'repeated' else 'answered' end;
  end if;
  if p_again is not null and not exists (select from withdrawal where withdraw_hash = p_again and round_id = p_round)
    and not exists (select from withdrawal_inbox where withdraw_hash = p_again and round_id = p_round) then
    raise exception 'lz_not_withdrawn';
  end if;
  insert into response_inbox values (p_leaf, p_salt, p_withdraw_hash, p_round, p_community, p_age_band, p_eligible, p_source, p_mode, p_proxy,
    p_questionnaire_hash, p_answers, p_seconds, p_reversed, p_remark);
  insert into tally_inbox (round_id, community_code, day) values (p_round, p_community, p_day);
  return 'taken';
end $$;

drop function lz.receipt_known;
-- A receipt names the first bits of a leaf. `place` is null until it is sealed.
create function lz.find_receipt(p_low bytea, p_high bytea) returns table (round_id text, place bigint)
  language sql stable security definer set search_path = lz, pg_temp as
$$ select l.round_id, l.position from leaf l where l.leaf between p_low and p_high
   union all
   select i.round_id, null from response_inbox i where i.leaf between p_low and p_high
   limit 1 $$;

-- The leaf of the answer that a secret belongs to, and whether it was withdrawn already.
create function lz.answer_of(p_round text, p_withdraw_hash bytea) returns table (leaf bytea, withdrawn boolean)
  language sql stable security definer set search_path = lz, pg_temp as
$$ select a.leaf, exists (select from withdrawal w where w.of_leaf = a.leaf) or exists (select from withdrawal_inbox w where w.of_leaf = a.leaf)
   from (select r.leaf from response r where r.withdraw_hash = p_withdraw_hash and r.round_id = p_round
         union all select i.leaf from response_inbox i where i.withdraw_hash = p_withdraw_hash and i.round_id = p_round) a $$;

create function lz.withdraw(p_round text, p_withdraw_hash bytea, p_secret text, p_leaf bytea, p_of bytea, p_day date) returns void
  language plpgsql security definer set search_path = lz, pg_temp as $$
declare place text;
begin
  select community_code into place from (select r.community_code from response r where r.leaf = p_of and r.withdraw_hash = p_withdraw_hash
    union all select i.community_code from response_inbox i where i.leaf = p_of and i.withdraw_hash = p_withdraw_hash) a;
  if place is null or exists (select from withdrawal where withdraw_hash = p_withdraw_hash) then
    return;
  end if;
  insert into withdrawal_inbox (withdraw_hash, round_id, leaf, of_leaf, secret) values (p_withdraw_hash, p_round, p_leaf, p_of, p_secret) on conflict do nothing;
  if found then
    insert into tally_inbox (round_id, community_code, day, n) values (p_round, place, p_day, -1);
  end if;
end $$;

create function lz.waiting(p_round text) returns bigint language sql stable security definer set search_path = lz, pg_temp as
$$ select (select count(*) from response_inbox where round_id = p_round) + (select count(*) from withdrawal_inbox where round_id = p_round) $$;

drop function lz.settle_inbox;
-- Moves what waits to the end of the round's list, in the order of the leaves, texts apart from them; then empties what was withdrawn.
create function lz.settle(p_round text) returns bigint language plpgsql security definer set search_path = lz, pg_temp as $$
declare added bigint;
begin
  perform pg_advisory_xact_lock(hashtext('lz.settle'), hashtext(p_round));
  with answers as (delete from response_inbox where round_id = p_round returning *),
  withdrawals as (delete from withdrawal_inbox where round_id = p_round returning *),
  kept as (
    insert into response (leaf, salt, withdraw_hash, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds, reversed)
      select leaf, salt, withdraw_hash, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds, reversed
      from answers order by leaf
    returning 1),
  gone as (insert into withdrawal (withdraw_hash, round_id, leaf, of_leaf, secret) select withdraw_hash, round_id, leaf, of_leaf, secret from withdrawals order by leaf returning 1),
  texts as (
    insert into remark (round_id, text) select round_id, remark from answers where remark is not null order by md5(remark || encode(salt, 'hex'))
    returning 1),
  listed as (
    insert into leaf (round_id, position, leaf)
      select p_round, (select coalesce(max(position) + 1, 0) from leaf where round_id = p_round) + row_number() over (order by leaf) - 1, leaf
      from (select leaf from answers union all select leaf from withdrawals) new
    returning 1)
  select count(*) into added from listed;
  update response r set answers = null, salt = null, age_band = null, eligible = null, mode = null, proxy = null, seconds = null, reversed = null
    from withdrawal w where w.round_id = p_round and r.leaf = w.of_leaf and r.answers is not null;
  return added;
end $$;

create function lz.close_participation(p_round text) returns bigint language plpgsql security definer set search_path = lz, pg_temp as $$
declare moved bigint;
begin
  perform pg_advisory_xact_lock(hashtext('lz.settle'), hashtext(p_round));
  insert into participant (round_id, tag) select round_id, tag from participation where round_id = p_round order by tag;
  get diagnostics moved = row_count;
  delete from participation where round_id = p_round;
  return moved;
end $$;

-- A release is cut at a seal; a round can hold two sources, and so a place two figures.
alter table lz.release add column seal integer;
alter table lz.release_cell drop constraint release_cell_pkey;
alter table lz.release_cell drop constraint release_cell_place_kind_check;
alter table lz.release_cell add column source text not null default 'open' check (source in ('drawn', 'open'));
alter table lz.release_cell add check (place_kind in ('community', 'circle', 'district'));
alter table lz.release_cell disable trigger no_change;
update lz.release_cell c set source = r.source from lz.release e join lz.round r on r.id = e.round_id where e.id = c.release_id and r.source <> c.source;
alter table lz.release_cell enable trigger no_change;
alter table lz.release_cell alter column source drop default;
alter table lz.release_cell add primary key (release_id, place_kind, place_id, source);

revoke execute on all functions in schema lz from public;
grant select on lz.leaf, lz.seal to lz_survey, lz_desk, lz_clock;
grant execute on function lz.take_response, lz.find_receipt, lz.answer_of, lz.withdraw to lz_survey;
grant insert on lz.seal to lz_clock;
grant select on lz.release_cell to lz_clock;
grant execute on function lz.settle, lz.waiting, lz.close_participation to lz_clock;
