-- Two ways to an answer beside the poster: the one-time code of a letter, and the token of somebody who helps people
-- without a phone. An answer by code is of the source 抽样, any other of such a round 自愿; counts know which.

-- Letters -------------------------------------------------------------------------------------------

-- The list of a round's letters as it was sealed before the round opened. Whose they are is known to whoever sent them alone.
create table lz.letter_list (
  round_id text primary key references lz.round,
  -- drawn from the frame that the round's definition names, or elsewhere (外部名单)
  origin text not null check (origin in ('drawn', 'external')),
  issued integer not null check (issued > 0),
  root bytea not null check (length(root) = 32),
  seed text,
  drawn bytea check (length(drawn) = 32),
  leaf bytea not null unique check (length(leaf) = 32),
  at timestamptz not null,
  check ((origin = 'drawn') = (seed is not null) and (origin = 'drawn') = (drawn is not null))
);

-- A code is known by the hash of its hash: the phone sends the hash, and nobody answers with what stands here.
create table lz.letter (
  round_id text not null references lz.letter_list,
  code_hash bytea not null unique check (length(code_hash) = 32),
  community_code text not null,
  primary key (round_id, code_hash),
  foreign key (round_id, community_code) references lz.round_community
);

-- Came back undelivered, so far: the newest line of a community counts.
create table lz.letter_return (
  id bigint generated always as identity primary key,
  round_id text not null references lz.letter_list,
  community_code text not null,
  returned integer not null check (returned >= 0),
  at timestamptz not null
);

-- Which codes were entered on one phone, both as keyed hashes of the round, and the how manieth each was: from the third on they are
-- flagged, and whoever answered her own letter is not counted at the poster again. Emptied when the round is over.
create table lz.letter_phone (
  round_id text not null references lz.round,
  letter bytea not null check (length(letter) = 32),
  phone bytea not null check (length(phone) = 32),
  nth integer not null check (nth > 0),
  own boolean not null,
  primary key (round_id, letter),
  unique (round_id, phone, nth)
);

-- Helping people without a phone: so many answers, of one community, by whoever holds the token.
create table lz.assist (
  id uuid primary key,
  round_id text not null references lz.round,
  token_hash bytea not null unique check (length(token_hash) = 32),
  community_code text not null,
  note text not null,
  most integer not null check (most between 1 and 100),
  used integer not null default 0 check (used between 0 and most),
  created_by text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (round_id, community_code) references lz.round_community
);
create index on lz.assist (round_id, community_code);

-- The phone had entered two other codes before.
alter table lz.response add column crowded boolean not null default false;
alter table lz.response_inbox add column crowded boolean not null default false;

-- Counts by source ----------------------------------------------------------------------------------

drop view lz.answered;
alter table lz.tally add column source text check (source in ('drawn', 'open'));
update lz.tally t set source = r.source from lz.round r where r.id = t.round_id;
alter table lz.tally alter column source set not null;
alter table lz.tally drop constraint tally_pkey;
alter table lz.tally add primary key (round_id, community_code, day, source);
alter table lz.tally_inbox add column source text check (source in ('drawn', 'open'));
update lz.tally_inbox t set source = r.source from lz.round r where r.id = t.round_id;
alter table lz.tally_inbox alter column source set not null;
create view lz.answered as
  select round_id, community_code, day, source, answered from lz.tally
  union all
  select round_id, community_code, day, source, n::integer from lz.tally_inbox;
grant select on lz.answered to lz_survey, lz_desk;

create or replace function lz.add_up() returns void language plpgsql security definer set search_path = lz, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('lz.add_up'));
  with gone as (delete from tally_inbox returning round_id, community_code, day, source, n)
  insert into tally (round_id, community_code, day, source, answered)
    select round_id, community_code, day, source, sum(n) from gone group by round_id, community_code, day, source
    on conflict (round_id, community_code, day, source) do update set answered = tally.answered + excluded.answered;
end $$;

-- What guards them ----------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['letter_list', 'letter', 'letter_return'] loop
    execute format('create trigger no_change before update or delete on lz.%I for each row execute function lz.refuse_change()', t);
    execute format('create trigger no_truncate before truncate on lz.%I for each statement execute function lz.refuse_change()', t);
  end loop;
end $$;

-- A list comes before its round opens, and whole: its letters in the same transaction.
create function lz.only_before_opening() returns trigger language plpgsql as $$
begin
  if exists (select from lz.round r where r.id = new.round_id and new.at < r.opens_at) then
    return new;
  end if;
  raise exception 'a list of letters comes before its round opens' using errcode = 'insufficient_privilege';
end $$;
create trigger before_opening before insert on lz.letter_list for each row execute function lz.only_before_opening();

-- A token is used one by one, and called back once; nothing else of it changes.
create function lz.only_used() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.round_id, new.token_hash, new.community_code, new.note, new.most, new.created_by, new.created_at)
      is not distinct from (old.id, old.round_id, old.token_hash, old.community_code, old.note, old.most, old.created_by, old.created_at)
    and ((new.used = old.used + 1 and new.revoked_at is not distinct from old.revoked_at) or (new.used = old.used and old.revoked_at is null)) then
    return new;
  end if;
  raise exception '% of lz.% is not allowed: it is used one by one', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger only_used before update or delete on lz.assist for each row execute function lz.only_used();
create trigger no_truncate before truncate on lz.assist for each statement execute function lz.refuse_change();

-- What the functions may do -------------------------------------------------------------------------

drop function lz.take_response;
-- `p_again`: the hash of a withdrawn answer's secret, whose place this one takes; its tag is made from that. `p_phone`: in a round
-- with letters, the keyed hash by which a phone that answered its own letter is known; null where there are none.
create function lz.take_response(
  p_round text, p_tag bytea, p_submission bytea, p_leaf bytea, p_salt bytea, p_withdraw_hash bytea, p_again bytea, p_community text, p_age_band text,
  p_eligible boolean, p_source text, p_mode text, p_proxy boolean, p_questionnaire_hash text, p_answers jsonb, p_seconds integer, p_reversed boolean,
  p_remark text, p_day date, p_phone bytea
) returns text language plpgsql security definer set search_path = lz, pg_temp as $$
declare first_submission bytea;
begin
  insert into participation (round_id, tag, submission) values (p_round, p_tag, p_submission) on conflict do nothing;
  if not found then
    select submission into first_submission from participation where round_id = p_round and tag = p_tag;
    return case when first_submission = p_submission then 'repeated' else 'answered' end;
  end if;
  if p_again is not null then
    perform must_be_withdrawn(p_round, p_again, p_source);
  elsif p_phone is not null and exists (select from letter_phone where round_id = p_round and phone = p_phone and own) then
    raise exception 'lz_answered';
  elsif p_source = 'drawn' and exists (select from letter_list where round_id = p_round) then
    raise exception 'lz_letter';
  end if;
  insert into response_inbox values (p_leaf, p_salt, p_withdraw_hash, p_round, p_community, p_age_band, p_eligible, p_source, p_mode, p_proxy,
    p_questionnaire_hash, p_answers, p_seconds, p_reversed, p_remark);
  insert into tally_inbox (round_id, community_code, day, source) values (p_round, p_community, p_day, p_source);
  return 'taken';
end $$;

-- Whoever takes the place of a withdrawn answer takes it in the same source.
create function lz.must_be_withdrawn(p_round text, p_again bytea, p_source text) returns void
  language plpgsql set search_path = lz, pg_temp as $$
begin
  if exists (select from (select of_leaf from withdrawal where withdraw_hash = p_again and round_id = p_round
      union all select of_leaf from withdrawal_inbox where withdraw_hash = p_again and round_id = p_round) w
    where exists (select from response where leaf = w.of_leaf and source = p_source) or exists (select from response_inbox where leaf = w.of_leaf and source = p_source)) then
    return;
  end if;
  raise exception 'lz_not_withdrawn';
end $$;

-- The same with a letter's code or a helper's token. `p_letter`: the hash of the code's hash. `p_crowded`: what lz.letter_for told the
-- caller; it is part of the leaf, so it is held against the table once more.
create function lz.take_with_code(
  p_round text, p_tag bytea, p_submission bytea, p_leaf bytea, p_salt bytea, p_withdraw_hash bytea, p_community text, p_age_band text,
  p_eligible boolean, p_source text, p_mode text, p_proxy boolean, p_questionnaire_hash text, p_answers jsonb, p_seconds integer, p_reversed boolean,
  p_remark text, p_day date, p_letter bytea, p_phone bytea, p_crowded boolean, p_assist bytea
) returns text language plpgsql security definer set search_path = lz, pg_temp as $$
declare first_submission bytea; before integer;
begin
  if p_letter is not null then
    -- two codes entered on one phone at once must count each other
    perform pg_advisory_xact_lock(hashtext('lz.letter_phone'), hashtext(encode(p_phone, 'hex')));
  end if;
  insert into participation (round_id, tag, submission) values (p_round, p_tag, p_submission) on conflict do nothing;
  if not found then
    select submission into first_submission from participation where round_id = p_round and tag = p_tag;
    return case when first_submission = p_submission then 'repeated' else 'answered' end;
  end if;
  if p_letter is not null then
    if not exists (select from letter where round_id = p_round and code_hash = p_letter and community_code = p_community) then
      raise exception 'lz_letter';
    end if;
    select count(*) into before from letter_phone where round_id = p_round and phone = p_phone;
    if (before >= 2) <> p_crowded then
      raise exception 'lz_phone_moved';
    end if;
    insert into letter_phone (round_id, letter, phone, nth, own) values (p_round, p_tag, p_phone, before + 1, p_mode = 'self' and not p_proxy);
  else
    update assist set used = used + 1 where token_hash = p_assist and round_id = p_round and community_code = p_community and revoked_at is null and used < most;
    if not found and exists (select from assist where token_hash = p_assist and round_id = p_round and community_code = p_community and revoked_at is null) then
      raise exception 'lz_assist_spent';
    elsif not found then
      raise exception 'lz_assist';
    end if;
  end if;
  insert into response_inbox values (p_leaf, p_salt, p_withdraw_hash, p_round, p_community, p_age_band, p_eligible, p_source, p_mode, p_proxy,
    p_questionnaire_hash, p_answers, p_seconds, p_reversed, p_remark, p_crowded);
  insert into tally_inbox (round_id, community_code, day, source) values (p_round, p_community, p_day, p_source);
  return 'taken';
end $$;

-- Where a code belongs; nothing for one that was never issued.
create function lz.place_of_letter(p_letter bytea) returns table (round_id text, community_code text)
  language sql stable security definer set search_path = lz, pg_temp as
$$ select l.round_id, l.community_code from letter l where l.code_hash = p_letter $$;

-- Whether a phone had entered two other codes before this one, whose participation has this tag: the same however often it is asked.
create function lz.is_crowded(p_round text, p_phone bytea, p_tag bytea) returns boolean
  language sql stable security definer set search_path = lz, pg_temp as
$$ select coalesce((select nth > 2 from letter_phone where round_id = p_round and letter = p_tag), (select count(*) >= 2 from letter_phone where round_id = p_round and phone = p_phone)) $$;

create function lz.place_of_assist(p_token bytea) returns table (round_id text, community_code text, remaining integer)
  language sql stable security definer set search_path = lz, pg_temp as
$$ select a.round_id, a.community_code, a.most - a.used from assist a where a.token_hash = p_token and a.revoked_at is null $$;

drop function lz.answer_of;
-- The leaf of the answer that a secret belongs to, its source, and whether it was withdrawn already.
create function lz.answer_of(p_round text, p_withdraw_hash bytea) returns table (leaf bytea, source text, withdrawn boolean)
  language sql stable security definer set search_path = lz, pg_temp as
$$ select a.leaf, a.source, exists (select from withdrawal w where w.of_leaf = a.leaf) or exists (select from withdrawal_inbox w where w.of_leaf = a.leaf)
   from (select r.leaf, r.source from response r where r.withdraw_hash = p_withdraw_hash and r.round_id = p_round
         union all select i.leaf, i.source from response_inbox i where i.withdraw_hash = p_withdraw_hash and i.round_id = p_round) a $$;

create or replace function lz.withdraw(p_round text, p_withdraw_hash bytea, p_secret text, p_leaf bytea, p_of bytea, p_day date) returns void
  language plpgsql security definer set search_path = lz, pg_temp as $$
declare place text; came text;
begin
  select community_code, source into place, came from (select r.community_code, r.source from response r where r.leaf = p_of and r.withdraw_hash = p_withdraw_hash
    union all select i.community_code, i.source from response_inbox i where i.leaf = p_of and i.withdraw_hash = p_withdraw_hash) a;
  if place is null or exists (select from withdrawal where withdraw_hash = p_withdraw_hash) then
    return;
  end if;
  insert into withdrawal_inbox (withdraw_hash, round_id, leaf, of_leaf, secret) values (p_withdraw_hash, p_round, p_leaf, p_of, p_secret) on conflict do nothing;
  if found then
    insert into tally_inbox (round_id, community_code, day, n, source) values (p_round, place, p_day, -1, came);
  end if;
end $$;

create or replace function lz.settle(p_round text) returns bigint language plpgsql security definer set search_path = lz, pg_temp as $$
declare added bigint;
begin
  perform pg_advisory_xact_lock(hashtext('lz.settle'), hashtext(p_round));
  with answers as (delete from response_inbox where round_id = p_round returning *),
  withdrawals as (delete from withdrawal_inbox where round_id = p_round returning *),
  kept as (
    insert into response (leaf, salt, withdraw_hash, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds, reversed, crowded)
      select leaf, salt, withdraw_hash, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds, reversed, crowded
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

-- With who took part goes which codes came from one phone.
create or replace function lz.close_participation(p_round text) returns bigint language plpgsql security definer set search_path = lz, pg_temp as $$
declare moved bigint;
begin
  perform pg_advisory_xact_lock(hashtext('lz.settle'), hashtext(p_round));
  insert into participant (round_id, tag) select round_id, tag from participation where round_id = p_round order by tag;
  get diagnostics moved = row_count;
  delete from participation where round_id = p_round;
  delete from letter_phone where round_id = p_round;
  return moved;
end $$;

-- An answer changes in one way alone: a sealed withdrawal that belongs to it empties it.
create or replace function lz.only_emptied() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.answers is null and new.salt is null and new.age_band is null and new.eligible is null and new.mode is null
    and new.proxy is null and new.seconds is null and new.reversed is null
    and (new.leaf, new.round_id, new.community_code, new.source, new.questionnaire_hash, new.withdraw_hash, new.crowded)
      is not distinct from (old.leaf, old.round_id, old.community_code, old.source, old.questionnaire_hash, old.withdraw_hash, old.crowded)
    and exists (select from lz.withdrawal w where w.of_leaf = old.leaf and w.withdraw_hash = old.withdraw_hash) then
    return new;
  end if;
  raise exception '% of lz.% is not allowed: its rows are never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

revoke execute on all functions in schema lz from public;
grant execute on function lz.take_response, lz.take_with_code, lz.place_of_letter, lz.is_crowded, lz.place_of_assist, lz.answer_of to lz_survey;
grant select on lz.letter_list, lz.letter_return to lz_survey, lz_desk, lz_clock;
-- how many letters a community got; never a code's hash
grant select (round_id, community_code) on lz.letter to lz_desk, lz_clock;
grant select (id, round_id, community_code, note, most, used, created_by, created_at, revoked_at), insert on lz.assist to lz_desk;
grant update (revoked_at) on lz.assist to lz_desk;
grant select (leaf, of_leaf) on lz.withdrawal to lz_clock;
