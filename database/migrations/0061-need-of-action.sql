-- A need may be born of an action of a master plan: one at a time, and linked for as long as both live.
alter table collaboration.need
  add column plan_action_id uuid references planning.plan_action on delete set null;
create unique index need_of_action on collaboration.need (plan_action_id)
  where plan_action_id is not null and status <> 'withdrawn';
