-- What the centre itself owes, each by its time: triage and rulings, extensions, reviews, suspended cases, objections to
-- ratings, the choice between rework and explanation.
create table centre_duty (
    appeal_id  uuid        not null,
    subject    uuid        not null,                       -- the assignment or the objection, or the appeal itself
    duty       text        not null,
    department text,                                       -- whose act waits for it
    since      timestamptz not null,
    due_at     timestamptz not null,
    primary key (appeal_id, subject, duty)
);
create index centre_duty_due on centre_duty (due_at);

insert into centre_duty (appeal_id, subject, duty, department, since, due_at)
select a.id, a.id, 'TRIAGE', null, (select max(e.at) from appeal_event e where e.appeal_id = a.id and e.type in ('Triaged', 'SentBack')), a.triage_due
from appeal a where a.triage_due is not null
union all
select x.appeal_id, x.id, 'EXTENSION_RULING', x.department, (select max(e.at) from appeal_event e where e.appeal_id = x.appeal_id and e.type = 'ExtensionRequested'), x.extension_due
from assignment x where x.extension_due is not null and x.state in ('DISPATCHED', 'ACKNOWLEDGED') and x.handed_in_at is null
union all
select x.appeal_id, x.id, 'REPLY_REVIEW', x.department, x.handed_in_at, x.review_by
from assignment x where x.review_by is not null and x.state in ('DISPATCHED', 'ACKNOWLEDGED')
union all
select a.id, a.id, 'SUSPENSION_REVIEW', null, a.suspended_at, (select (convert_from(e.body, 'UTF8')::json -> 'data' ->> 'review')::timestamptz
    from appeal_event e where e.appeal_id = a.id and e.type = 'Suspended' order by e.seq desc limit 1)
from appeal a where a.suspended_at is not null;

-- What figures say with and without: the rating that counts was objected to, and the centre agreed.
alter table appeal_span add column objection_upheld boolean not null default false;

-- A promise of an answer B: its day, when the firm was asked whether it was kept (from then on it is due), what the firm said.
alter table assignment_span add column promised date;
alter table assignment_span add column promise_asked_at timestamptz;
alter table assignment_span add column promise_kept boolean;
