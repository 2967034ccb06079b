-- 直转件: cases put straight before a leader, and the leader's note 批示 with the department that answers it.
create table leader_report (
    id          uuid        primary key,
    appeal_id   uuid        not null references appeal (id) deferrable initially deferred,
    number      text        not null unique,
    office      text        not null,
    reported_at timestamptz not null,
    noted       boolean     not null                       -- a note has come on it
);
create index leader_report_appeal on leader_report (appeal_id);
create index leader_report_waits on leader_report (reported_at) where not noted;

create table leader_note (
    id            uuid        primary key,
    appeal_id     uuid        not null references appeal (id) deferrable initially deferred,
    assignment_id uuid        not null,
    department    text        not null,
    number        text        not null unique,
    report_id     uuid,
    office        text        not null,
    noted_on      date        not null,
    recorded_at   timestamptz not null,
    due_at        timestamptz not null,
    blue_at       timestamptz,
    yellow_at     timestamptz,
    answered_at   timestamptz,
    waits         boolean     not null                     -- for an answer: not once the case has ended
);
create index leader_note_appeal on leader_note (appeal_id);
create index leader_note_waits on leader_note (department, due_at) where waits;
