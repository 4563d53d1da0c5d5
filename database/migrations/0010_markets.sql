-- Markets: places of the plan where stalls stand at certain times. Their data are rules (rules/markets.json); what no source gives is null.
create table lz.market (
  id text primary key check (id ~ '^[a-z-]{2,40}$'),
  position integer not null,
  name text not null,
  kind text not null check (kind in ('night', 'morning', 'fair', 'street')),
  -- where it is named
  clause text not null,
  lng double precision,
  lat double precision,
  address text,
  place_status text not null,
  hours jsonb,
  dated jsonb,
  hours_status text not null,
  -- [{"text", "status"}]
  rules jsonb not null default '[]',
  demo boolean not null default false,
  check ((lng is null) = (lat is null))
);
-- a stall belongs to a market
alter table lz.outlet add column market_id text references lz.market;
create index outlet_market on lz.outlet (market_id) where market_id is not null and listed;

grant select on lz.market to lz_outlet, lz_desk;
