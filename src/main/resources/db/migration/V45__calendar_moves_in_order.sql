-- Open cases are counted anew in the order of their ids: so keys and index grow at their end instead of everywhere.
alter table calendar_move drop constraint calendar_move_pkey;
alter table calendar_move add primary key (version, appeal_id, subject, duty);
drop index calendar_move_due;
create index calendar_move_due on calendar_move (version, due, appeal_id, subject, duty);
