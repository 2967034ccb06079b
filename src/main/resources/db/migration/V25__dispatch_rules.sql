-- By which rules appeals are given to departments. A rule says only what differs from less special ones; it is never changed,
-- but ended and followed by another, so that what was in force on any day stays known.

create table dispatch_rule (
    id          uuid        primary key,
    category    text        references category (code),     -- null: every category; a group stands for what is in it
    region      text        references region (code),       -- null: everywhere; else this region and those below it
    firm        text,                                       -- null: every firm; PROVINCE_DIRECT, tag:…, or a credit code
    lead        text,                                       -- a kind of department, or unit: and a code; null: as else
    sharing     text[],                                     -- null: as else
    co_handling text[],
    levels      text[] check (levels <@ array['PROVINCE', 'CITY', 'COUNTY']),
    valid_from  date,
    valid_to    date,                                       -- first day on which it no longer holds
    source      text        not null,                       -- document, or the file it was first filled from
    at          timestamptz,                                -- null: first filled
    by_whom     text,
    ended_at    timestamptz,
    ended_by    text,
    check (valid_from is null or valid_to is null or valid_from <= valid_to),
    check (lead is not null or sharing is not null or co_handling is not null or levels is not null)
);

-- 代理: who acts for a department or an officer on these days.
create table stand_in (
    id         uuid        primary key,
    department text        references department (code),
    person     uuid        references person (id),
    deputy     text        references department (code),
    deputised  uuid        references person (id),
    from_day   date        not null,
    to_day     date        not null,                        -- the last day
    reason     text        not null,
    at         timestamptz not null,
    by_whom    text        not null,
    check (from_day <= to_day),
    check (department is not null and deputy is not null and person is null and deputised is null and department <> deputy
        or person is not null and deputised is not null and department is null and deputy is null and person <> deputised)
);
create index stand_in_person on stand_in (person, to_day) where person is not null;
create index stand_in_deputised on stand_in (deputised, to_day) where deputised is not null;

insert into directory_revision (part, revision) values ('dispatch_rule', 1), ('stand_in', 1);
create trigger dispatch_rule_changed after insert or update or delete on dispatch_rule
    for each statement execute function directory_changed();
create trigger stand_in_changed after insert or update or delete on stand_in
    for each statement execute function directory_changed();
