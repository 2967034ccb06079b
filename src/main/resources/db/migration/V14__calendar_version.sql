-- The calendars that were in force, each whole, so that any due time can be counted again as it was counted then.
create table calendar_version (
    number     int         primary key,
    at         timestamptz not null,
    by_whom    text        not null,
    source     text        not null,                      -- what was imported
    version    text        not null,                      -- as proofs name it
    facts      text        not null,                      -- the notices, as JSON
    moved      int,                                       -- due times of open cases that it moved
    settled_at timestamptz                                -- when every open case had been counted anew
);

create function calendar_version_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.number, new.at, new.by_whom, new.source, new.version, new.facts)
            is not distinct from (old.number, old.at, old.by_whom, old.source, old.version, old.facts) then
        return new;
    end if;
    raise exception 'a calendar version stays as it was recorded';
end $$;
create trigger calendar_version_stays before update or delete on calendar_version
    for each row execute function calendar_version_stays();
