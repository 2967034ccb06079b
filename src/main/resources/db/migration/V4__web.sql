-- What the pages keep: who is signed in, who tried, who looked.

create table web_session (
    id_hash    bytea primary key,  -- SHA-256 of the cookie, which is kept nowhere
    person     uuid        not null references person (id) on delete cascade,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null,
    address    text        not null
);
create index web_session_person on web_session (person);
create index web_session_ends on web_session (ends_at);

create table sign_in_attempt (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    login   text        not null,
    address text        not null,
    outcome text        not null check (outcome in ('SIGNED_IN', 'REFUSED', 'LIMITED', 'WRONG_SURFACE',
                                                    'SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_REFUSED'))
);
create index sign_in_attempt_login on sign_in_attempt (login, at desc);
create index sign_in_attempt_at on sign_in_attempt (at desc);

-- One-time links by which an empty house gets its first administrator.
create table setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null,
    ends_at    timestamptz not null,
    used_at    timestamptz
);

create table access_log (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text,
    appeal     uuid,       -- no reference: the log outlives what was looked at
    path       text        not null,
    purpose    text        not null
);
create index access_log_appeal on access_log (appeal, at desc) where appeal is not null;
create index access_log_actor on access_log (actor_id, at desc);
