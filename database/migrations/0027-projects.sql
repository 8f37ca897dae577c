-- Projects: the charter of main points, milestones and their acceptance, payments, risks, the journal, the closing.
create table collaboration.charter_version (
  id uuid primary key,
  number int not null unique,
  status text not null check (status in ('draft', 'published', 'superseded')),
  note text not null default '',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz
);
create table collaboration.charter_point (
  id uuid primary key,
  charter_version_id uuid not null references collaboration.charter_version,
  key text not null,
  position int not null,
  title text not null,
  guidance text not null,
  example text not null,
  is_mandatory boolean not null,
  unique (charter_version_id, key)
);
create table collaboration.project (
  id uuid primary key,
  reference text not null unique,
  commune_id uuid not null references directory.commune,
  startup_id uuid references directory.startup,
  -- Who delivers when it is not a startup of Cauri.
  contractor text not null default '',
  solution_id uuid references directory.solution,
  need_id uuid references collaboration.need,
  agreement_id uuid unique references collaboration.agreement,
  charter_version_id uuid not null references collaboration.charter_version,
  title text not null check (length(title) between 1 and 200),
  summary text not null default '',
  services text[] not null default '{}',
  amount bigint not null default 0 check (amount >= 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  status text not null check (status in ('preparing', 'running', 'suspended', 'closed', 'abandoned')),
  status_reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  closed_at timestamptz,
  version int not null default 1
);
create index on collaboration.project (commune_id, updated_at desc);
create index on collaboration.project (startup_id, updated_at desc);
create index project_public on collaboration.project (started_at desc, id desc) where started_at is not null;
create table collaboration.project_event (
  id uuid primary key,
  project_id uuid not null references collaboration.project,
  commune_id uuid not null,
  startup_id uuid,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.project_event (project_id, occurred_at);
create table collaboration.project_point (
  project_id uuid not null references collaboration.project,
  key text not null,
  commune_id uuid not null,
  startup_id uuid,
  body text not null default '',
  version int not null default 1,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (project_id, key)
);
create table collaboration.milestone (
  id uuid primary key,
  project_id uuid not null references collaboration.project,
  commune_id uuid not null,
  startup_id uuid,
  position int not null check (position between 1 and 30),
  title text not null check (length(title) between 1 and 200),
  deliverables text not null default '',
  due_on date not null,
  -- Shares of the whole, in percent; each kind sums to 100 before the project starts.
  weight int not null check (weight between 0 and 100),
  payment_share int not null check (payment_share between 0 and 100),
  status text not null check (status in ('planned', 'delivered', 'accepted', 'partlyAccepted', 'refused')),
  status_reason text,
  delivered_at timestamptz,
  accepted_at timestamptz,
  reserves text not null default '',
  reserves_due_on date,
  paid_on date,
  paid_amount bigint check (paid_amount >= 0),
  document_id uuid,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  unique (project_id, position)
);
create index on collaboration.milestone (due_on) where status in ('planned', 'refused');
create table collaboration.milestone_event (
  id uuid primary key,
  milestone_id uuid not null references collaboration.milestone,
  commune_id uuid not null,
  startup_id uuid,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.milestone_event (milestone_id, occurred_at);
-- Risks, incidents and decisions: one log, three kinds.
create table collaboration.project_entry (
  id uuid primary key,
  project_id uuid not null references collaboration.project,
  commune_id uuid not null,
  startup_id uuid,
  kind text not null check (kind in ('risk', 'incident', 'decision', 'message')),
  title text not null default '',
  body text not null check (length(body) between 1 and 4000),
  likelihood int check (likelihood between 1 and 5),
  impact int check (impact between 1 and 5),
  answer text not null default '',
  closed_at timestamptz,
  author_id uuid not null,
  author_organisation_id uuid not null,
  written_at timestamptz not null default now()
);
create index on collaboration.project_entry (project_id, kind, written_at);
create table collaboration.project_indicator (
  id uuid primary key,
  project_id uuid not null references collaboration.project,
  commune_id uuid not null,
  startup_id uuid,
  position int not null,
  label text not null check (length(label) between 1 and 200),
  unit text not null default '',
  before numeric,
  target numeric,
  after numeric,
  measured_on date
);
create table collaboration.project_evaluation (
  project_id uuid not null references collaboration.project,
  organisation_id uuid not null,
  commune_id uuid not null,
  startup_id uuid,
  stars int not null check (stars between 1 and 5),
  achieved text not null,
  to_improve text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (project_id, organisation_id)
);
do $$ declare name text; begin
  foreach name in array array['project', 'project_event', 'project_point', 'milestone', 'milestone_event', 'project_entry',
      'project_indicator', 'project_evaluation'] loop
    execute format('alter table collaboration.%I enable row level security', name);
    execute format('alter table collaboration.%I force row level security', name);
    execute format('create policy own on collaboration.%I using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
-- What the public record shows of a project that started.
create policy read on collaboration.project for select using (started_at is not null);
create policy read on collaboration.milestone for select using (exists (
  select 1 from collaboration.project p where p.id = project_id and p.started_at is not null));
create policy read on collaboration.project_indicator for select using (exists (
  select 1 from collaboration.project p where p.id = project_id and p.started_at is not null));
