-- How far the tasks of the plan are, as departments and streets say it. Appended to alone: the newest holds, the earlier ones stay.

create table lz.task_note (
  id bigint generated always as identity primary key,
  sending uuid not null unique,
  -- both of rules/work-plan.json
  task text not null check (length(task) between 1 and 40),
  department text not null check (length(department) between 1 and 40),
  -- of 各街道办事处 which one: each carries a task out for itself
  street_code text references lz.street,
  state text not null check (state in ('going', 'done', 'stuck')),
  text text not null check (length(text) between 1 and 300),
  at timestamptz not null,
  by text not null,
  by_role text not null check (by_role in ('street', 'district')),
  check ((department = 'streets') = (street_code is not null)),
  -- a street speaks for itself alone
  check (by_role = 'district' or street_code is not null)
);
create index on lz.task_note (task, department, street_code, id desc);

create trigger no_change before update or delete on lz.task_note for each row execute function lz.refuse_change();
create trigger no_truncate before truncate on lz.task_note for each statement execute function lz.refuse_change();
grant select, insert on lz.task_note to lz_desk;
