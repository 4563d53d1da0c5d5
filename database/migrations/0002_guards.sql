-- What guards the tables: rows that are never changed, the procedures that alone may touch answers and
-- counts, and the grants by which each function sees only what it needs.

-- What was written stays written --------------------------------------------------------------------

create function lz.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of lz.% is not allowed: its rows are never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare t text;
begin
  foreach t in array array['response', 'participation', 'audit', 'release', 'release_cell', 'rule_version'] loop
    execute format('create trigger no_change before update or delete on lz.%I for each row execute function lz.refuse_change()', t);
    execute format('create trigger no_truncate before truncate on lz.%I for each statement execute function lz.refuse_change()', t);
  end loop;
  execute 'create trigger no_change before update on lz.response_inbox for each row execute function lz.refuse_change()';
  execute 'create trigger no_truncate before truncate on lz.response_inbox for each statement execute function lz.refuse_change()';
end $$;

-- Taking an answer: one statement, so one round trip and one transaction. The role that calls it can
-- neither read nor write the tables behind it.
create function lz.take_response(
  p_round text, p_tag bytea, p_submission bytea, p_receipt bytea, p_community text, p_age_band text, p_eligible boolean,
  p_source text, p_mode text, p_proxy boolean, p_questionnaire_hash text, p_answers jsonb, p_seconds integer, p_remark text, p_day date
) returns text language plpgsql security definer set search_path = lz, pg_temp as $$
declare first_submission bytea;
begin
  insert into participation (round_id, tag, submission) values (p_round, p_tag, p_submission) on conflict do nothing;
  if not found then
    select submission into first_submission from participation where round_id = p_round and tag = p_tag;
    return case when first_submission = p_submission then 'repeated' else 'answered' end;
  end if;
  insert into response_inbox values (p_receipt, p_round, p_community, p_age_band, p_eligible, p_source, p_mode, p_proxy,
    p_questionnaire_hash, p_answers, p_seconds, p_remark);
  insert into tally_inbox values (p_round, p_community, p_day);
  return 'taken';
end $$;

-- Who already answered: asked before a closed round refuses, so that a repeated sending still gets its receipt.
create function lz.first_submission(p_round text, p_tag bytea) returns bytea
  language sql stable security definer set search_path = lz, pg_temp as
$$ select submission from participation where round_id = p_round and tag = p_tag $$;

create function lz.receipt_known(p_receipt bytea) returns boolean
  language sql stable security definer set search_path = lz, pg_temp as
$$ select exists (select from response where receipt = p_receipt) or exists (select from response_inbox where receipt = p_receipt) $$;

-- Moves what waits into the lasting tables, answers by the order of their receipt hash, texts by an order
-- that has nothing to do with it. Alone, under a lock; running it twice moves nothing twice.
create function lz.settle_inbox() returns integer language plpgsql security definer set search_path = lz, pg_temp as $$
declare moved_count integer;
begin
  perform pg_advisory_xact_lock(hashtext('lz.settle_inbox'));
  with moved as (delete from response_inbox returning *),
  kept as (
    insert into response
      select receipt, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds
      from moved order by receipt
    returning 1),
  texts as (
    insert into remark (round_id, text) select round_id, remark from moved where remark is not null order by md5(remark || encode(receipt, 'hex'))
    returning 1)
  select count(*) into moved_count from kept;
  return moved_count;
end $$;

-- Adds the lines of the count up. Alone, under a lock, in one statement: no reader ever sees a line twice or not at all.
create function lz.add_up() returns void language plpgsql security definer set search_path = lz, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('lz.add_up'));
  with gone as (delete from tally_inbox returning round_id, community_code, day)
  insert into tally (round_id, community_code, day, answered)
    select round_id, community_code, day, count(*) from gone group by round_id, community_code, day
    on conflict (round_id, community_code, day) do update set answered = tally.answered + excluded.answered;
end $$;

-- Grants: the database is the second lock -----------------------------------------------------------

do $$
declare r text;
begin
  foreach r in array array['lz_survey', 'lz_outlet', 'lz_desk', 'lz_clock'] loop
    -- roles belong to the whole server, so another database may be making them at this moment
    begin
      execute format('create role %I nologin', r);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', r);
    execute format('grant usage on schema lz to %I', r);
    execute format('grant select on lz.rule_version, lz.setting, lz.street, lz.community, lz.circle, lz.circle_community, lz.officer to %I', r);
  end loop;
  -- CloudBase exposes schemas to these two over HTTP; they exist only there
  foreach r in array array['anon', 'authenticated'] loop
    if exists (select from pg_roles where rolname = r) then
      execute format('revoke all on schema lz from %I', r);
    end if;
  end loop;
end $$;

revoke execute on all functions in schema lz from public;

grant select on lz.poster, lz.round, lz.round_community, lz.answered, lz.release, lz.release_cell to lz_survey;
grant select (community_code, listed) on lz.outlet to lz_survey;
grant select (applicant) on lz.registration to lz_survey;
grant execute on function lz.take_response, lz.first_submission, lz.receipt_known to lz_survey;

grant select on lz.outlet, lz.registration to lz_outlet;
grant insert, update on lz.registration to lz_outlet;
grant insert on lz.audit to lz_outlet;

grant select on lz.round, lz.round_community, lz.answered, lz.release, lz.release_cell, lz.audit to lz_desk;
grant select, insert on lz.poster to lz_desk;
grant update (revoked_at) on lz.poster to lz_desk;
grant select, insert, update on lz.outlet, lz.registration to lz_desk;
grant select, insert on lz.officer, lz.invite to lz_desk;
grant update (used_at, used_by, revoked_at) on lz.invite to lz_desk;
grant update (ended_at) on lz.officer to lz_desk;
grant insert on lz.audit to lz_desk;

grant select on lz.round, lz.round_community, lz.response, lz.release to lz_clock;
grant insert on lz.release, lz.release_cell, lz.audit to lz_clock;
grant execute on function lz.settle_inbox, lz.add_up to lz_clock;
