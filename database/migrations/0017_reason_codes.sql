-- A returned registration has a reason: a code of the rules, words, or both.
alter table lz.registration drop constraint registration_check;
alter table lz.registration add constraint returned_with_reason check (state <> 'returned' or reason is not null or reason_code is not null);
