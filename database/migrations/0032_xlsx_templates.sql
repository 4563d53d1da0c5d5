-- A table's form: the .xlsx that the district gave it, kept by its hash, with the columns that stand in it. A rule of the tables names it by that hash,
-- so whichever version was in force, its forms are there. Function `export`, which can read an .xlsx, keeps it; the desk, which loads rules, can only
-- see that it is there and what its columns are.

create table lz.table_form (
  hash text primary key check (hash = encode(sha256(content), 'hex')),
  content bytea not null check (length(content) between 1 and 70000),
  columns jsonb not null,
  kept_at timestamptz not null,
  kept_by text not null
);
alter table lz.table_form alter column content set storage external;
create trigger no_change before update or delete on lz.table_form for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.table_form for each statement execute function lz.refuse_change();

grant select, insert on lz.table_form to lz_export;
grant select (hash, columns) on lz.table_form to lz_desk;
