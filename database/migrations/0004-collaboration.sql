-- Needs, their matching with solutions, and the contacts that follow.
create schema collaboration;

create table collaboration.need (
  id uuid primary key,
  reference text unique,
  commune_id uuid not null references directory.commune,
  title text not null default '',
  problem text not null default '',
  beneficiaries text not null default '',
  current_situation text not null default '',
  expected_outcome text not null default '',
  domains text[] not null default '{}',
  services text[] not null default '{}',
  connectivity text check (connectivity in ('none', '2g', '3g', '4g', 'fibre')),
  must_work_offline boolean not null default false,
  workstations int,
  it_staff int,
  users int,
  population int,
  languages text[] not null default '{}',
  hosting text not null default 'any' check (hosting in ('any', 'commune', 'benin', 'africa')),
  handles_personal_data boolean not null default false,
  other_constraints text not null default '',
  budget_min bigint check (budget_min >= 0),
  budget_max bigint check (budget_max >= 0),
  budget_source text not null default '',
  urgency text not null default 'normal' check (urgency in ('low', 'normal', 'high')),
  wanted_by date,
  status text not null check (status in ('draft', 'submitted', 'returned', 'published', 'met', 'withdrawn')),
  status_reason text,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  document tsvector generated always as (
    to_tsvector('platform.fr', title || ' ' || problem || ' ' || expected_outcome)) stored
);
create index need_published on collaboration.need (published_at desc, id desc) where status = 'published';
create index on collaboration.need (commune_id, updated_at desc);
create index on collaboration.need using gin (document);
create index on collaboration.need using gin (domains);
alter table collaboration.need enable row level security;
alter table collaboration.need force row level security;
create policy read on collaboration.need for select
  using (status in ('published', 'met') or platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());
create policy write on collaboration.need for all
  using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());

create table collaboration.need_event (
  id uuid primary key,
  need_id uuid not null references collaboration.need,
  commune_id uuid not null references directory.commune,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.need_event (need_id, occurred_at);
alter table collaboration.need_event enable row level security;
alter table collaboration.need_event force row level security;
create policy own on collaboration.need_event
  using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());

-- Other communes with the same need: from the first one on, the need is grouped.
create table collaboration.need_joiner (
  need_id uuid not null references collaboration.need,
  commune_id uuid not null references directory.commune,
  note text not null default '',
  users int,
  joined_by uuid not null,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (need_id, commune_id)
);
create index on collaboration.need_joiner (commune_id);

-- The weights of the matching, dated; the newest row whose date has come applies.
create table collaboration.matching_weights (
  id uuid primary key,
  valid_from timestamptz not null unique,
  weights jsonb not null,
  reason text not null,
  set_by uuid
);

create table collaboration.contact (
  id uuid primary key,
  reference text not null unique,
  need_id uuid not null references collaboration.need,
  commune_id uuid not null references directory.commune,
  startup_id uuid not null references directory.startup,
  solution_id uuid not null references directory.solution,
  -- As they read when the contact was opened: it outlives a need taken back or a solution suspended.
  need_title text not null default '',
  need_reference text not null default '',
  solution_name text not null default '',
  status text not null check (status in (
    'sent', 'accepted', 'declined', 'scheduled', 'demonstrated', 'followedUp', 'notFollowedUp', 'withdrawn')),
  message text not null,
  proposed_dates timestamptz[] not null default '{}',
  demonstration_at timestamptz,
  demonstration_place text not null default '',
  decline_reason text,
  outcome_reason text,
  outcome_next text,
  answer_due_at timestamptz not null,
  reminded_at timestamptz,
  outcome_reminded_at timestamptz,
  demonstration_reminded_at timestamptz,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
create unique index contact_once on collaboration.contact (need_id, commune_id, solution_id) where status not in ('withdrawn', 'declined');
create index on collaboration.contact (commune_id, updated_at desc);
create index on collaboration.contact (startup_id, updated_at desc);
create index contact_awaiting on collaboration.contact (answer_due_at) where status = 'sent';
alter table collaboration.contact enable row level security;
alter table collaboration.contact force row level security;
create policy own on collaboration.contact
  using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

create table collaboration.contact_event (
  id uuid primary key,
  contact_id uuid not null references collaboration.contact,
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
create index on collaboration.contact_event (contact_id, occurred_at);
alter table collaboration.contact_event enable row level security;
alter table collaboration.contact_event force row level security;
create policy own on collaboration.contact_event
  using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

create table collaboration.contact_message (
  id uuid primary key,
  contact_id uuid not null references collaboration.contact,
  commune_id uuid not null,
  startup_id uuid not null,
  author_id uuid not null,
  author_organisation_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  file_id uuid references platform.file,
  sent_at timestamptz not null default now()
);
create index on collaboration.contact_message (contact_id, sent_at);
alter table collaboration.contact_message enable row level security;
alter table collaboration.contact_message force row level security;
create policy own on collaboration.contact_message
  using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

-- A commune asks a peer that uses a solution what it is worth.
create table collaboration.peer_enquiry (
  id uuid primary key,
  reference text not null unique,
  solution_id uuid not null references directory.solution,
  asking_commune_id uuid not null references directory.commune,
  asked_commune_id uuid not null references directory.commune check (asked_commune_id <> asking_commune_id),
  solution_name text not null default '',
  status text not null check (status in ('sent', 'answered', 'declined', 'closed')),
  answer_due_at timestamptz not null,
  reminded_at timestamptz,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on collaboration.peer_enquiry (asking_commune_id, updated_at desc);
create index on collaboration.peer_enquiry (asked_commune_id, updated_at desc);
alter table collaboration.peer_enquiry enable row level security;
alter table collaboration.peer_enquiry force row level security;
create policy own on collaboration.peer_enquiry
  using (platform.acts_for(asking_commune_id) or platform.acts_for(asked_commune_id) or platform.is_system());

create table collaboration.peer_message (
  id uuid primary key,
  enquiry_id uuid not null references collaboration.peer_enquiry,
  asking_commune_id uuid not null,
  asked_commune_id uuid not null,
  author_id uuid not null,
  author_organisation_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  sent_at timestamptz not null default now()
);
create index on collaboration.peer_message (enquiry_id, sent_at);
alter table collaboration.peer_message enable row level security;
alter table collaboration.peer_message force row level security;
create policy own on collaboration.peer_message
  using (platform.acts_for(asking_commune_id) or platform.acts_for(asked_commune_id) or platform.is_system());

create table collaboration.peer_event (
  id uuid primary key,
  enquiry_id uuid not null references collaboration.peer_enquiry,
  asking_commune_id uuid not null,
  asked_commune_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.peer_event (enquiry_id, occurred_at);
alter table collaboration.peer_event enable row level security;
alter table collaboration.peer_event force row level security;
create policy own on collaboration.peer_event
  using (platform.acts_for(asking_commune_id) or platform.acts_for(asked_commune_id) or platform.is_system());
