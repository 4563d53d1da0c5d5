-- Work on the spot: visits to outlets, social witness of those without a licence, what staff mend themselves, and the daily digest.

-- Somebody went there and looked. Never changed; taking one back is a line of its own.
create table lz.visit (
  -- made by the phone, maybe hours before it was sent
  id uuid primary key,
  outlet_id uuid not null references lz.outlet,
  street_code text not null references lz.street,
  visitor text not null,
  outcome text not null check (outcome in ('right', 'closed', 'wrong')),
  -- what was looked at: {cash: yes, …}; what was not is left out
  facts jsonb not null,
  note text,
  -- the phone's own clock: shown, never reckoned with
  phone_at timestamptz not null,
  at timestamptz not null,
  check (outcome <> 'wrong' or note is not null)
);
create index on lz.visit (outlet_id, at desc);
create index on lz.visit (street_code, at desc);

-- Staff mended an entry at the desk; what changed is in the outlet's history under this id.
create table lz.edit (
  id uuid primary key,
  outlet_id uuid not null references lz.outlet,
  street_code text not null references lz.street,
  editor text not null,
  why text not null,
  at timestamptz not null
);
create index on lz.edit (street_code, at desc);

-- A visit or an edit that was taken back.
create table lz.undone (
  subject uuid primary key,
  by text not null,
  at timestamptz not null
);

-- Social witness: an officer saw the stall of somebody without a licence, took a photo and says why it may stand on the map, until when.
create table lz.witness (
  id uuid primary key,
  -- an outlet, or a registration that becomes one
  outlet_id uuid references lz.outlet,
  registration_id uuid references lz.registration,
  street_code text not null references lz.street,
  witness text not null,
  photo uuid not null references lz.file,
  reason text not null,
  at timestamptz not null,
  until timestamptz not null,
  state text not null check (state in ('standing', 'renewed', 'ended', 'revoked')),
  changed_at timestamptz not null,
  -- the merchant was told that it ends soon
  reminded_at timestamptz,
  check (outlet_id is not null or registration_id is not null),
  check (until > at)
);
create unique index witness_of_outlet on lz.witness (outlet_id) where state = 'standing' and outlet_id is not null;
create unique index witness_of_registration on lz.witness (registration_id) where state = 'standing' and registration_id is not null;
create index on lz.witness (outlet_id, at desc);
create index witness_ends on lz.witness (until) where state = 'standing';

-- One message a day for each officer at most.
create table lz.digest (
  person text not null,
  day date not null,
  at timestamptz not null,
  primary key (person, day)
);

create trigger no_change before update or delete on lz.visit for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.visit for each statement execute function lz.refuse_change();
create trigger no_change before update or delete on lz.edit for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.edit for each statement execute function lz.refuse_change();
create trigger no_change before update or delete on lz.undone for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.undone for each statement execute function lz.refuse_change();
create trigger no_delete before delete on lz.witness for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.witness for each statement execute function lz.refuse_change();

grant select, insert on lz.visit, lz.edit, lz.undone, lz.witness to lz_desk;
grant update (state, outlet_id, changed_at) on lz.witness to lz_desk;
grant update (subject_kind, subject_id, subject_name, street_code, attached_at) on lz.file to lz_desk;
grant select (id, outlet_id, registration_id, at, until, state) on lz.witness to lz_outlet;

grant select (id, outlet_id, at, until, state, reminded_at) on lz.witness to lz_clock;
grant update (state, changed_at, reminded_at) on lz.witness to lz_clock;
grant select, insert on lz.digest to lz_clock;
grant insert on lz.message to lz_clock;
-- what waits, by kind and age; no paper, no phone, no credit code
grant select (id, name, community_code, owner, listed, standing, confirmed_at, verified_at, changed_at, origin, credit_code, unlicensed_reason, demo) on lz.outlet to lz_clock;
grant select (id, community_code, street_code, state, submitted_at, demo) on lz.registration to lz_clock;
grant select (id, outlet_id, street_code, state, submitted_at, dispute_id) on lz.claim to lz_clock;
grant select (id, outlet_id, street_code, state, opened_at) on lz.dispute to lz_clock;
grant select (id, outlet_id, street_code, state, submitted_at) on lz.correction to lz_clock;
grant select (id, outlet_id, street_code, state, changed_at, reply_state, replied_at, complaint_state, complained_at) on lz.review to lz_clock;

-- those who need a witness, for the queue
create index outlet_unlicensed on lz.outlet (community_code) where listed and credit_code is null and unlicensed_reason is not null;
