-- Pilots: a solution tried in a commune, bounded in time and money, judged against criteria set beforehand.
create table collaboration.pilot (
  id uuid primary key,
  reference text not null unique,
  need_id uuid not null references collaboration.need,
  commune_id uuid not null references directory.commune,
  startup_id uuid not null references directory.startup,
  solution_id uuid not null references directory.solution,
  contact_id uuid references collaboration.contact,
  -- As they read when the pilot was begun: the need or the solution may change, or be hidden, later.
  need_title text not null,
  need_reference text not null,
  solution_name text not null,
  domains text[] not null default '{}',
  title text not null check (length(title) <= 200),
  scope text not null default '',
  budget bigint not null default 0 check (budget >= 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  -- The end first agreed, once the pilot has been extended: it is extended only once.
  first_ends_on date,
  status text not null check (status in (
    'draft', 'proposed', 'running', 'evaluated', 'adopted', 'extended', 'stopped', 'declined', 'withdrawn')),
  status_reason text,
  evaluation text not null default '',
  -- What another commune should know before it starts: public once decided.
  reuse_sheet text not null default '',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  decided_at timestamptz,
  reminded_at timestamptz,
  version int not null default 1
);
create index on collaboration.pilot (commune_id, updated_at desc);
create index on collaboration.pilot (startup_id, updated_at desc);
create index pilot_public on collaboration.pilot (decided_at desc, id desc) where status in ('adopted', 'extended', 'stopped');
create table collaboration.pilot_event (
  id uuid primary key,
  pilot_id uuid not null references collaboration.pilot,
  commune_id uuid not null,
  startup_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.pilot_event (pilot_id, occurred_at);
create table collaboration.pilot_criterion (
  id uuid primary key,
  pilot_id uuid not null references collaboration.pilot,
  commune_id uuid not null,
  startup_id uuid not null,
  position int not null check (position between 1 and 12),
  label text not null check (length(label) between 1 and 200),
  target text not null check (length(target) between 1 and 200),
  measured text not null default '',
  verdict text check (verdict in ('met', 'partly', 'notMet')),
  unique (pilot_id, position)
);
create table collaboration.pilot_note (
  id uuid primary key,
  pilot_id uuid not null references collaboration.pilot,
  commune_id uuid not null,
  startup_id uuid not null,
  author_id uuid not null,
  author_organisation_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  written_at timestamptz not null default now()
);
create index on collaboration.pilot_note (pilot_id, written_at);
create function collaboration.sees_pilot(pilot uuid, startup uuid) returns boolean language sql stable as
  $$ select platform.acts_for(startup) and exists (select 1 from collaboration.pilot p where p.id = pilot and p.status <> 'draft') $$;
do $$ declare name text; begin
  foreach name in array array['pilot', 'pilot_event', 'pilot_criterion', 'pilot_note'] loop
    execute format('alter table collaboration.%I enable row level security', name);
    execute format('alter table collaboration.%I force row level security', name);
    execute format('create policy own on collaboration.%I using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
-- A draft is its commune's alone; the startup enters when it is proposed.
create policy startup on collaboration.pilot using (platform.acts_for(startup_id) and status <> 'draft');
create policy startup on collaboration.pilot_event using (collaboration.sees_pilot(pilot_id, startup_id));
create policy startup on collaboration.pilot_note using (collaboration.sees_pilot(pilot_id, startup_id));
create policy startup on collaboration.pilot_criterion for select using (collaboration.sees_pilot(pilot_id, startup_id));
create policy read on collaboration.pilot for select using (status in ('adopted', 'extended', 'stopped'));
create policy read on collaboration.pilot_criterion for select using (exists (
  select 1 from collaboration.pilot p where p.id = pilot_id and p.status in ('adopted', 'extended', 'stopped')));
