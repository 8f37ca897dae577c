-- Communes, startups, solutions, and who really uses what.
create schema directory;

create table directory.department (
  code text primary key check (code ~ '^BJ[0-9]{2}$'),
  iso_code text not null unique,
  name text not null,
  slug text not null unique,
  seat text not null
);

-- A commune is an organisation: both rows share their identifier.
create table directory.commune (
  id uuid primary key references identity.organisation,
  code text not null unique check (code ~ '^BJ[0-9]{4}$'),
  name text not null,
  slug text not null unique,
  aliases text[] not null default '{}',
  department_code text not null references directory.department,
  category text not null check (category in ('particulier', 'intermediaire', 'ordinaire')),
  category_since date not null,
  is_department_seat boolean not null,
  population int not null check (population > 0),
  households int not null,
  population_year int not null,
  arrondissements int not null,
  villages int not null,
  latitude double precision not null,
  longitude double precision not null,
  position_is_seat boolean not null,
  search text generated always as (platform.fold(name)) stored
);
create index on directory.commune (department_code);

create table directory.arrondissement (
  code text primary key,
  commune_id uuid not null references directory.commune,
  name text not null,
  population int not null
);
create index on directory.arrondissement (commune_id);

-- What a commune says of its own means; unknown until somebody there fills it in.
create table directory.commune_profile (
  commune_id uuid primary key references directory.commune,
  connectivity text check (connectivity in ('none', '2g', '3g', '4g', 'fibre')),
  workstations int check (workstations between 0 and 10000),
  it_staff int check (it_staff between 0 and 1000),
  has_backup_power boolean,
  languages text[] not null default '{}',
  website text,
  contact_email text,
  contact_phone text,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid
);

create table directory.domain (
  code text primary key,
  label text not null,
  description text not null,
  position int not null
);

-- Municipal services a solution can cover; the inventory of services completes each entry.
create table directory.municipal_service (
  code text primary key,
  label text not null,
  domain_code text not null references directory.domain
);

create table directory.startup (
  id uuid primary key references identity.organisation,
  slug text not null unique,
  name text not null,
  ifu text not null check (ifu ~ '^[0-9]{13}$'),
  rccm text not null,
  legal_form text not null,
  founded_on date,
  presentation text not null default '',
  commune_id uuid references directory.commune,
  address text not null default '',
  website text,
  email text,
  phone text,
  domains text[] not null default '{}',
  team_size int,
  label_number text,
  label_issued_on date,
  label_expires_on date,
  label_file_id uuid references platform.file,
  status text not null check (status in ('draft', 'submitted', 'editsRequested', 'verified', 'suspended', 'rejected')),
  status_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  verified_at timestamptz
);
create unique index startup_ifu_once on directory.startup (ifu) where status <> 'rejected';
create index on directory.startup (status, name, id);
create index on directory.startup (label_expires_on) where label_expires_on is not null;
alter table directory.startup enable row level security;
alter table directory.startup force row level security;
create policy read on directory.startup for select
  using (status = 'verified' or platform.acts_for(id) or platform.acts_for_association() or platform.is_system());
create policy write on directory.startup for all
  using (platform.acts_for(id) or platform.acts_for_association() or platform.is_system());

create table directory.startup_event (
  id uuid primary key,
  startup_id uuid not null references directory.startup,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on directory.startup_event (startup_id, occurred_at);
alter table directory.startup_event enable row level security;
alter table directory.startup_event force row level security;
create policy own on directory.startup_event
  using (platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

create table directory.solution (
  id uuid primary key,
  startup_id uuid not null references directory.startup,
  slug text not null unique,
  name text not null check (length(name) between 2 and 120),
  summary text not null default '',
  problem text not null default '',
  description text not null default '',
  domains text[] not null default '{}',
  services text[] not null default '{}',
  maturity text not null default 'pilot' check (maturity in ('prototype', 'pilot', 'production')),
  min_connectivity text not null default '3g' check (min_connectivity in ('none', '2g', '3g', '4g', 'fibre')),
  works_offline boolean not null default false,
  hardware text not null default '',
  min_workstations int not null default 1 check (min_workstations between 0 and 1000),
  min_it_staff int not null default 0 check (min_it_staff between 0 and 100),
  staff_note text not null default '',
  population_min int check (population_min >= 0),
  population_max int check (population_max >= 0),
  categories text[] not null default '{}',
  price_setup bigint check (price_setup >= 0),
  price_yearly bigint check (price_yearly >= 0),
  price_per_inhabitant bigint check (price_per_inhabitant >= 0),
  price_per_user bigint check (price_per_user >= 0),
  price_note text not null default '',
  hosting text not null default 'benin' check (hosting in ('commune', 'benin', 'africa', 'elsewhere')),
  hosting_place text not null default '',
  handles_personal_data boolean not null default false,
  apdp_status text not null default 'notNeeded' check (apdp_status in ('notNeeded', 'toDeclare', 'declared', 'authorised')),
  apdp_number text,
  interoperability text not null default '',
  languages text[] not null default '{fr}',
  reversibility text not null default '',
  licence text not null default 'proprietary' check (licence in ('proprietary', 'openSource', 'public')),
  licence_name text not null default '',
  support text not null default '',
  demo_url text,
  status text not null check (status in ('draft', 'submitted', 'editsRequested', 'verified', 'suspended', 'rejected')),
  status_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  verified_at timestamptz
);
create index on directory.solution (startup_id);
create index on directory.solution (status, updated_at);
alter table directory.solution enable row level security;
alter table directory.solution force row level security;
create policy read on directory.solution for select
  using (status = 'verified' or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());
create policy write on directory.solution for all
  using (platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

create table directory.solution_file (
  solution_id uuid not null references directory.solution,
  file_id uuid not null references platform.file,
  kind text not null check (kind in ('document', 'screenshot')),
  caption text not null default '',
  position int not null,
  primary key (solution_id, file_id)
);

create table directory.solution_event (
  id uuid primary key,
  solution_id uuid not null references directory.solution,
  startup_id uuid not null references directory.startup,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on directory.solution_event (solution_id, occurred_at);
alter table directory.solution_event enable row level security;
alter table directory.solution_event force row level security;
create policy own on directory.solution_event
  using (platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system());

-- What everybody may read of a verified solution of a verified startup, in one row made for searching.
-- It carries no row-level security on purpose: a text search below a security barrier cannot use its index.
create table directory.catalogue_entry (
  solution_id uuid primary key references directory.solution,
  startup_id uuid not null references directory.startup,
  slug text not null,
  name text not null,
  summary text not null,
  startup_name text not null,
  startup_slug text not null,
  startup_commune_id uuid,
  has_label boolean not null,
  label_expires_on date,
  domains text[] not null,
  services text[] not null,
  languages text[] not null,
  categories text[] not null,
  maturity text not null,
  min_connectivity text not null,
  works_offline boolean not null,
  min_workstations int not null,
  min_it_staff int not null,
  hosting text not null,
  licence text not null,
  handles_personal_data boolean not null,
  apdp_status text not null,
  population_min int,
  population_max int,
  price_setup bigint,
  price_yearly bigint,
  price_per_inhabitant bigint,
  price_per_user bigint,
  confirmed_uses int not null default 0,
  confirmed_communes uuid[] not null default '{}',
  claimed_uses int not null default 0,
  rating_count int not null default 0,
  rating_average numeric(3, 2),
  published_at timestamptz not null,
  document tsvector not null,
  words text not null
);
create index catalogue_document on directory.catalogue_entry using gin (document);
create index catalogue_words on directory.catalogue_entry using gin (words gin_trgm_ops);
create index catalogue_domains on directory.catalogue_entry using gin (domains);
create index catalogue_services on directory.catalogue_entry using gin (services);
create index catalogue_recent on directory.catalogue_entry (published_at desc, solution_id desc);
create index catalogue_name on directory.catalogue_entry (name, solution_id);
create index catalogue_used on directory.catalogue_entry (confirmed_uses desc, solution_id desc);
create index catalogue_startup on directory.catalogue_entry (startup_id);

-- A use of a solution: claimed by its vendor, and confirmed or contested by the commune itself.
create table directory.deployment (
  id uuid primary key,
  solution_id uuid not null references directory.solution,
  startup_id uuid not null references directory.startup,
  commune_id uuid not null references directory.commune,
  status text not null check (status in ('claimed', 'confirmed', 'contested', 'ended')),
  since date,
  scope text not null default '',
  users int check (users >= 0),
  claimed_by uuid,
  claimed_at timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  answer_note text,
  ended_on date,
  unique (solution_id, commune_id)
);
create index on directory.deployment (commune_id);
alter table directory.deployment enable row level security;
alter table directory.deployment force row level security;
create policy read on directory.deployment for select
  using (status in ('claimed', 'confirmed', 'ended') or platform.acts_for(commune_id) or platform.acts_for(startup_id)
    or platform.acts_for_association() or platform.is_system());
create policy write on directory.deployment for all
  using (platform.acts_for(commune_id) or platform.acts_for(startup_id)
    or platform.acts_for_association() or platform.is_system());

create table directory.rating (
  deployment_id uuid primary key references directory.deployment,
  commune_id uuid not null references directory.commune,
  solution_id uuid not null references directory.solution,
  stars int not null check (stars between 1 and 5),
  comment text not null check (length(comment) between 20 and 2000),
  rated_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  reply text,
  replied_at timestamptz,
  hidden_at timestamptz,
  hidden_reason text
);
create index on directory.rating (solution_id);
