-- What a model tells: the category, or the department that leads. One of each may be in force.
alter table model_version add column predicts text not null default 'CATEGORY' check (predicts in ('CATEGORY', 'LEAD'));
alter table model_activation add column predicts text not null default 'CATEGORY' check (predicts in ('CATEGORY', 'LEAD'));
create index model_activation_latest on model_activation (predicts, number desc);

-- With whom departments handled what: the latest cases of a lead in a category.
create index appeal_led on appeal (lead, category, completed_at desc) where completed_at is not null;
