-- How much a department has answered since the year began, without reading what it did in the years before.
create index assignment_answered on assignment (department, completed_at) where state = 'COMPLETED';
