-- Which replies of one department read alike. Made of content, and goes when the content is erased.
-- A copy of a joint case's reply in a child has no row: it is alike by design.
create table reply_signature (
    assignment_id uuid        primary key,
    appeal_id     uuid        not null,
    department    text        not null,
    text_id       uuid        not null,                   -- the reply that was released
    completed_at  timestamptz not null,
    grams         bytea,                                  -- hashed 3-grams; null until it was compared, empty where it says too little
    alike         boolean     not null default false      -- a reply of the department to somebody else says nearly the same
);
create index reply_signature_appeal on reply_signature (appeal_id);
create index reply_signature_uncompared on reply_signature (completed_at, assignment_id) where grams is null;
create index reply_signature_department on reply_signature (department, completed_at);
create index reply_signature_alike on reply_signature (completed_at) where alike;

-- Of the longest period that the supervisor's page shows.
insert into reply_signature (assignment_id, appeal_id, department, text_id, completed_at)
select distinct on (x.id) x.id, x.appeal_id, x.department, c.id, x.completed_at
from assignment x join appeal_content c on c.appeal_id = x.appeal_id and c.kind = 'REPLY' and c.at = x.handed_in_at and c.body is not null
where x.completed_at >= (select max(completed_at) - interval '366 days' from assignment)
order by x.id, c.id;
