-- Photos name what they were sent with (lz.file), so a report need not name its photo.
alter table lz.correction drop column photo;
