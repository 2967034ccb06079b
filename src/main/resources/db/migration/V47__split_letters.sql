-- Letters that were split are few among all: what a department did on them is left out where it counts what it did.
create index appeal_split on appeal (id) where state = 'SPLIT';
