-- What a round, a digest and the supervisor's page look for, without reading all that is only open.
create index assignment_unacknowledged on assignment (acknowledge_due) where state = 'DISPATCHED';
create index assignment_stage on assignment (stage_due)
    where state in ('DISPATCHED', 'ACKNOWLEDGED') and handed_in_at is null and staged_at is null and stage_due is not null;
