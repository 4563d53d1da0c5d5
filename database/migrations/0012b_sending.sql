-- A mark that was sent twice, because its reply was lost, is one mark.
alter table lz.inventory_check add column sending uuid not null;
create unique index inventory_check_once on lz.inventory_check (sending, community_code, format);

-- A list that comes in parts, because a call in WeChat carries 100 KB: until its last part is there.
create table lz.import_part (
  id uuid not null,
  owner text not null,
  at integer not null check (at between 0 and 79),
  data text not null,
  sent_at timestamptz not null,
  primary key (id, owner, at)
);
create index on lz.import_part (sent_at);
grant select, insert, delete on lz.import_part to lz_export;
