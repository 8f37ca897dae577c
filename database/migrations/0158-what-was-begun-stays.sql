select set_config('cauri.kind', 'system', true);

-- What a council voted keeps the heading it was voted under, whatever the association calls it later.
alter table planning.budget_line add column voted_account_label text, add column voted_account_code text;
alter table planning.budget_line disable trigger voted_lines_stay;
update planning.budget_line line set voted_account_label = account.label, voted_account_code = account.code
  from planning.account account where account.id = line.account_id and line.is_voted;
alter table planning.budget_line enable trigger voted_lines_stay;
alter table planning.budget_line add check (not is_voted or voted_account_label is not null);

-- Versions of the lists are kept in one place: what had been changed before comes along.
with known as (
  select distinct on (key, day) *, lead(day) over (partition by key order by day) as next_day from (
    select change.*, account.key, account.hint, account.usual_section,
      case when change.set_by is null then change.valid_from else change.set_at::date end as day
    from planning.account_change change join planning.account account on account.id = change.account_id
    where exists (select from planning.account_change edit where edit.account_id = account.id and edit.set_by is not null)
  ) dated order by key, day, set_at desc)
insert into governance.reference_version
  (id, association_id, list_code, entry_key, content, valid_from, valid_until, source, reason, recorded_at)
select known.id, association.id, 'comptes', known.key,
  jsonb_build_object('label', known.label, 'code', coalesce(known.code, ''), 'hint', known.hint,
    'usualSection', known.usual_section, 'isConfirmed', known.is_confirmed),
  known.day, known.next_day - 1, known.source, known.reason, known.set_at
from known, (select id from identity.organisation where kind = 'association' limit 1) association
where known.next_day is distinct from known.day;
drop table planning.account_change;

with known as (
  select *, lead(valid_from) over (partition by mechanism order by valid_from) as next_day
  from collaboration.mechanism_rule rule
  where valid_from <= current_date
    and exists (select from collaboration.mechanism_rule edit where edit.mechanism = rule.mechanism and edit.set_by is not null))
insert into governance.reference_version
  (id, association_id, list_code, entry_key, content, valid_from, valid_until, source, reason, recorded_at)
select known.id, association.id, 'mecanismes', known.mechanism,
  jsonb_build_object('amountMin', amount_min, 'amountMax', amount_max, 'minimumDays', minimum_days,
    'maximumDays', maximum_days, 'lateChangeDays', late_change_days, 'legalBasis', legal_basis, 'isConfirmed', is_confirmed),
  known.valid_from, known.next_day - 1, known.source, known.reason, known.set_at
from known, (select id from identity.organisation where kind = 'association' limit 1) association;
-- The day whose limits a pilot follows: that of its proposal, whatever the association decides later.
alter table collaboration.pilot add column rules_on date;
update collaboration.pilot pilot set rules_on = (
    select (max(event.occurred_at) at time zone 'Africa/Porto-Novo')::date from collaboration.pilot_event event
    where event.pilot_id = pilot.id and event.step = 'propose')
  where status <> 'draft';
