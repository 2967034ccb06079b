-- In which case a matter is handled: a child's in the joint case. What departments may see is asked through it.
create index appeal_handled on appeal ((coalesce(bundle, id)));
