-- An adherent who signs a newer version of the framework leaves the older adhesion behind, replaced.
alter table collaboration.adhesion drop constraint adhesion_status_check;
alter table collaboration.adhesion add constraint adhesion_status_check
  check (status in ('prepared', 'signed', 'replaced', 'withdrawn'));
drop index collaboration.adhesion_once;
create unique index adhesion_once on collaboration.adhesion (framework_version_id, organisation_id)
  where status in ('prepared', 'signed');

-- A clause that the framework does not require may be left out of an agreement, as long as neither side words it again.
alter table collaboration.agreement_clause
  add column is_removed boolean not null default false,
  add constraint agreement_clause_required check (not (is_removed and is_mandatory));
alter table collaboration.clause_wording add column is_removed boolean not null default false;
