-- Search with one wrong character, and what may be the same outlet twice, at 100 thousand outlets.
--
-- A text is looked for among the pairs of neighbouring characters of `search`. pg_trgm would need an extension in every database, and its
-- trigrams can't find a Chinese word of two characters at all; this is core PostgreSQL and finds 裁缝 as fast as a long name.

-- Every pair of neighbours within a word, and every character beyond ASCII by itself. `search` is written by database/outletRow.ts.
create function lz.search_keys(search text) returns text[] language plpgsql immutable strict parallel safe cost 1000 as $$
declare
  keys text[] := '{}';
  previous text := ' ';
  this text;
begin
  foreach this in array string_to_array(search, null) loop
    if this not in (' ', '|') then
      if ascii(this) > 127 then keys := keys || this; end if;
      if previous not in (' ', '|') then keys := keys || (previous || this); end if;
    end if;
    previous := this;
  end loop;
  return keys;
end $$;
revoke execute on function lz.search_keys from public;
grant execute on function lz.search_keys to lz_outlet, lz_desk;

create index outlet_search on lz.outlet using gin (lz.search_keys(search)) where listed;
create index outlet_phone on lz.outlet (regexp_replace(phone, '\D', '', 'g')) where listed and phone is not null;
create index outlet_credit_code on lz.outlet (credit_code) where listed and credit_code is not null;
