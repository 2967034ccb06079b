-- Models that were learned from decided texts, and which of them classifies since when.
create table model_version (
    number     int generated always as identity primary key,
    added_at   timestamptz not null,
    added_by   text not null,
    sha256     text not null unique,      -- of the bytes
    provenance text not null,             -- from what, when and how it was made, JSON
    bytes      bytea not null
);
-- The last one is in force; without a model: the rules alone.
create table model_activation (
    number  bigint generated always as identity primary key,
    model   int references model_version,
    at      timestamptz not null,
    by_whom text not null
);
