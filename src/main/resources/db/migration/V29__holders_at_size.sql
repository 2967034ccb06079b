-- Who held an appeal and for how long, without reading the spans themselves.
create index appeal_span_held on appeal_span (appeal_id) include (from_at, to_at, holder);
