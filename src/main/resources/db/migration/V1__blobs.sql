-- Raw mails and attachments. Whoever stores one holds its id in a row of his own; the row counts its holders.
create table blob (
    id            uuid        primary key,
    size          bigint      not null check (size >= 0),
    sha256        bytea       not null check (octet_length(sha256) = 32),
    content_type  text        not null,
    name          text,
    holders       integer     not null check (holders > 0),
    stored_at     timestamptz not null
);

create table blob_chunk (
    blob_id  uuid     not null references blob on delete cascade,
    seq      integer  not null,
    bytes    bytea    not null,
    primary key (blob_id, seq)
);

-- What arrives is mostly packed already (jpg, pdf, docx): trying to compress it again costs more than it saves.
alter table blob_chunk alter column bytes set storage external;
