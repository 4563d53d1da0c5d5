-- A table of many places is read where the libraries of tables are, and entered there: appended, as everything in lz.entered is.
grant select, insert on lz.entered to lz_export;
