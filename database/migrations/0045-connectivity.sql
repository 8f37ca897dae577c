-- Connectivity: the places where a commune works, how each is connected and powered, what was measured there, and when it failed.

-- What the association keeps: who provides connections, by which means, and what things need and cost. Dated, never overwritten by a load.
create table planning.technology (
  code text primary key,
  label text not null,
  -- The level of the catalogue that it is worth (directory: none, 2g, 3g, 4g, fibre).
  level text not null check (level in ('2g', '3g', '4g', 'fibre')),
  position int not null
);
create table planning.provider (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (length(name) between 2 and 80),
  source text not null default '',
  -- No longer offered where a link is written; links that name it keep it.
  is_retired boolean not null default false,
  set_by uuid,
  set_at timestamptz not null default now()
);
create table planning.connectivity_assumption (
  id uuid primary key,
  key text not null check (key ~ '^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$'),
  valid_from date not null,
  value bigint not null check (value between 0 and 1000000000000),
  source text not null,
  is_confirmed boolean not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  unique (key, valid_from)
);

create table planning.site (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  name text not null check (length(name) between 2 and 120),
  kind text not null check (kind in (
    'mairie', 'arrondissement', 'pointNumeriqueCommunautaire', 'centreCommunalDeServicesPublics', 'other')),
  arrondissement_code text references directory.arrondissement,
  latitude double precision check (latitude between 6 and 12.6),
  longitude double precision check (longitude between 0.7 and 3.9),
  -- Unknown until somebody says it.
  power text check (power in ('grid', 'solar', 'generator', 'none')),
  power_hours int check (power_hours between 0 and 24),
  closed_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  check ((latitude is null) = (longitude is null))
);
create unique index site_name on planning.site (commune_id, platform.fold(name)) where closed_on is null;

create table planning.link (
  id uuid primary key,
  site_id uuid not null references planning.site,
  commune_id uuid not null references directory.commune,
  technology text not null references planning.technology,
  provider_code text not null references planning.provider,
  -- As the contract promises; null where nobody knows.
  down_kbps int check (down_kbps between 1 and 10000000),
  up_kbps int check (up_kbps between 1 and 10000000),
  monthly_cost bigint check (monthly_cost between 0 and 1000000000),
  since date,
  until date check (until >= since),
  has_shared_wifi boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
create index on planning.link (commune_id);
create index on planning.link (site_id);

create table planning.measurement_import (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  file_name text not null,
  rows int not null check (rows > 0),
  added int not null check (added >= 0),
  imported_by uuid not null,
  imported_at timestamptz not null default now()
);
create index on planning.measurement_import (commune_id, imported_at desc);

create table planning.measurement (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  site_id uuid not null references planning.site,
  link_id uuid references planning.link,
  taken_at timestamptz not null,
  source text not null check (source in ('browser', 'file', 'manual')),
  down_kbps int not null check (down_kbps between 0 and 10000000),
  up_kbps int check (up_kbps between 0 and 10000000),
  latency_ms int check (latency_ms between 0 and 60000),
  bytes_used bigint check (bytes_used >= 0),
  import_id uuid references planning.measurement_import,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  -- What a file brings twice is known by it.
  unique (commune_id, site_id, taken_at, source)
);
create index on planning.measurement (site_id, taken_at desc);
create index on planning.measurement (commune_id, taken_at desc);

create table planning.outage (
  id uuid primary key,
  link_id uuid not null references planning.link,
  site_id uuid not null references planning.site,
  commune_id uuid not null references directory.commune,
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at > began_at),
  cause text not null check (cause in ('power', 'provider', 'equipment', 'unknown')),
  note text not null default '' check (length(note) <= 1000),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  version int not null default 1
);
create index on planning.outage (link_id, began_at desc);
create index on planning.outage (commune_id, began_at desc);
create index outage_open on planning.outage (commune_id) where ended_at is null;

-- What everybody may read: each open site and link as it stands, without the people who measured. Rewritten in the transaction of
-- whatever changes it, and every night, since medians and availability follow the calendar (decision 0031).
create table planning.site_state (
  site_id uuid primary key references planning.site,
  commune_id uuid not null references directory.commune,
  name text not null,
  kind text not null,
  latitude double precision,
  longitude double precision,
  power text,
  power_hours int,
  technologies text[] not null,
  providers text[] not null,
  has_shared_wifi boolean not null,
  measurements int not null,
  measured_at timestamptz,
  down_kbps int,
  up_kbps int,
  latency_ms int,
  availability numeric(5, 2),
  required_kbps int not null,
  -- The solution in use that asks for it; null where the kind of place does.
  required_for text,
  speed text not null check (speed in ('met', 'slow', 'noLink', 'notMeasured')),
  is_power_short boolean not null,
  -- Null where nothing was measured.
  is_met boolean,
  -- What would close the gap, and what it costs; null and zero where there is none.
  proposed_technology text,
  set_up_cost bigint not null,
  yearly_cost bigint not null,
  computed_at timestamptz not null
);
create index on planning.site_state (commune_id);
create table planning.link_state (
  link_id uuid primary key references planning.link,
  site_id uuid not null references planning.site,
  commune_id uuid not null references directory.commune,
  technology text not null,
  provider_code text not null,
  measurements int not null,
  down_kbps int,
  up_kbps int,
  latency_ms int,
  availability numeric(5, 2),
  computed_at timestamptz not null
);
create index on planning.link_state (commune_id);
create index on planning.link_state (provider_code);

do $$ declare name text; begin
  foreach name in array array['site', 'link', 'measurement', 'measurement_import', 'outage', 'site_state', 'link_state'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
    execute format('create policy own on planning.%I using (platform.acts_for(commune_id) or platform.drafts_for(commune_id) or platform.is_system())', name);
  end loop;
  foreach name in array array['site', 'link', 'measurement', 'measurement_import', 'outage'] loop
    execute format('create policy association on planning.%I for select using (platform.acts_for_association())', name);
  end loop;
  foreach name in array array['site_state', 'link_state'] loop
    execute format('create policy everybody on planning.%I for select using (true)', name);
  end loop;
  foreach name in array array['technology', 'provider', 'connectivity_assumption'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
    execute format('create policy everybody on planning.%I for select using (true)', name);
    execute format('create policy association on planning.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
