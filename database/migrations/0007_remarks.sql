-- What residents write. It waits sealed for the clock alone, who may show it in batches of ten and more; the district reads
-- batches, and nobody but the clock reads what waits. No text stands in this database in a form that can be read.

-- A text reaches the inbox sealed, or not at all. Answers that wait here from before are let through; the clock seals their texts.
alter table lz.response_inbox add constraint remark_sealed check (remark is null or remark like 'r1.%') not valid;

-- What waits to be shown. `closed`: the clock does not hold the key that opens it.
alter table lz.remark drop column state, add column closed boolean not null default false;
create index on lz.remark (round_id);

create table lz.remark_batch (
  round_id text not null references lz.round,
  number integer not null check (number >= 1),
  -- nothing finer: when a batch was made says a little of when its texts were written
  day date not null,
  primary key (round_id, number)
);

-- One text of a batch, in an order drawn by lot, under the district's key. Refused ones stay sealed and are shown to nobody again.
create table lz.remark_shown (
  round_id text not null,
  batch integer not null,
  place smallint not null check (place >= 1),
  text text not null check (text like 's1.%'),
  state text not null check (state in ('held', 'passed', 'refused')),
  reason text check (reason in ('personal', 'insult', 'advert', 'unlawful', 'unrelated')),
  primary key (round_id, batch, place),
  foreign key (round_id, batch) references lz.remark_batch,
  check ((state = 'refused') = (reason is not null))
);

-- What guards them ----------------------------------------------------------------------------------

-- Of a text that is shown one thing changes: what an officer decided on it. A refusal stands.
create function lz.only_decided() returns trigger language plpgsql as $$
begin
  if (new.round_id, new.batch, new.place, new.text) = (old.round_id, old.batch, old.place, old.text)
    and (old.state, new.state) in (('held', 'passed'), ('held', 'refused'), ('passed', 'refused')) then
    return new;
  end if;
  raise exception '% of lz.% is not allowed: a text changes only by a decision', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger only_decided before update on lz.remark_shown for each row execute function lz.only_decided();
create trigger no_change before update on lz.remark_batch for each row execute function lz.refuse_change();

-- Moves texts from those that wait into a batch: at least ten, each once, none lost. `p_texts` are the same texts under the district's key.
create function lz.show_remarks(p_round text, p_number integer, p_day date, p_state text, p_boxes text[], p_texts text[]) returns void
  language plpgsql security definer set search_path = lz, pg_temp as $$
declare moved integer;
begin
  if p_state not in ('held', 'passed') or cardinality(p_boxes) < 10 or cardinality(p_texts) <> cardinality(p_boxes) then
    raise exception 'a batch holds at least ten texts' using errcode = 'check_violation';
  end if;
  delete from remark where round_id = p_round and text = any (p_boxes);
  get diagnostics moved = row_count;
  if moved <> cardinality(p_boxes) then
    raise exception 'these texts do not wait any more' using errcode = 'serialization_failure';
  end if;
  insert into remark_batch (round_id, number, day) values (p_round, p_number, p_day);
  insert into remark_shown (round_id, batch, place, text, state) select p_round, p_number, place, text, p_state from unnest(p_texts) with ordinality as t (text, place);
end $$;

-- How many wait, in tens, null below ten, and whether some can't be opened: all that the desk may know of them (domain/remarks.ts, R5).
create function lz.remarks_waiting(p_round text) returns table (waiting integer, closed boolean)
  language sql stable security definer set search_path = lz, pg_temp as
$$ select nullif(count(*)::integer / 10 * 10, 0), coalesce(bool_or(r.closed), false) from remark r where r.round_id = p_round $$;

revoke execute on all functions in schema lz from public;
grant select, update (text, closed) on lz.remark to lz_clock;
grant select on lz.remark_batch to lz_clock;
grant execute on function lz.show_remarks to lz_clock;
grant select on lz.remark_batch, lz.remark_shown to lz_desk;
grant update (state, reason) on lz.remark_shown to lz_desk;
grant execute on function lz.remarks_waiting to lz_desk;
