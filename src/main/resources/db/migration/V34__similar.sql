-- Which appeals tell of the same matter. All of it is made of content, and goes when the content is erased.

-- The hashed character 3-grams of title and text; the number is a short key, later ones larger.
create table appeal_signature (
    n         integer     generated always as identity primary key,
    appeal_id uuid        not null,
    grams     bytea       not null,
    compared  boolean     not null default false          -- with all others, for the pairs below
);
create unique index appeal_signature_appeal on appeal_signature (appeal_id);
create index appeal_signature_uncompared on appeal_signature (n) where not compared;

-- MinHash bands: like texts share one. A search reads the latest of each band, so a mass of equal texts costs no more.
create table appeal_band (
    hash integer not null,
    n    integer not null
);
create index appeal_band_hash on appeal_band (hash, n desc);

-- Pairs that are alike, found at take-in or soon after.
create table appeal_pair (
    appeal_id    uuid        not null references appeal_signature (appeal_id) on delete cascade,  -- the later one
    earlier_id   uuid        not null references appeal_signature (appeal_id) on delete cascade,
    likeness     real        not null,                    -- of their 3-grams, 0 to 1
    same_firm    boolean     not null,
    dismissed_by text,                                    -- by the centre: not the same matter
    dismissed_at timestamptz,
    primary key (appeal_id, earlier_id)
);
create index appeal_pair_earlier on appeal_pair (earlier_id);

-- The latest decided cases of a category, to explain a new one by.
create index appeal_decided on appeal (category, completed_at desc) where completed_at is not null;
