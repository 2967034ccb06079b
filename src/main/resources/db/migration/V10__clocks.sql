-- Clocks that stand and move: due times may be none for a while, and the lights' moments are kept beside them,
-- so that a list is one comparison a row.

alter table assignment alter column due_at drop not null;
alter table assignment add column blue_at timestamptz;
alter table assignment add column yellow_at timestamptz;
alter table assignment add column next_at timestamptz not null default 'infinity'; -- by when the department should look again: due, or the end of a pause
alter table assignment add column asked_at timestamptz;                            -- 补正: since when the firm is waited for
alter table assignment add column stage_due timestamptz;                           -- 阶段性答复 owed by then
alter table assignment add column staged_at timestamptz;
alter table assignment add column extension text;                                  -- PENDING, GRANTED, REFUSED
drop index assignment_desk;
create index assignment_desk on assignment (department, state, next_at, id);

alter table assignment_span alter column due_at drop not null;

alter table appeal add column blue_at timestamptz;
alter table appeal add column yellow_at timestamptz;
alter table appeal add column hard boolean not null default false;
alter table appeal add column priority boolean not null default false;
alter table appeal add column suspended_at timestamptz;
alter table appeal add column long_list text;                                      -- 挂账: STATUTORY, PROMISE
alter table appeal add column long_list_until timestamptz;
create index appeal_long_list on appeal (long_list_until) where long_list is not null;
create index assignment_pending on assignment (next_at) where extension = 'PENDING';
