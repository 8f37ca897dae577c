-- Rows of the journal could not be changed one by one, but all of them could be emptied at once; nor may the heads of its chains.
create trigger audit_is_never_emptied before truncate on platform.audit_line
  for each statement execute function platform.refuse_change();
create trigger audit_heads_are_never_emptied before truncate on platform.audit_head
  for each statement execute function platform.refuse_change();

-- Wrong answers are counted by the rate limiter, which outlives a refusal.
alter table identity.one_time_code drop column attempts;
