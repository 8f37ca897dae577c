-- Master plans (« schémas directeurs ») and the library of actions they are drawn from.
create table planning.library_action (
  code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  position int not null,
  axis text not null,
  -- Levels gained once the action is done, by axis: {"connectivity": 1.5}.
  effects jsonb not null,
  title text not null check (length(title) between 1 and 200),
  purpose text not null,
  target_area text not null check (target_area in ('applications', 'data', 'infrastructure', 'skills', 'governance')),
  minimum_connectivity text check (minimum_connectivity in ('2g', '3g', '4g', 'fibre')),
  minimum_it_staff int not null default 0,
  needs text[] not null default '{}',
  duration_years int not null check (duration_years between 1 and 3),
  categories text[] not null,
  is_poolable boolean not null,
  mechanism text not null,
  trigger jsonb not null,
  domains text[] not null default '{}',
  department text not null,
  risks jsonb not null default '[]',
  indicator jsonb not null
);
-- What an action costs by population, as the association last said: dated, never rewritten.
create table planning.library_cost (
  id uuid primary key,
  action_code text not null references planning.library_action,
  valid_from date not null,
  -- [{"upTo": 50000, "investment": [min, max], "running": [min, max]}, … , {"upTo": null, …}]
  brackets jsonb not null,
  reason text not null check (length(reason) between 10 and 1000),
  source text not null,
  is_confirmed boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now()
);
create unique index on planning.library_cost (action_code, valid_from, created_at);

create table planning.plan (
  id uuid primary key,
  reference text not null unique,
  -- Who leads: alone, or for several communes (plan_partner).
  commune_id uuid not null references directory.commune,
  title text not null check (length(title) between 1 and 200),
  template text not null check (template in ('particulier', 'intermediaire', 'ordinaire')),
  first_year int not null check (first_year between 2020 and 2100),
  years int not null check (years between 3 and 5),
  yearly_envelopes bigint[] not null check (cardinality(yearly_envelopes) = years and 0 <= all (yearly_envelopes)),
  status text not null check (status in ('draft', 'submitted', 'validated', 'inForce', 'closed', 'discarded')),
  status_reason text,
  -- What it was generated from.
  diagnosis_id uuid,
  generated_at timestamptz,
  -- The plan that this one revises.
  revises_id uuid references planning.plan,
  council_date date,
  council_number text,
  council_file_id uuid,
  -- The version that the council adopted.
  frozen_version int,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  in_force_at timestamptz,
  closed_at timestamptz,
  version int not null default 1
);
create index on planning.plan (commune_id, updated_at desc);
create index plan_public on planning.plan (in_force_at desc, id desc) where status in ('inForce', 'closed');
create unique index plan_one_in_force on planning.plan (commune_id) where status = 'inForce';

create table planning.plan_event (
  id uuid primary key,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  assistance_id uuid references identity.assistance default platform.assistance_id(),
  occurred_at timestamptz not null default now()
);
create index on planning.plan_event (plan_id, occurred_at);

create table planning.plan_section (
  plan_id uuid not null references planning.plan,
  key text not null,
  commune_id uuid not null,
  position int not null,
  title text not null,
  body text not null,
  -- As last generated: an edit is what differs from it.
  generated_body text not null,
  edited_at timestamptz,
  edited_by uuid,
  version int not null default 1,
  primary key (plan_id, key)
);

create table planning.plan_action (
  id uuid primary key,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  -- From the library; null when written by hand.
  code text,
  -- Rank in the portfolio, 1 first.
  priority int not null,
  title text not null check (length(title) between 1 and 200),
  purpose text not null default '',
  -- Why it is proposed to this commune.
  reason text not null default '',
  axis text not null,
  target_area text not null default 'applications',
  effects jsonb not null default '{}',
  -- Null while it is not placed in the calendar.
  start_year int,
  end_year int check (end_year >= start_year),
  duration_years int not null default 1 check (duration_years between 1 and 5),
  -- The whole investment, then what it costs each year once it is in place, in FCFA.
  investment bigint not null check (investment between 0 and 1000000000000),
  running bigint not null check (running between 0 and 1000000000000),
  funding_source text not null,
  mechanism text not null,
  department text not null default '',
  status text not null default 'planned' check (status in ('planned', 'running', 'done', 'late', 'abandoned')),
  is_mandatory boolean not null default false,
  is_shared boolean not null default false,
  is_poolable boolean not null default false,
  -- Set by hand: the calendar leaves it where it is.
  is_pinned boolean not null default false,
  domains text[] not null default '{}',
  prerequisites text not null default '',
  -- The need it became, kept in step by collaboration.
  need_id uuid,
  need_reference text,
  need_status text,
  -- As last generated; null when written by hand.
  generated jsonb,
  edited_at timestamptz,
  edited_by uuid,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  check ((start_year is null) = (end_year is null))
);
create index on planning.plan_action (plan_id, priority);
create unique index plan_action_code on planning.plan_action (plan_id, code);
create index plan_action_need on planning.plan_action (need_id) where need_id is not null;

create table planning.plan_action_dependency (
  action_id uuid not null references planning.plan_action on delete cascade,
  needs_action_id uuid not null references planning.plan_action on delete cascade,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  primary key (action_id, needs_action_id),
  check (action_id <> needs_action_id)
);
create index on planning.plan_action_dependency (plan_id);
create index on planning.plan_action_dependency (needs_action_id);

create table planning.plan_risk (
  id uuid primary key,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  -- What it was generated from; null when written by hand.
  code text,
  position int not null,
  title text not null check (length(title) between 1 and 300),
  likelihood int not null check (likelihood between 1 and 5),
  impact int not null check (impact between 1 and 5),
  answer text not null default '',
  generated jsonb,
  edited_at timestamptz,
  edited_by uuid,
  version int not null default 1
);
create index on planning.plan_risk (plan_id, position);

create table planning.plan_indicator (
  id uuid primary key,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  code text,
  position int not null,
  label text not null check (length(label) between 1 and 300),
  unit text not null default '',
  -- Null while nobody has measured it.
  baseline numeric,
  target numeric,
  target_year int not null,
  source text not null default '',
  generated jsonb,
  edited_at timestamptz,
  edited_by uuid,
  version int not null default 1
);
create index on planning.plan_indicator (plan_id, position);

-- The communes of an intermunicipal plan, its lead among them; their shares make 100 before it is submitted.
create table planning.plan_partner (
  plan_id uuid not null references planning.plan,
  commune_id uuid not null references directory.commune,
  lead_id uuid not null references directory.commune,
  share int not null check (share between 0 and 100),
  status text not null check (status in ('invited', 'accepted', 'declined')),
  reason text,
  invited_at timestamptz not null default now(),
  answered_at timestamptz,
  answered_by uuid,
  -- True once the plan is in force. Kept here: the policy of a plan reads this table, so this one may not read the plan.
  is_public boolean not null default false,
  primary key (plan_id, commune_id)
);
create index on planning.plan_partner (commune_id);

-- A plan as it stood: written once, never changed.
create table planning.plan_version (
  id uuid primary key,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  number int not null,
  reason text not null,
  snapshot jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (plan_id, number)
);
create function planning.guard_plan_version() returns trigger language plpgsql as
  $$ begin raise exception 'Une version de schéma directeur ne se modifie pas'; end $$;
create trigger plan_version_never_changes before update or delete on planning.plan_version
  for each row execute function planning.guard_plan_version();

-- The yearly review: one page for the year, one line per action.
create table planning.plan_review (
  plan_id uuid not null references planning.plan,
  year int not null,
  commune_id uuid not null,
  summary text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (plan_id, year)
);
create table planning.plan_action_review (
  action_id uuid not null references planning.plan_action on delete cascade,
  year int not null,
  plan_id uuid not null references planning.plan,
  commune_id uuid not null,
  state text not null check (state in ('planned', 'running', 'done', 'late', 'abandoned')),
  spent bigint not null default 0 check (spent between 0 and 1000000000000),
  comment text not null default '',
  primary key (action_id, year)
);
create index on planning.plan_action_review (plan_id, year);

create function planning.leads_draft(plan uuid) returns boolean language sql stable as
  $$ select exists (select from planning.plan p where p.id = plan and p.status = 'draft') $$;
create function planning.is_plan_public(plan uuid) returns boolean language sql stable as
  $$ select exists (select from planning.plan p where p.id = plan and p.status in ('inForce', 'closed')) $$;
create function planning.shares_plan(plan uuid) returns boolean language sql stable as
  $$ select exists (select from planning.plan_partner s where s.plan_id = plan
       and s.status <> 'declined' and platform.acts_for(s.commune_id)) $$;

do $$ declare name text; begin
  foreach name in array array['plan', 'plan_event', 'plan_section', 'plan_action', 'plan_action_dependency', 'plan_risk',
      'plan_indicator', 'plan_version', 'plan_review', 'plan_action_review'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
    execute format('create policy own on planning.%I using (platform.acts_for(commune_id) or platform.is_system())', name);
    execute format('create policy association on planning.%I for select using (platform.acts_for_association())', name);
    execute format('create policy partner on planning.%I for select using (planning.shares_plan(%s))', name,
      case name when 'plan' then 'id' else 'plan_id' end);
    execute format('create policy drafter_reads on planning.%I for select using (platform.drafts_for(commune_id))', name);
  end loop;
  -- What whoever assists may write: the draft, never its status nor a version of it.
  foreach name in array array['plan_section', 'plan_action', 'plan_action_dependency', 'plan_risk', 'plan_indicator'] loop
    execute format('create policy drafter_writes on planning.%I using (platform.drafts_for(commune_id)
      and planning.leads_draft(plan_id))', name);
  end loop;
  foreach name in array array['plan_section', 'plan_action', 'plan_action_dependency', 'plan_indicator', 'plan_review',
      'plan_action_review'] loop
    execute format('create policy read on planning.%I for select using (planning.is_plan_public(plan_id))', name);
  end loop;
end $$;
create policy read on planning.plan for select using (status in ('inForce', 'closed'));
create policy drafter_starts on planning.plan for insert with check (platform.drafts_for(commune_id) and status = 'draft');
create policy drafter_writes on planning.plan for update
  using (platform.drafts_for(commune_id) and status = 'draft') with check (platform.drafts_for(commune_id) and status = 'draft');
create policy drafter_tells on planning.plan_event for insert with check (platform.drafts_for(commune_id));

alter table planning.plan_partner enable row level security;
alter table planning.plan_partner force row level security;
create policy lead on planning.plan_partner using (platform.acts_for(lead_id) or platform.is_system());
create policy own on planning.plan_partner for select using (platform.acts_for(commune_id));
-- A partner answers for itself; its share stays the lead's to change.
create policy answer on planning.plan_partner for update using (platform.acts_for(commune_id));
create policy read on planning.plan_partner for select
  using (platform.acts_for_association() or platform.drafts_for(lead_id) or is_public);
