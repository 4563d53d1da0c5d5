-- What an officer decided about a text, so that a mistake is found and taken back. No word of the text and no reason stands here; it goes with its review.
create table lz.text_decision (
  id uuid primary key,
  review_id uuid not null references lz.review on delete cascade,
  street_code text not null references lz.street,
  part text not null check (part in ('review', 'reply', 'complaint')),
  decision text not null check (decision in ('pass', 'refuse')),
  at timestamptz not null,
  by text not null
);
create index on lz.text_decision (street_code, at desc);
create index on lz.text_decision (review_id, part, at desc);
create trigger no_change before update on lz.text_decision for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.text_decision for each statement execute function lz.refuse_change();
grant select, insert on lz.text_decision to lz_desk;
