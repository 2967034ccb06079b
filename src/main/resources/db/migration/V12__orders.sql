-- 督办单: what those above demand of a department.
create table supervision_order (
    id            uuid        primary key,
    appeal_id     uuid        not null references appeal (id) deferrable initially deferred,
    assignment_id uuid        not null,
    department    text        not null,
    number        text        not null unique,
    issued_at     timestamptz not null,
    due_at        timestamptz not null,
    blue_at       timestamptz,
    yellow_at     timestamptz,
    answered_at   timestamptz,
    waits         boolean     not null                    -- for an answer: not once the case has ended
);
create index supervision_order_appeal on supervision_order (appeal_id);
create index supervision_order_waits on supervision_order (department, due_at) where waits;
