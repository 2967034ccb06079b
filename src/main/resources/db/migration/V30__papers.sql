-- 文书: the number that a paper got when it was first made; it keeps it.
create table paper (
    kind      text        not null,
    about     text        not null,              -- the appeal's event and part, or the month with its cut-off
    appeal_id uuid        references appeal (id) deferrable initially deferred,
    year      int         not null,
    serial    int         not null,
    number    text        not null,
    issued_at timestamptz not null,
    primary key (kind, about),
    unique (kind, year, serial)
);
create index paper_appeal on paper (appeal_id) where appeal_id is not null;

-- The last serial given, a kind and year.
create table paper_serial (
    kind text not null,
    year int  not null,
    last int  not null,
    primary key (kind, year)
);
