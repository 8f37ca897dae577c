-- The history of each use of a solution: who claimed it, who confirmed or contested it, and why.
alter table directory.deployment add column updated_at timestamptz not null default now();
create index on directory.deployment (startup_id);

create table directory.deployment_event (
  id uuid primary key,
  deployment_id uuid not null references directory.deployment,
  startup_id uuid not null,
  commune_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on directory.deployment_event (deployment_id, occurred_at);
alter table directory.deployment_event enable row level security;
alter table directory.deployment_event force row level security;
create policy own on directory.deployment_event
  using (platform.acts_for(startup_id) or platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());
