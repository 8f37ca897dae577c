-- The charter is the association's, with its own history; one draft and one published version at a time.
alter table collaboration.charter_version add column organisation_id uuid not null;
create table collaboration.charter_version_event (
  id uuid primary key,
  charter_version_id uuid not null references collaboration.charter_version,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.charter_version_event (charter_version_id, occurred_at);
create unique index charter_version_one_draft on collaboration.charter_version (status) where status = 'draft';
create unique index charter_version_one_published on collaboration.charter_version (status) where status = 'published';
-- Where the point comes from: a text, a session of the commission, the association's own practice.
alter table collaboration.charter_point add column source text not null default '';

create table collaboration.milestone_file (
  file_id uuid primary key,
  milestone_id uuid not null references collaboration.milestone,
  commune_id uuid not null,
  startup_id uuid,
  note text not null default '',
  added_by uuid not null,
  added_at timestamptz not null default now()
);
create index on collaboration.milestone_file (milestone_id, added_at);
alter table collaboration.milestone_file enable row level security;
alter table collaboration.milestone_file force row level security;
create policy own on collaboration.milestone_file
  using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

alter table collaboration.project_indicator
  alter column before type float8,
  alter column target type float8,
  alter column after type float8,
  add unique (project_id, position);
create policy read on collaboration.project_evaluation for select using (exists (
  select 1 from collaboration.project p where p.id = project_id and p.status = 'closed'));
