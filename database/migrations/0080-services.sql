-- Municipal services: what each one is, and how each commune offers it today.
create schema services;

-- What is said of a service everywhere; its code and name are the directory's. Facts name their source; those without one are to
-- be confirmed by each commune.
create table services.sheet (
  service_code text primary key references directory.municipal_service,
  targets text[] not null,
  life_event text not null,
  authority text not null,
  description text not null,
  outcome text not null,
  -- [{"text": "…", "source": "…" or null}], as are regulations; delay and suspension are one of them, or null.
  documents jsonb not null,
  regulations jsonb not null,
  delay jsonb,
  delay_days int check (delay_days between 0 and 3650),
  process text,
  channels text[] not null,
  suspension jsonb,
  source text not null,
  source_date date not null
);

-- Where the State serves it: everywhere, or for one commune.
create table services.state_platform (
  id uuid primary key,
  service_code text not null references directory.municipal_service,
  commune_id uuid references directory.commune,
  platform text not null check (platform in ('eCommune', 'servicePublic', 'permisDeConstruire')),
  url text,
  since date,
  source text not null,
  unique nulls not distinct (service_code, commune_id, platform)
);

-- How a commune offers a service; no row, nobody has said.
create table services.offer (
  commune_id uuid not null references directory.commune,
  service_code text not null references directory.municipal_service,
  level text not null check (level in ('notOffered', 'paper', 'information', 'form', 'online')),
  since date,
  place text check (place in ('own', 'eCommune', 'servicePublic', 'solution')),
  url text check (url ~ '^https?://'),
  solution_id uuid references directory.solution,
  -- The project that delivered it, and whether the commune has yet to say what it delivered exactly.
  project_id uuid,
  is_to_confirm boolean not null default false,
  delay_days int check (delay_days between 0 and 3650),
  note text not null default '' check (length(note) <= 1000),
  updated_by uuid,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (commune_id, service_code)
);
create index offer_by_service on services.offer (service_code, level);

-- Each change of level, for the progress over time; written once.
create table services.offer_change (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  service_code text not null,
  from_level text,
  to_level text not null,
  cause text not null check (cause in ('declared', 'project')),
  project_id uuid,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on services.offer_change (commune_id, service_code, occurred_at desc);
create index on services.offer_change (occurred_at);

-- A tariff belongs to a commune, its deliberation and its dates; it may be annulled, and stays.
create table services.fee (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  service_code text not null references directory.municipal_service,
  label text not null check (length(label) between 1 and 200),
  amount bigint not null check (amount between 0 and 1000000000),
  -- Null until somebody finds it.
  deliberation_number text,
  deliberation_date date,
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  annulled_on date,
  annulled_reason text check ((annulled_on is null) = (annulled_reason is null)),
  -- Where a tariff that no commune recorded here was published.
  source text,
  recorded_by uuid,
  recorded_at timestamptz not null default now()
);
create index on services.fee (commune_id, service_code);
create index on services.fee (service_code);

do $$ declare name text; begin
  foreach name in array array['sheet', 'state_platform', 'offer', 'offer_change', 'fee'] loop
    execute format('alter table services.%I enable row level security', name);
    execute format('alter table services.%I force row level security', name);
    execute format('create policy everybody_reads on services.%I for select using (true)', name);
  end loop;
  foreach name in array array['sheet', 'state_platform'] loop
    execute format('create policy reference on services.%I using (platform.is_system())', name);
  end loop;
  foreach name in array array['offer', 'fee'] loop
    execute format('create policy own on services.%I using (platform.acts_for(commune_id) or platform.is_system())', name);
  end loop;
end $$;
create policy own_tells on services.offer_change for insert with check (platform.acts_for(commune_id) or platform.is_system());
