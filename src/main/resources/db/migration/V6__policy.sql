-- Policies, for whom they are, and who got which version when and why.

create table policy (
    id             uuid        primary key,
    number         text        not null,               -- 文号
    authority      text        not null,               -- who issued it
    title          text        not null,
    text           text        not null,
    link           text,
    type           text        not null check (type in ('SUBSIDY', 'TAX', 'LOAN', 'RECOGNITION', 'SERVICE')),
    way            text        not null check (way in ('AUTOMATIC', 'INSTANT', 'APPLICATION')),  -- 免申即享, 即申即享, 申报
    place          text,                               -- where to apply
    materials      text,
    contact        text,
    amount         text,
    effective_from date,
    effective_to   date,
    apply_from     date,
    apply_to       date,
    audience       jsonb       not null,
    state          text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    version        int         not null default 1,     -- of what is public; each correction makes the next
    revision       int         not null default 1,     -- moved by every change, so that nobody overwrites what he has not seen
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    changed_by     text        not null,
    published_at   timestamptz,
    withdrawn_at   timestamptz,
    withdrawn_why  text,
    check ((state = 'DRAFT') = (published_at is null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index policy_recent on policy (changed_at desc, id);
create index policy_public on policy (published_at desc, id) where state = 'PUBLISHED';

-- What was public, word for word, when it was pushed.
create table policy_version (
    policy       uuid        not null references policy (id),
    version      int         not null,
    content      jsonb       not null,
    audience     jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (policy, version)
);

create table push (
    id         uuid        primary key,
    policy     uuid        not null,
    version    int         not null,
    started_at timestamptz not null,
    started_by text        not null,
    matched    int         not null,
    state      text        not null check (state in ('RUNNING', 'PAUSED', 'DONE', 'STOPPED')),
    ended_at   timestamptz,
    foreign key (policy, version) references policy_version (policy, version)
);
create index push_policy on push (policy, started_at desc);
create index push_under_way on push (started_at) where state in ('RUNNING', 'PAUSED');

-- One record a firm, whatever became of it.
create table push_delivery (
    push      uuid        not null references push (id),
    uscc      text        not null references enterprise (uscc),
    policy    uuid        not null,
    version   int         not null,
    held      smallint[]  not null,                    -- why: the places of the audience's parts that held
    corrects  boolean     not null,                    -- got an earlier version
    channel   text        not null check (channel in ('MAIL', 'SITE', 'MAIL_AND_SITE')),
    contact   uuid,                                    -- to whom the mail goes
    address   text,
    delivery  uuid        not null,                    -- the outbox's delivery id, the same whenever it is sent again
    state     text        not null check (state in ('MATCHED', 'SENT', 'FAILED', 'SKIPPED')),
    reason    text,                                    -- of what failed or was skipped
    queued_at timestamptz,
    sent_at   timestamptz,
    read_at   timestamptz,
    primary key (push, uscc),
    check (channel = 'SITE' or address is not null)
);
create unique index push_delivery_once on push_delivery (policy, version, uscc);
create unique index push_delivery_outbox on push_delivery (delivery);
create index push_delivery_to_queue on push_delivery (push, uscc) where state = 'MATCHED' and queued_at is null;
create index push_delivery_to_settle on push_delivery (push, delivery) where state in ('MATCHED', 'FAILED') and queued_at is not null;
create index push_delivery_firm on push_delivery (uscc, policy);

-- Contacts that want no policies by mail; answers to their appeals reach them all the same.
create table push_unsubscribed (
    contact uuid        primary key references enterprise_contact (id),
    at      timestamptz not null
);
