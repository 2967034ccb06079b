-- What the supervisor's page asks for.
alter table assignment add column extension_due timestamptz;                       -- by when the centre rules on the extension, while it waits
create index assignment_at_work on assignment (due_at) where state in ('DISPATCHED', 'ACKNOWLEDGED');
create index assignment_completed on assignment (completed_at) where completed_at is not null;
create index assignment_sent_back on assignment (sent_back_at) where sent_back_at is not null;
create index assignment_span_returned on assignment_span (from_at) where state = 'RETURNED';
create index survey_not_solved on survey (answered_at) where solved = false;
create index supervision_order_due on supervision_order (due_at) where waits;
