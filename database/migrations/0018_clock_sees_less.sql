-- The clock tells news and counts what waits; what an outlet's owner left there (phone, address, hours) and what stood before are not its business.
alter table lz.outlet_entry add column first boolean not null generated always as (before = '{}' and after = '{}') stored;
revoke select on lz.outlet, lz.outlet_entry from lz_clock;
grant select (id, name, format, services, place, community_code, owner, listed, standing, confirmed_at, verified_at, changed_at, origin, credit_code, unlicensed_reason, photos, demo) on lz.outlet to lz_clock;
grant select (id, outlet_id, at, actor, fields, first) on lz.outlet_entry to lz_clock;
