-- What the figures of arrears, promises and late days read, as it was known at any moment.
alter table appeal_span add column accept_due timestamptz;                         -- until when the centre had to decide on acceptance; null where nobody had to
alter table appeal_span add column pending boolean not null default false;         -- 待批: the lead's extension waits for the centre
alter table appeal_span add column undisputed numeric(16, 2);                      -- 无分歧欠款, in yuan; null where none was recorded
alter table appeal_span add column paid numeric(16, 2);
alter table appeal_span add column planned boolean not null default false;         -- the rest is under a confirmed plan

-- A figure joins the spans of its appeals.
create index assignment_span_appeal on assignment_span (appeal_id, to_at);
