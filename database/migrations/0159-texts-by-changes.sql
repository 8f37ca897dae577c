select set_config('cauri.kind', 'system', true);

-- Clauses and points change one by one, by two persons: what was being prepared whole becomes as many changes to take up again.
with prepared as (
  select 'clauses' as list_code, version.association_id, clause.key, clause.title,
    case when known.key is null then 'add' else 'revise' end as kind,
    jsonb_build_object('title', clause.title, 'body', clause.body, 'guidance', clause.guidance, 'position', clause.position,
      'isMandatory', clause.is_mandatory) as content,
    version.created_by, version.summary_of_changes as words, version.created_at
  from collaboration.framework_version version
    join collaboration.framework_clause clause on clause.framework_version_id = version.id
    left join collaboration.framework_version published on published.status = 'published'
    left join collaboration.framework_clause known on known.framework_version_id = published.id and known.key = clause.key
  where version.status = 'draft' and (known.key is null
    or (known.title, known.body, known.guidance, known.is_mandatory) <> (clause.title, clause.body, clause.guidance, clause.is_mandatory))
  union all
  select 'points', version.organisation_id, point.key, point.title,
    case when known.key is null then 'add' else 'revise' end,
    jsonb_build_object('title', point.title, 'guidance', point.guidance, 'example', point.example, 'position', point.position,
      'isMandatory', point.is_mandatory),
    version.created_by, version.note, version.created_at
  from collaboration.charter_version version
    join collaboration.charter_point point on point.charter_version_id = version.id
    left join collaboration.charter_version published on published.status = 'published'
    left join collaboration.charter_point known on known.charter_version_id = published.id and known.key = point.key
  where version.status = 'draft' and (known.key is null
    or (known.title, known.guidance, known.example, known.is_mandatory) <> (point.title, point.guidance, point.example, point.is_mandatory))
)
insert into governance.reference_change (id, reference, association_id, list_code, entry_key, kind, entry_label, content,
  takes_effect_on, source, reason, status, status_reason, proposed_by, created_at, updated_at)
select gen_random_uuid(), 'REF-' || list_code || '-' || key, association_id, list_code, key, kind, title, content,
  current_date, 'à confirmer', coalesce(nullif(left(words, 1000), ''), 'Repris de la version en préparation.'),
  'returned', 'Repris de la version en préparation : à compléter et à proposer.', created_by, created_at, now()
from prepared where created_by is not null;

delete from collaboration.framework_event event using collaboration.framework_version version
  where version.id = event.framework_version_id and version.status = 'draft';
delete from collaboration.framework_clause clause using collaboration.framework_version version
  where version.id = clause.framework_version_id and version.status = 'draft';
delete from collaboration.framework_version where status = 'draft';
delete from collaboration.charter_version_event event using collaboration.charter_version version
  where version.id = event.charter_version_id and version.status = 'draft';
delete from collaboration.charter_point point using collaboration.charter_version version
  where version.id = point.charter_version_id and version.status = 'draft';
delete from collaboration.charter_version where status = 'draft';
