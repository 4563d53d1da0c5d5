-- Hours that depend on the date, and markets with their stalls.

-- What the hours of the week can't say (domain/dated-hours.ts): holidays, market days, working weekends, closed for a while. Null: nothing.
alter table lz.outlet add column dated jsonb;

-- D1 of domain/dated-hours.ts in SQL, for the filter of the list; a property test holds the two to each other. What is known of the day (weekday, holiday,
-- both calendars) comes as arguments. One expression each, so that the planner takes them into the query.
create function lz.kind_of_day(dated jsonb, day text, holiday boolean, working boolean, solar integer, lunar integer) returns text language sql immutable as $$
  select case
    when dated is null then 'week'
    when dated ? 'closed' and coalesce(dated #>> '{closed,from}', '') <= day and day <= dated #>> '{closed,until}' then 'closed'
    when holiday and dated -> 'holidays' <> '"usual"' then 'holiday'
    when dated ? 'market' and dated #> '{market,days}' @> to_jsonb(case when dated #>> '{market,calendar}' = 'lunar' then lunar else solar end) then 'market'
    when working and dated ? 'adjusted' then 'working'
    else 'week' end
$$;

-- Whether one of the spans holds a minute of its day; past 1440 it is the night after.
create function lz.spans_hold(spans jsonb, minute integer) returns boolean language sql immutable as $$
  select jsonb_typeof(spans) = 'array' and exists (
    select from jsonb_array_elements(spans) span
    where (span ->> 'from')::int <= minute and minute < (span ->> 'to')::int + case when (span ->> 'overnight')::boolean then 1440 else 0 end)
$$;

create function lz.day_holds(kind text, hours jsonb, dated jsonb, weekday integer, working_weekday integer, minute integer) returns boolean language sql immutable as $$
  select coalesce(case kind
    when 'closed' then false
    when 'holiday' then lz.spans_hold(dated -> 'holidays', minute)
    when 'market' then lz.spans_hold(dated #> '{market,spans}', minute)
    when 'working' then lz.spans_hold(hours -> working_weekday, minute)
    else lz.spans_hold(hours -> weekday, minute) end, false)
$$;
grant execute on function lz.kind_of_day, lz.spans_hold, lz.day_holds to lz_outlet;
