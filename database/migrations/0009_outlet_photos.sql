-- Which photos an outlet's page shows, once each has passed, is a statement of its owner like its name: it stands in the outlet's row, so
-- that history and undoing hold for it too. It replaces a reference the other way round.

alter table lz.outlet add column photos uuid[] not null default '{}';
create index outlet_photos on lz.outlet using gin (photos) where photos <> '{}';

drop index lz.file_outlet;
alter table lz.file drop column outlet_id;

grant select (photos) on lz.outlet to lz_clock;
