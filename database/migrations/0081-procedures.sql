-- Procedures: what a commune asks for one service. The draft changes; what was published never does.
create table services.procedure (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  service_code text not null references directory.municipal_service,
  -- The revision that is in force.
  revision int not null default 0,
  status text not null check (status in ('draft', 'open', 'suspended')),
  -- Public while it is suspended.
  status_reason text check ((status = 'suspended') = (status_reason is not null)),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (commune_id, service_code),
  check ((status = 'draft') = (revision = 0))
);

-- What the commune is writing, before the first revision and between two: its own alone.
create table services.procedure_draft (
  procedure_id uuid primary key references services.procedure,
  commune_id uuid not null references directory.commune,
  definition jsonb not null check (octet_length(definition::text) <= 500000),
  saved_by uuid not null,
  saved_at timestamptz not null,
  version int not null default 1
);

create table services.procedure_revision (
  procedure_id uuid not null references services.procedure,
  number int not null check (number >= 1),
  commune_id uuid not null references directory.commune,
  definition jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (procedure_id, number)
);
create trigger revision_never_changes before update or delete on services.procedure_revision
  for each row execute function platform.refuse_change();

create table services.procedure_event (
  id uuid primary key,
  procedure_id uuid not null references services.procedure,
  commune_id uuid not null references directory.commune,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on services.procedure_event (procedure_id, occurred_at);
create trigger procedure_history_is_append_only before update or delete on services.procedure_event
  for each row execute function platform.refuse_change();

do $$ declare name text; begin
  foreach name in array array['procedure', 'procedure_draft', 'procedure_revision', 'procedure_event'] loop
    execute format('alter table services.%I enable row level security', name);
    execute format('alter table services.%I force row level security', name);
    execute format('create policy own on services.%I using (platform.acts_for(commune_id) or platform.is_system())', name);
  end loop;
end $$;
create policy revision_is_public on services.procedure_revision for select using (true);
create policy opened_is_public on services.procedure for select using (status <> 'draft');

alter table services.offer_change drop constraint offer_change_cause_check;
alter table services.offer_change add check (cause in ('declared', 'project', 'procedure'));
