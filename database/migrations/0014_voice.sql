-- What neighbours say of outlets, what they follow, and the push beside the inbox. Function `voice`.

do $$ begin
  -- roles belong to the whole server, so another database may be making it at this moment
  begin
    create role lz_voice nologin;
  exception when duplicate_object or unique_violation then null;
  end;
  grant lz_voice to current_user;
  grant usage on schema lz to lz_voice;
  grant select on lz.rule_version, lz.setting, lz.street, lz.community, lz.circle, lz.circle_community, lz.officer to lz_voice;
end $$;

-- 评价: one person has one review of an outlet in a half year. What she says of the aspects counts at once; her text is seen when it passed.
create table lz.review (
  -- made by the phone
  id uuid primary key,
  outlet_id uuid not null references lz.outlet,
  street_code text not null references lz.street,
  half text not null check (half ~ '^\d{4}-[12]$'),
  writer text not null,
  -- grows with whatever the writer or the owner changes, so nobody decides on something else than what she read
  version integer not null check (version >= 1),
  -- {quality, price, manner, clean, elderFit}: good, fair, bad or unnoticed; null when it was withdrawn
  aspects jsonb,
  text text check (length(text) between 1 and 200),
  state text check (state in ('held', 'passed', 'refused')),
  reason_code text,
  reason text,
  -- false: an advertisement, another shop; nothing of it counts
  counts boolean not null default true,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  withdrawn_at timestamptz,
  -- the owner's one answer
  reply text check (length(reply) between 1 and 200),
  reply_state text check (reply_state in ('held', 'passed', 'refused')),
  reply_reason_code text,
  reply_reason text,
  replied_at timestamptz,
  -- what the owner holds against it
  complaint text check (length(complaint) between 1 and 200),
  complaint_state text check (complaint_state in ('open', 'kept', 'upheld')),
  complained_at timestamptz,
  check ((text is null) = (state is null)),
  check ((reply is null) = (reply_state is null) and (reply is null) = (replied_at is null)),
  check ((complaint is null) = (complaint_state is null) and (complaint is null) = (complained_at is null)),
  check ((withdrawn_at is null) = (aspects is not null)),
  check (withdrawn_at is null or (text is null and reply is null and complaint is null))
);
create unique index review_one_voice on lz.review (outlet_id, writer, half) where withdrawn_at is null;
create index on lz.review (outlet_id, changed_at desc) where withdrawn_at is null;
create index on lz.review (writer, written_at);
create index review_waiting on lz.review (street_code, changed_at) where state = 'held' or reply_state = 'held' or complaint_state = 'open';

-- Officers decide about texts and are not told who wrote them: they may ask whether they did themselves, and have her told.
create function lz.review_is_by(p_review uuid, p_person text) returns boolean language sql stable security definer set search_path = lz, pg_temp as
$$ select exists (select from review where id = p_review and writer = p_person) $$;
create function lz.tell_writer(p_review uuid, p_message uuid, p_kind text, p_body jsonb, p_at timestamptz) returns void language sql security definer set search_path = lz, pg_temp as
$$ insert into message (id, person, kind, body, at) select p_message, writer, p_kind, p_body, p_at from review where id = p_review $$;

-- Follows: one outlet, or a format around a place. They end by themselves.
create table lz.follow (
  id uuid primary key,
  person text not null,
  outlet_id uuid references lz.outlet,
  format text,
  -- services that count as that format (一店多能)
  services text[] not null default '{}',
  -- the centre of a community, or a place rounded to a hundred metres
  community_code text references lz.community,
  lng double precision,
  lat double precision,
  place point,
  minutes integer check (minutes between 1 and 60),
  pace text,
  -- metres, straight line, that these minutes are
  reach double precision,
  since timestamptz not null,
  until timestamptz not null,
  check ((outlet_id is null) = (format is not null)),
  check ((format is null) = (place is null) and (format is null) = (minutes is null) and (format is null) = (reach is null) and (format is null) = (pace is null))
);
create unique index follow_one_outlet on lz.follow (person, outlet_id) where outlet_id is not null;
create index on lz.follow (outlet_id) where outlet_id is not null;
create index on lz.follow (person);
create index on lz.follow (format) where format is not null;

-- What happened to an outlet and is to be told to whoever follows. A row is here from the commit of its change until it was told: a cursor over
-- numbers would pass by what is committed late.
create table lz.news (entry_id bigint primary key references lz.outlet_entry, listed boolean);

create function lz.note_news() returns trigger language plpgsql security definer set search_path = lz, pg_temp as $$
declare
  is_first constant boolean := new.before = '{}' and new.after = '{}';
  now_listed boolean := (new.after ->> 'listed')::boolean;
begin
  if is_first then select o.listed into now_listed from outlet o where o.id = new.outlet_id; end if;
  if exists (select from follow f where f.outlet_id = new.outlet_id) or (now_listed and exists (select from follow f where f.format is not null)) then
    insert into news (entry_id, listed) values (new.id, now_listed);
  end if;
  return null;
end $$;
create trigger note_news after insert on lz.outlet_entry for each row execute function lz.note_news();

-- The push beside the inbox. With each consent comes whom to send to, sealed under a key that is not here; it is used for one message and then erased.
create table lz.push_consent (
  id uuid primary key,
  person text not null,
  sealed text not null check (sealed ~ '^p1\.'),
  given_at timestamptz not null
);
create index on lz.push_consent (person, given_at);

create table lz.push (
  message_id uuid primary key references lz.message,
  channel text not null check (channel in ('wechat')),
  consent_id uuid not null unique,
  -- null as soon as nothing is to be sent any more
  sealed text,
  state text not null default 'waiting' check (state in ('waiting', 'claimed', 'sent', 'given_up', 'needless')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  check ((state in ('waiting', 'claimed')) = (sealed is not null)),
  check ((state = 'claimed') = (claimed_until is not null))
);
create index push_due on lz.push (next_at) where state in ('waiting', 'claimed');
create index push_given_up on lz.push (state) where state = 'given_up';

-- Whoever writes a message has it pushed where its reader consented: each consent once.
create function lz.note_push() returns trigger language plpgsql security definer set search_path = lz, pg_temp as $$
declare consent push_consent%rowtype;
begin
  delete from push_consent where id = (select id from push_consent where person = new.person order by given_at, id limit 1 for update skip locked) returning * into consent;
  if found then
    insert into push (message_id, channel, consent_id, sealed, next_at) values (new.id, 'wechat', consent.id, consent.sealed, new.at);
  end if;
  return null;
end $$;
create trigger note_push after insert on lz.message for each row execute function lz.note_push();

-- Somebody clears her phone: what she follows ends, and whom to push to is erased, also from what waits.
create function lz.forget_follower(p_person text) returns integer language plpgsql security definer set search_path = lz, pg_temp as $$
declare ended integer;
begin
  delete from follow where person = p_person;
  get diagnostics ended = row_count;
  delete from push_consent where person = p_person;
  update push set state = 'needless', sealed = null, claimed_until = null from message m where m.id = push.message_id and m.person = p_person and push.state in ('waiting', 'claimed');
  return ended;
end $$;

revoke execute on function lz.review_is_by, lz.tell_writer, lz.note_news, lz.note_push, lz.forget_follower from public;
grant select on lz.outlet to lz_voice;
grant select, insert, update on lz.review to lz_voice;
grant select, insert, delete on lz.follow to lz_voice;
grant select (id, person, given_at), insert on lz.push_consent to lz_voice;
grant insert on lz.message, lz.audit to lz_voice;
grant execute on function lz.forget_follower to lz_voice;

grant select (id, outlet_id, street_code, half, version, aspects, text, state, reason_code, reason, counts, written_at, changed_at, decided_at, decided_by, withdrawn_at,
  reply, reply_state, reply_reason_code, reply_reason, replied_at, complaint, complaint_state, complained_at) on lz.review to lz_desk;
grant update (state, reason_code, reason, counts, decided_at, decided_by, reply_state, reply_reason_code, reply_reason, complaint_state) on lz.review to lz_desk;
grant execute on function lz.review_is_by, lz.tell_writer to lz_desk;
grant select (state) on lz.push to lz_desk;

grant select on lz.outlet, lz.outlet_entry, lz.follow to lz_clock;
-- update: to hold what it takes
grant select, update, delete on lz.news to lz_clock;
grant delete on lz.follow to lz_clock;
grant insert on lz.message to lz_clock;
grant select (id, kind, read_at) on lz.message to lz_clock;
grant select, update on lz.push to lz_clock;
grant select (id, given_at), delete on lz.push_consent to lz_clock;
grant select (id, changed_at), delete on lz.review to lz_clock;
