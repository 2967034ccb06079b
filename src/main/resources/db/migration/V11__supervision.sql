-- 督办: how far up a case was shown, and since when.
alter table appeal add column escalated_to text;                                   -- HEAD, SUPERVISOR, LEADERS
alter table appeal add column escalated_at timestamptz;
create index appeal_escalated on appeal (escalated_to, escalated_at) where escalated_to is not null;

comment on column deadline.light is 'BLUE, YELLOW, RED; SUPERVISOR, LEADERS: told when it stays overdue; LAPSE for the survey';
