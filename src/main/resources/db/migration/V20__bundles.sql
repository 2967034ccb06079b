-- 并案、拆分: appeals that change together, and figures that ask every firm.

-- The joint case's id, on itself and on what was merged into it; the own id of what was split; null for one by itself.
alter table appeal add column bundle uuid;
create index appeal_bundle on appeal (bundle) where bundle is not null;
create index appeal_parent on appeal (parent) where parent is not null;

-- Merged into another, so not in the cohort; but its firm was asked, and its answer counts with the ratings.
alter table appeal_span add column asked_jointly boolean not null default false;
