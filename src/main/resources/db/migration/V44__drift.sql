-- How far the platform's word agreed with what people decided, by the week in which they did.
create table drift_week (
    monday         date        primary key,       -- in China
    received       int         not null,
    triaged        int         not null,          -- of those: put before a person at take-in
    decided        int         not null,          -- where the platform had named a category
    category_right int         not null,
    led            int         not null,          -- where it had named a lead
    lead_right     int         not null,
    itself         int         not null,          -- of those: dispatched without people
    itself_right   int         not null,
    new_words      text[]      not null,          -- said by three firms or more, and by nobody in the eight weeks before
    counted_at     timestamptz not null
);
