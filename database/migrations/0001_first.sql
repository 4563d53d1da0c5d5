-- The first schema. What it fixes for good: an answer carries its source and mode; who took part stands
-- apart from what was said, with nothing to join the two by; releases stand apart from counts; a fact
-- about an outlet is yes, no or unknown.
--
-- Everything lives in the schema `lz` (made by database/migrate.ts), closed to PUBLIC. Each function logs in as a role of its own and
-- sees only what its grants say (0002_guards).

-- Rules and places ----------------------------------------------------------------------------------

create table lz.rule_version (
  kind text not null,
  version text not null,
  hash text not null unique,
  title text not null,
  source text not null,
  status text not null,
  body jsonb not null,
  loaded_at timestamptz not null default now(),
  primary key (kind, version)
);

create table lz.setting (
  key text primary key,
  value jsonb not null
);

create table lz.street (
  code text primary key check (code ~ '^\d{9}$'),
  name text not null
);

create table lz.community (
  code text primary key check (code ~ '^\d{12}$'),
  street_code text not null references lz.street,
  name text not null,
  note text,
  -- GCJ-02 degrees; no source gives them, so the status travels with the value
  centre_lng double precision,
  centre_lat double precision,
  centre_status text not null default '待核',
  population integer,
  population_status text not null default '待核',
  check ((centre_lng is null) = (centre_lat is null))
);
create index on lz.community (street_code);

create table lz.circle (
  id text primary key,
  position smallint not null,
  name text not null,
  due date not null,
  due_text text not null,
  targets jsonb not null,
  target_status text not null,
  communities_status text not null
);

create table lz.circle_community (
  circle_id text not null references lz.circle,
  community_code text not null references lz.community,
  primary key (circle_id, community_code)
);
create index on lz.circle_community (community_code);

create table lz.poster (
  scene text primary key check (length(scene) between 6 and 32),
  community_code text not null references lz.community,
  created_at timestamptz not null,
  created_by text,
  revoked_at timestamptz
);
create unique index poster_one_valid on lz.poster (community_code) where revoked_at is null;

-- People with a duty. `person` is a keyed hash of the identity, never the identity -----------------

create table lz.officer (
  id uuid primary key,
  person text not null,
  role text not null check (role in ('street', 'district')),
  street_code text references lz.street,
  since timestamptz not null,
  invited_by text,
  ended_at timestamptz,
  check ((role = 'street') = (street_code is not null))
);
create unique index officer_once on lz.officer (person, role, coalesce(street_code, '')) where ended_at is null;

create table lz.invite (
  id uuid primary key,
  code_hash text not null unique,
  role text not null check (role in ('street', 'district')),
  street_code text references lz.street,
  note text not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text,
  revoked_at timestamptz,
  check ((role = 'street') = (street_code is not null))
);

create table lz.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null
);
create index on lz.audit (subject, id);

-- Outlets -------------------------------------------------------------------------------------------

create domain lz.fact as text check (value in ('yes', 'no', 'unknown'));

create table lz.outlet (
  id uuid primary key,
  name text not null,
  -- folded name, pinyin, initials and services in one text, for `like`
  search text not null,
  format text not null,
  services text[] not null default '{}',
  small_repair boolean not null,
  community_code text not null references lz.community,
  lng double precision not null,
  lat double precision not null,
  -- metres east and north of the district's origin (domain/geometry), so that <-> is a distance in metres
  place point not null,
  address text not null,
  phone text,
  hours jsonb,
  -- the same hours as minutes of the week from Monday 00:00; null where hours are not known
  open_week int4multirange,
  credit_code text,
  unlicensed_reason text,
  cash lz.fact not null default 'unknown',
  step_free lz.fact not null default 'unknown',
  seats lz.fact not null default 'unknown',
  staffed lz.fact not null default 'unknown',
  listed boolean not null default true,
  owner text,
  origin text not null check (origin in ('demo', 'census', 'merchant')),
  -- what a census list calls the row; loading it again finds the outlet by this
  origin_key text,
  verified_at timestamptz,
  verified_by text,
  -- a merchant's or officer's own change; a census list never overwrites it
  edited_at timestamptz,
  changed_at timestamptz not null,
  demo boolean not null default false
);
create index outlet_place on lz.outlet using gist (place) where listed;
create index outlet_community on lz.outlet (community_code) where listed;
create unique index outlet_origin on lz.outlet (origin, origin_key) where origin_key is not null;

create table lz.registration (
  id uuid primary key,
  revision integer not null check (revision >= 1),
  applicant text not null,
  outlet_id uuid references lz.outlet,
  state text not null check (state in ('pending', 'approved', 'returned')),
  draft jsonb not null,
  community_code text not null references lz.community,
  street_code text not null references lz.street,
  reason text,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  demo boolean not null default false,
  check (state <> 'returned' or reason is not null),
  check ((state = 'pending') = (decided_at is null))
);
create index registration_waiting on lz.registration (street_code, submitted_at) where state = 'pending';
create index on lz.registration (applicant);

-- Rounds, participation, answers --------------------------------------------------------------------

create table lz.round (
  id text primary key,
  title text not null,
  questionnaire_hash text not null references lz.rule_version (hash),
  method_hash text not null references lz.rule_version (hash),
  source text not null check (source in ('drawn', 'open')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  grace_hours integer not null check (grace_hours >= 0),
  -- [{"kind": "interim" | "final", "at": instant}], fixed before the round opens
  releases jsonb not null,
  demo boolean not null default false,
  check (closes_at > opens_at)
);

create table lz.round_community (
  round_id text not null references lz.round,
  community_code text not null references lz.community,
  target integer not null check (target >= 0),
  primary key (round_id, community_code)
);

-- Who took part: a keyed hash of the identity for this round alone, and of what was first sent, so that
-- the same sending is recognised. No time, no sequence, no place.
create table lz.participation (
  round_id text not null references lz.round,
  tag bytea not null,
  submission bytea not null,
  primary key (round_id, tag)
);

-- Answers wait here until the next settling, which moves them in the order of a hash: so neither the
-- transaction nor the place on disk tells afterwards which participation came with which answer.
create table lz.response_inbox (
  receipt bytea primary key,
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
  remark text
);

create table lz.response (
  receipt bytea primary key,
  round_id text not null references lz.round,
  community_code text not null references lz.community,
  age_band text not null,
  eligible boolean not null,
  source text not null check (source in ('drawn', 'open')),
  mode text not null check (mode in ('self', 'assisted')),
  proxy boolean not null,
  questionnaire_hash text not null references lz.rule_version (hash),
  answers jsonb not null,
  seconds integer not null
);
create index on lz.response (round_id, community_code);

-- Free text stands alone: no community, no age, no receipt.
create table lz.remark (
  round_id text not null references lz.round,
  text text not null,
  state text not null default 'held' check (state in ('held', 'passed', 'refused'))
);

-- How many, not what. A count that everybody updates is a queue when a whole community answers in one
-- hour, so an answer appends a line here, and the clock adds the lines up every few minutes. `answered`
-- is both together, in one statement always the right sum; reading it costs the same however many answered.
create table lz.tally (
  round_id text not null references lz.round,
  community_code text not null references lz.community,
  day date not null,
  answered integer not null,
  primary key (round_id, community_code, day)
);

create table lz.tally_inbox (
  round_id text not null,
  community_code text not null,
  day date not null
);

create view lz.answered as
  select round_id, community_code, day, answered from lz.tally
  union all
  select round_id, community_code, day, 1 from lz.tally_inbox;

create table lz.release (
  id text primary key,
  round_id text not null references lz.round,
  kind text not null check (kind in ('interim', 'final')),
  at timestamptz not null,
  computed_at timestamptz not null,
  method_hash text not null references lz.rule_version (hash),
  unique (round_id, kind, at)
);

create table lz.release_cell (
  release_id text not null references lz.release,
  place_kind text not null check (place_kind in ('circle', 'district')),
  place_id text not null,
  cell jsonb not null,
  distributions jsonb not null,
  primary key (release_id, place_kind, place_id)
);
