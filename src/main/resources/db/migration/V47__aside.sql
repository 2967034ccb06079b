-- Letters that were split and appeals handled with another are few among all: what a department did on them is left out where
-- it counts what it did and does not see any more.
create index appeal_aside on appeal (id) where state = 'SPLIT' or bundle is not null;
