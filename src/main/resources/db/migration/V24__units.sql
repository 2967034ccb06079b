-- When units change: who follows whom, who must stand aside in a running case.

alter table assignment add column successor text;                                  -- answered by its department; what follows is this one's
create index assignment_successor on assignment (successor) where successor is not null;

-- Officers who must stand aside although their department need not.
create table recused_person (
    appeal_id uuid not null,
    person    uuid not null,
    primary key (appeal_id, person)
);
create index recusal_department on recusal (department);

-- 部门接替: declared by a person, carried out from its day on, some appeals at a time.
create table take_over (
    id          uuid        primary key,
    department  text        not null references department (code),
    successor   text        not null references department (code),
    from_day    date        not null,
    document    text        not null,                      -- number of the document that orders it
    categories  text[]      not null default '{}',         -- empty: all
    regions     text[]      not null default '{}',         -- empty: all; else prefixes of the appeal's region
    officers    text        not null check (officers in ('MOVE', 'CLOSE', 'STAY')),
    declared_at timestamptz not null,
    declared_by text        not null,
    begun_at    timestamptz,                               -- when department, officers and fields changed hands
    settled_at  timestamptz,                               -- when no case was left to move
    moved       int         not null default 0,            -- parts that changed hands
    followed    int         not null default 0,            -- answered parts of which only what follows did
    triaged     int         not null default 0,            -- cases put before a person, the successor being recused
    check (department <> successor)
);
create index take_over_department on take_over (department, from_day);
