-- A street's own part of the official tables: its own file of a snapshot, kept like the district's.
alter table lz.report add column street_code text references lz.street;
drop index lz.report_first;
create unique index report_first on lz.report (snapshot_id, kind, coalesce(circle_id, ''), coalesce(street_code, ''));
alter table lz.report add constraint report_of_one check (circle_id is null or street_code is null);
grant select (street_code) on lz.report to lz_desk;
