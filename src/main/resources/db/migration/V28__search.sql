-- Searching newest first at a cost that does not grow with the years: beside its words each entry has marks (its month,
-- its firm, its departments), so that the index itself narrows a search to a month, to a firm's own or a department's own.
alter table appeal_search add column first_received timestamptz;
alter table appeal_search add column cut int not null default 1;   -- by which rules; older entries are cut anew by a running node
create index appeal_search_older on appeal_search (appeal_id) where cut < 2;
-- A long list of entries not yet sorted in would have to be read by every search.
alter index appeal_search_words set (gin_pending_list_limit = 512);
