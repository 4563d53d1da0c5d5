-- What stands at the same address may be the same outlet though its pin is far off (domain/duplicates.ts, D6): found by an index of its own.
-- Folded as the comparison folds it: width and capitals, nothing in brackets, no signs or spaces. Core functions alone, so nobody needs a grant to write an outlet.
create index outlet_address on lz.outlet (regexp_replace(regexp_replace(lower(normalize(address, nfkc)), '\([^)]*\)', '', 'g'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3004\u3008-\u3020]', '', 'g')) where listed;
