-- How far each commune is with each solution, and which record says so. Derived: nobody types it (decision 0057).
create table governance.adoption_step (
  solution_id uuid not null references directory.solution,
  commune_id uuid not null references directory.commune,
  startup_id uuid not null references directory.startup,
  stage text not null check (stage in ('informed', 'interested', 'tried', 'adopted')),
  rank int not null generated always as (array_position(array['informed', 'interested', 'tried', 'adopted'], stage)) stored,
  -- The first time, and the record that tells it.
  first_at timestamptz not null,
  source_kind text not null check (source_kind in
    ('campaign', 'resource', 'event', 'contact', 'pilot', 'agreement', 'project', 'use')),
  source_id uuid not null,
  primary key (solution_id, commune_id, stage)
);
create index on governance.adoption_step (startup_id, solution_id);
create index on governance.adoption_step (commune_id);
alter table governance.adoption_step enable row level security;
alter table governance.adoption_step force row level security;
create policy association on governance.adoption_step for select using (platform.acts_for_association());
create policy vendor on governance.adoption_step for select using (platform.acts_for(startup_id));
create policy own on governance.adoption_step for select using (platform.acts_for(commune_id));
create policy derived on governance.adoption_step using (platform.is_system());

-- What everybody may know: how many communes reached each stage, and no more. Counted in the transaction of what changed it.
create table governance.adoption_count (
  solution_id uuid primary key references directory.solution,
  startup_id uuid not null references directory.startup,
  informed int not null,
  interested int not null check (interested <= informed),
  tried int not null check (tried <= interested),
  adopted int not null check (adopted <= tried)
);
create index on governance.adoption_count (startup_id);
alter table governance.adoption_count enable row level security;
alter table governance.adoption_count force row level security;
create policy everybody on governance.adoption_count for select using (true);
create policy derived on governance.adoption_count using (platform.is_system());
