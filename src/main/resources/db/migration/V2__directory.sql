-- The directory: who there is. Regions and categories are mirrored from config/ at each start,
-- departments come from config/departments.yaml once and live here afterwards.

create table region (
    code   text primary key check (code ~ '^[0-9]{6}$'),
    name   text not null,
    level  text not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    parent text references region (code),
    sort   int  not null  -- official order 行政序列, never the order of code points
);
create index region_parent on region (parent);

create table category (
    code   text primary key,
    name   text not null,
    parent text references category (code),
    sort   int  not null,
    active boolean not null default true
);

create table department (
    code       text primary key check (code ~ '^[A-Za-z0-9_-]{1,40}$'),  -- part of a queue's name
    name       text not null,
    short_name text not null,
    kind       text not null,     -- its main field of work
    also_kinds text[] not null default '{}',  -- further fields a merged unit answers for
    region     text not null references region (code),
    level      text not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    parent     text references department (code),  -- the unit above in its own line
    channel    text not null default 'DESK' check (channel in ('QUEUE', 'PULL', 'MAIL', 'DESK')),
    email      text,
    head       uuid,          -- the person who is told when the department is overdue
    valid_from date,
    valid_to   date,          -- first day on which it no longer exists
    sort       int  not null default 0,
    check (channel <> 'MAIL' or email is not null),
    check (valid_from is null or valid_to is null or valid_from < valid_to)
);
create index department_place on department (kind, region);
create index department_parent on department (parent);
create index department_email on department (lower(email)) where email is not null;

create table enterprise (
    uscc            text primary key check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    name            text not null,
    name_key        text not null,  -- the name as it is compared: width, spaces and brackets made equal
    region          text not null references region (code),
    industry        text,           -- GB/T 4754 code of any length
    size            text check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    tier            text,           -- 龙头, 单项冠军, 小巨人, 专精特新 …
    tags            text[] not null default '{}',
    white_listed    boolean not null default false,
    founded         date,
    staff           int     check (staff >= 0),
    revenue_wan     numeric check (revenue_wan >= 0),
    rd_share        numeric check (rd_share between 0 and 1),  -- R&D spending ÷ revenue
    status          text not null default 'ACTIVE' check (status in ('ACTIVE', 'DEREGISTERED')),
    channel         text not null default 'MAIL' check (channel in ('MAIL', 'SITE', 'MAIL_AND_SITE', 'NONE')),
    province_direct boolean not null default false  -- the province's own departments answer it
);
create index enterprise_name_key on enterprise (name_key text_pattern_ops);
create index enterprise_profile on enterprise (region, industry) where status = 'ACTIVE';

create table enterprise_contact (
    id          uuid primary key,
    uscc        text not null references enterprise (uscc),
    name        text not null,     -- role wording such as 经办人
    email       text,
    phone       text,
    registered  boolean not null default true,
    verified_at timestamptz,
    check (email is not null or phone is not null)
);
create unique index enterprise_contact_address on enterprise_contact (uscc, lower(email)) where email is not null;
create index enterprise_contact_email on enterprise_contact (lower(email)) where email is not null;

create table person (
    id            uuid primary key,
    login         text not null check (login = lower(login)),
    display       text not null,   -- role wording, as pages show it
    roles         text[] not null default '{}',
    department    text references department (code),
    uscc          text references enterprise (uscc),
    password_hash text,            -- null: cannot sign in by password
    email         text,
    active        boolean not null default true,
    created_at    timestamptz not null,
    unique (login),
    check (roles <@ array['FIRM_AGENT', 'RECEIVER', 'HANDLER', 'REVIEWER', 'SIGNER', 'CENTRE', 'SUPERVISOR',
                          'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']::text[]),
    -- 三员: nobody holds two of the administrators' powers
    check (('SYSTEM_ADMIN' = any (roles))::int + ('SECURITY_ADMIN' = any (roles))::int
           + ('AUDIT_ADMIN' = any (roles))::int <= 1),
    check (not ('FIRM_AGENT' = any (roles)) or uscc is not null)
);
create index person_department on person (department) where department is not null;
create index person_uscc on person (uscc) where uscc is not null;

alter table department add constraint department_head foreign key (head) references person (id);

-- Machines that sign in: the broker's users and the API's keys.
create table principal (
    name        text primary key check (name ~ '^[A-Za-z0-9_-]{1,60}$'),
    kind        text not null check (kind in ('PLATFORM', 'DEPARTMENT', 'SUBMITTER', 'SUBSCRIBER')),
    department  text references department (code),
    uscc        text references enterprise (uscc),
    secret_hash text not null,
    active      boolean not null default true,
    check (kind <> 'DEPARTMENT' or department is not null)
);
create index principal_department on principal (department) where department is not null;

-- Counts changes, so that every node knows when its copy of the small tables is old.
create table directory_revision (
    part     text primary key,
    revision bigint not null
);
insert into directory_revision (part, revision) values ('region', 1), ('category', 1), ('department', 1);

create function directory_changed() returns trigger language plpgsql as $$
begin
    update directory_revision set revision = revision + 1 where part = tg_table_name;
    return null;
end $$;

create trigger region_changed after insert or update or delete on region
    for each statement execute function directory_changed();
create trigger category_changed after insert or update or delete on category
    for each statement execute function directory_changed();
create trigger department_changed after insert or update or delete on department
    for each statement execute function directory_changed();
