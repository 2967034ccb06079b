-- What figures read: the histories of the appeals accepted on one day, packed, so that a year is 250 rows. Made of the
-- spans and of nothing else; a day without a row is read from the spans themselves.
create table figure_day (
    day     date   primary key,                           -- of acceptance, in China's time
    version bigint not null,
    sheet   bytea  not null
);
alter table figure_day alter column sheet set storage external;
create sequence figure_day_version;

-- Whose spans changed since their day was packed; written with the spans, gone with the packing.
create table figure_change (
    id        bigint generated always as identity primary key,
    appeal_id uuid   not null,
    day       date   not null
);
create index figure_change_day on figure_change (day);

create index appeal_accepted on appeal (accepted_at) where accepted_at is not null;

-- Figures no longer look for spans by their cohort.
drop index appeal_span_cohort;
drop index appeal_span_held;
