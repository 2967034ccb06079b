-- While a case is suspended the limit of acknowledging stands, and has no end that figures could count.
alter table assignment_span alter column acknowledge_due drop not null;
