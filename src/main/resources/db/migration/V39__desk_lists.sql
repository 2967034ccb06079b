-- A desk's lists in their own order, so that a page reads its rows and no more, however many there are.
create index assignment_open on assignment (department, next_at, id) where state in ('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK');
create index assignment_done on assignment (department, next_at desc, id desc) include (state) where state in ('COMPLETED', 'RETURNED', 'CANCELLED');
drop index assignment_desk;
