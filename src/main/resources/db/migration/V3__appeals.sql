-- What came in, the appeals it made, what happened to them.

-- One row an arrival, with one outcome: the ledger (received = created + appended + duplicate + suppressed + quarantined + refused).
create table arrival (
    id             uuid        primary key,
    door           text        not null check (door in ('MAIL', 'QUEUE', 'WEB', 'API', 'STAFF')),
    transport_id   text,                                  -- box/UIDVALIDITY/UID, JMS message id; none where a retry is a new request
    sender         text        not null,                  -- the authenticated sender, else the address
    key            text,                                  -- the client's key, else the digest of the content; none where unreadable
    content_digest bytea,
    received_at    timestamptz not null,
    outcome        text        not null check (outcome in ('CREATED', 'APPENDED', 'DUPLICATE', 'SUPPRESSED', 'QUARANTINED', 'REFUSED')),
    reason         text,                                  -- which rule or fault, a key of the words
    detail         text,                                  -- for the person who looks
    summary        text,                                  -- the subject or first words, for lists
    appeal_id      uuid,
    raw            uuid        references blob (id),      -- kept raw where it was not understood
    raw_name       text,
    settled_at     timestamptz                            -- when a person was done with a quarantined one
);
create unique index arrival_transport on arrival (door, transport_id) where transport_id is not null;
create index arrival_received on arrival (received_at);
create index arrival_open on arrival (received_at) where outcome = 'QUARANTINED' and settled_at is null;
create index arrival_appeal on arrival (appeal_id);

-- Replays change an outcome; what it was stays known.
create table arrival_replay (
    arrival_id uuid        not null references arrival (id),
    at         timestamptz not null,
    by         text        not null,
    was        text        not null,
    became     text        not null,
    primary key (arrival_id, at)
);

-- The first arrival under a key. Keys made from the content lapse after a day.
create table submission_key (
    door           text        not null,
    sender         text        not null,
    key            text        not null,
    arrival_id     uuid        not null,
    appeal_id      uuid        not null,
    content_digest bytea       not null,
    lapses_at      timestamptz not null,
    primary key (door, sender, key)
);

create sequence appeal_serial increment by 20; -- a node takes a block at a time

-- The projection of an appeal's events: can be rebuilt from them at any time.
create table appeal (
    id                 uuid        primary key,
    number             text        not null,
    version            int         not null,              -- number of events
    head               bytea       not null,              -- hash of the last event
    state              text        not null,
    type               text        not null,
    source             text        not null,
    door               text        not null,
    uscc               text,                              -- the firm, once recognised
    verified           boolean     not null,
    may_name           boolean     not null,              -- the handling department may know the firm
    region             text        not null,
    category           text,
    lead               text,
    title_id           uuid        not null,
    triage_due         timestamptz,                       -- a person of the centre owes a decision
    first_received     timestamptz not null,
    accepted_at        timestamptz,
    dispatched_at      timestamptz,
    due_at             timestamptz,
    completed_at       timestamptz,                       -- the valid completion, none while reopened
    confirmed_at       timestamptz,
    ended_at           timestamptz,                       -- archived, withdrawn or not accepted
    overdue            boolean     not null default false,
    parent             uuid        references appeal (id)
);
create unique index appeal_number on appeal (number);
create index appeal_recent on appeal (first_received desc, id desc);
create index appeal_firm on appeal (uscc, first_received desc);
create index appeal_state on appeal (state, first_received desc);
create index appeal_triage on appeal (triage_due) where triage_due is not null;

-- The truth. Appended, never changed; each hash covers the one before and the exact bytes.
create table appeal_event (
    appeal_id uuid        not null references appeal (id) deferrable initially deferred,
    seq       int         not null,
    at        timestamptz not null,
    type      text        not null,
    body      bytea       not null,
    hash      bytea       not null,
    primary key (appeal_id, seq)
);
create index appeal_event_at on appeal_event (at);

create function appeal_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'appeal_event is append-only';
end $$;
create trigger appeal_event_append_only before update or delete on appeal_event
    for each row execute function appeal_event_is_append_only();

-- Everything that can be erased: texts, contacts, names. Events hold id and salted digest only.
create table appeal_content (
    id        uuid        primary key,
    appeal_id uuid        not null,
    kind      text        not null,
    salt      bytea,
    body      text,                                       -- null once erased
    at        timestamptz not null
);
create index appeal_content_appeal on appeal_content (appeal_id);

create table attachment (
    id           uuid        primary key,                 -- unguessable
    appeal_id    uuid        not null,
    blob         uuid        references blob (id),        -- null once erased
    name         text        not null,
    content_type text        not null,
    size         bigint      not null,
    salt         bytea,                                -- gone with the content
    digest       text        not null,                    -- SHA-256, of the bytes
    inert        boolean     not null,                    -- kept, but not offered for opening
    at           timestamptz not null
);
create index attachment_appeal on attachment (appeal_id);

-- Words and character bigrams, cut in Java.
create table appeal_search (
    appeal_id uuid     primary key,
    words     tsvector not null
);
create index appeal_search_words on appeal_search using gin (words);

-- Units that must never see the appeal: those complained about and the units below them.
create table recusal (
    appeal_id  uuid not null,
    department text not null,
    primary key (appeal_id, department)
);

create table assignment (
    id              uuid        primary key,
    appeal_id       uuid        not null references appeal (id) deferrable initially deferred,
    department      text        not null,
    role            text        not null check (role in ('LEAD', 'SHARING', 'CO_HANDLING')),
    state           text        not null,
    rework          boolean     not null,
    ruled           boolean     not null,                 -- 指定: cannot be sent back again
    dispatched_at   timestamptz not null,
    acknowledge_due timestamptz not null,
    due_at          timestamptz not null,
    acknowledged_at timestamptz,
    contacted_at    timestamptz,
    handed_in_at    timestamptz,
    completed_at    timestamptz,
    sent_back_at    timestamptz,
    extended        boolean     not null default false,
    conclusion      text,
    promised        date,
    overdue         boolean     not null default false
);
create index assignment_appeal on assignment (appeal_id);
create index assignment_desk on assignment (department, state, due_at);
create index assignment_feed on assignment (department, dispatched_at, id);

-- What figures read: how each appeal stood, by the time at which it was known.
create table appeal_span (
    appeal_id          uuid        not null,
    from_at            timestamptz not null,
    to_at              timestamptz not null,              -- infinity: as it stands
    state              text        not null,
    type               text        not null,
    door               text        not null,
    region             text        not null,
    category           text,
    lead               text,
    holder             text        not null,              -- who holds the matter: CENTRE, FIRM, a department's code, NOBODY
    first_received     timestamptz not null,
    accepted_at        timestamptz,
    dispatched_at      timestamptz,
    due_at             timestamptz,
    completed_at       timestamptz,
    first_completed_at timestamptz,
    completed_on_time  boolean,                           -- the first completion, judged once
    ending             text,                              -- how it was completed or ended
    reopened           int         not null,
    passed_on          int         not null,
    contacted          boolean,                           -- as the firm says
    solved             boolean,
    satisfaction       int,                               -- 5 very satisfied … 1 very dissatisfied
    rated_at           timestamptz,
    counted            boolean     not null,              -- in the cohort: accepted, not merged, split or withdrawn
    primary key (appeal_id, from_at)
);
create index appeal_span_cohort on appeal_span (accepted_at, to_at, from_at);

create table assignment_span (
    assignment_id   uuid        not null,
    appeal_id       uuid        not null,
    from_at         timestamptz not null,
    to_at           timestamptz not null,
    department      text        not null,
    role            text        not null,
    state           text        not null,
    rework          boolean     not null,
    dispatched_at   timestamptz not null,
    acknowledge_due timestamptz not null,
    acknowledged_at timestamptz,
    due_at          timestamptz not null,
    handed_in_at    timestamptz,
    completed_at    timestamptz,
    sent_back_at    timestamptz,
    extended        boolean     not null,
    primary key (assignment_id, from_at)
);
create index assignment_span_dispatched on assignment_span (dispatched_at, to_at, from_at);

-- The moments at which something must happen by itself; a round reads only those that have come.
create table deadline (
    appeal_id uuid        not null,
    subject   uuid        not null,                       -- the assignment, or the appeal itself
    duty      text        not null,                       -- TRIAGE, ACKNOWLEDGE, REPLY, CO_HANDLING, SURVEY …
    light     text        not null,                       -- BLUE, YELLOW, RED; LAPSE for the survey
    at        timestamptz not null,
    primary key (appeal_id, subject, duty, light)
);
create index deadline_at on deadline (at);

-- One question to the firm a round; kept here for the pages, decided by the events.
create table survey (
    appeal_id    uuid        not null,
    round        int         not null,
    opened_at    timestamptz not null,
    closes_at    timestamptz not null,
    answered_at  timestamptz,
    contacted    boolean,
    solved       boolean,
    satisfaction int,
    lapsed_at    timestamptz,
    primary key (appeal_id, round)
);

-- An action sent twice is answered as the first time.
create table action (
    principal  text        not null,
    action_id  text        not null,
    digest     bytea       not null,
    appeal_id  uuid        not null,
    version    int         not null,                      -- of the appeal, after it
    at         timestamptz not null,
    primary key (principal, action_id)
);

-- One-time codes by which a sender shows that an address is his.
create table verification (
    appeal_id  uuid        not null,
    address    text        not null,
    code_hash  bytea       not null,
    expires_at timestamptz not null,
    tries      int         not null default 0,
    primary key (appeal_id, address)
);
