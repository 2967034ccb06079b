-- A case is written again and again: room in its page lets what no index looks at change without touching any index.
alter table appeal set (fillfactor = 80);

-- The due times of open cases that a version of the calendar moved, written in the transactions that moved them.
create table calendar_move (
    version    int         not null references calendar_version (number),
    appeal_id  uuid        not null,
    subject    uuid        not null,                      -- the part, the order, or the appeal itself
    duty       text        not null,
    department text,                                       -- whose part it is
    was        timestamptz not null,                      -- the last moment in time until then
    due        timestamptz not null,
    primary key (version, subject, duty)
);
create index calendar_move_due on calendar_move (version, due, subject, duty);
create index calendar_version_unsettled on calendar_version (number) where settled_at is null;
