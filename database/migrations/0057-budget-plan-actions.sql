-- A line taken from the plan points to its action; an action that leaves the plan lets go of its lines.
alter table planning.budget_line
  add foreign key (plan_action_id) references planning.plan_action on delete set null;
create index on planning.budget_line (plan_action_id) where plan_action_id is not null;
