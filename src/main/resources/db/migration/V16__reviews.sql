-- 审核: until when the centre reviews a reply that a department handed in.
alter table assignment add column review_by timestamptz;
create index assignment_review on assignment (review_by) where review_by is not null;
