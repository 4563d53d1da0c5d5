-- A call of a cloud function carries 100 KB of text at most, so a phone in WeChat sends a photo in parts. They wait here until the last one is
-- there; what is not finished within the hour is thrown away by the clock.

create table lz.file_part (
  file_id uuid not null,
  owner text not null,
  at smallint not null check (at >= 0),
  data text not null check (length(data) <= 100000),
  added_at timestamptz not null,
  primary key (file_id, owner, at)
);
create index on lz.file_part (owner);
create index on lz.file_part (added_at);

grant select, insert, delete on lz.file_part to lz_outlet;
grant update (data, added_at) on lz.file_part to lz_outlet;
grant select (added_at) on lz.file_part to lz_clock;
grant delete on lz.file_part to lz_clock;
