-- The daily digest: whoever writes the day tells it, in the same transaction.
create table digest (
    day  date        primary key,
    at   timestamptz not null,
    told int         not null                              -- departments
);
