-- Photos. Their content lies in a store outside the database; a row says whose it is, what it is for and whether others may see it.
-- A row is never deleted: content is removed, and the row says when.

create table lz.file (
  -- made by the phone
  id uuid primary key,
  owner text not null,
  purpose text not null check (purpose in ('licence', 'front', 'report', 'witness', 'reply')),
  media text not null check (media in ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer not null check (bytes between 1 and 1048576),
  sha256 bytea not null check (length(sha256) = 32),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  created_at timestamptz not null,
  state text not null default 'held' check (state in ('held', 'passed', 'refused')),
  reason text check (reason in ('unclear', 'unrelated', 'private', 'unlawful')),
  decided_at timestamptz,
  -- an officer's hash, or 'platform'
  decided_by text,
  -- what the store calls it; null until it is there, and again when it was removed
  place text,
  removed_at timestamptz,
  -- the platform's name for its check that is under way
  trace text unique,
  -- what it belongs to, the name that staff read, and whose street decides; null until something is sent that names it
  subject_kind text check (subject_kind ~ '^[a-z_]{3,20}$'),
  subject_id uuid,
  subject_name text,
  street_code text references lz.street,
  attached_at timestamptz,
  -- no longer named by what it belonged to
  dropped_at timestamptz,
  -- the outlet whose page shows it once it passed
  outlet_id uuid references lz.outlet,
  check ((state = 'held') = (decided_at is null)),
  check (state = 'refused' or reason is null),
  check ((attached_at is null) = (subject_kind is null) and (attached_at is null) = (subject_id is null) and (attached_at is null) = (street_code is null)),
  check (removed_at is null or place is null)
);
create index file_owner on lz.file (owner, created_at);
create index file_waiting on lz.file (street_code, attached_at) where state = 'held' and attached_at is not null and dropped_at is null and removed_at is null;
create index file_outlet on lz.file (outlet_id) where outlet_id is not null;
create index file_subject on lz.file (subject_id) where subject_id is not null;
create index file_kept on lz.file (created_at) where place is not null;

create trigger no_delete before delete on lz.file for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.file for each statement execute function lz.refuse_change();

-- What a photo is never changes; a refused one whose content is gone can't come back.
create function lz.file_keeps() returns trigger language plpgsql as $$
begin
  if (new.id, new.owner, new.purpose, new.media, new.bytes, new.sha256, new.width, new.height, new.created_at)
     is distinct from (old.id, old.owner, old.purpose, old.media, old.bytes, old.sha256, old.width, old.height, old.created_at)
     or (old.removed_at is not null and new.removed_at is null)
     or (old.removed_at is not null and old.state <> new.state) then
    raise exception 'what a row of lz.file says of its content is not allowed to change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keeps before update on lz.file for each row execute function lz.file_keeps();

-- Adding: alone for its owner, so that nobody gets past the daily number by sending many at once.
create function lz.add_file(
  p_id uuid, p_owner text, p_purpose text, p_media text, p_bytes integer, p_sha256 bytea, p_width integer, p_height integer, p_now timestamptz, p_most integer
) returns text language plpgsql security definer set search_path = lz, pg_temp as $$
declare there lz.file;
begin
  perform pg_advisory_xact_lock(hashtext('lz.add_file'), hashtext(p_owner));
  if not exists (select from file where id = p_id) then
    if (select count(*) from file where owner = p_owner and created_at > p_now - interval '1 day') >= p_most then return 'too_many'; end if;
    insert into file (id, owner, purpose, media, bytes, sha256, width, height, created_at)
      values (p_id, p_owner, p_purpose, p_media, p_bytes, p_sha256, p_width, p_height, p_now) on conflict do nothing;
    if found then return 'added'; end if;
  end if;
  select * into there from file where id = p_id;
  return case when there.owner = p_owner and there.purpose = p_purpose and there.sha256 = p_sha256 and there.removed_at is null then 'again' else 'taken' end;
end $$;

-- The platform's word, found by the name of its check, which nobody outside the two was told. It lets a photo be seen; refusing is left to a person.
create function lz.image_passed(p_trace text, p_now timestamptz) returns boolean language plpgsql security definer set search_path = lz, pg_temp as $$
begin
  update file set state = 'passed', decided_at = p_now, decided_by = 'platform' where trace = p_trace and state = 'held';
  return found;
end $$;

revoke execute on function lz.add_file, lz.image_passed, lz.file_keeps from public;

grant select on lz.file to lz_outlet, lz_desk, lz_clock;
grant update (place, trace, subject_kind, subject_id, subject_name, street_code, attached_at, dropped_at) on lz.file to lz_outlet;
grant execute on function lz.add_file, lz.image_passed to lz_outlet;
grant update (state, reason, decided_at, decided_by, outlet_id, dropped_at) on lz.file to lz_desk;
grant update (place, removed_at) on lz.file to lz_clock;
