-- Files handed over to the State's procurement: prepared here, run there, their result written back so that the record is whole.
create table collaboration.tender (
  id uuid primary key,
  reference text not null unique,
  need_id uuid not null references collaboration.need,
  commune_id uuid not null references directory.commune,
  need_title text not null,
  need_reference text not null,
  domains text[] not null default '{}',
  title text not null check (length(title) <= 200),
  nature text check (nature in ('goods', 'services', 'intellectual', 'works')),
  purpose text not null default '',
  requirements text not null default '',
  estimate bigint check (estimate > 0),
  estimate_method text not null default '',
  funding text not null default '',
  documents text[] not null default '{}',
  status text not null check (status in (
    'draft', 'handedOver', 'awarded', 'unsuccessful', 'cancelled', 'withdrawn')),
  status_reason text,
  -- The rule in force on the day of the hand-over, as it was then read.
  legal_basis text not null default '',
  legal_source text not null default '',
  legal_confirmed boolean not null default false,
  handed_over_on date,
  handed_over_to text not null default '',
  state_reference text not null default '',
  state_link text,
  awarded_to text not null default '',
  awarded_amount bigint check (awarded_amount > 0),
  decided_on date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  handed_over_at timestamptz,
  reminded_at timestamptz,
  version int not null default 1,
  check (status not in ('handedOver', 'awarded', 'unsuccessful', 'cancelled')
    or (handed_over_on is not null and handed_over_at is not null and handed_over_to <> '')),
  check (status <> 'awarded' or (awarded_to <> '' and awarded_amount is not null and decided_on is not null))
);
create index on collaboration.tender (commune_id, updated_at desc);
create index on collaboration.tender (need_id);
create index tender_public on collaboration.tender (handed_over_at desc, id desc) where handed_over_at is not null;
create table collaboration.tender_event (
  id uuid primary key,
  tender_id uuid not null references collaboration.tender,
  commune_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.tender_event (tender_id, occurred_at);
create table collaboration.tender_lot (
  id uuid primary key,
  tender_id uuid not null references collaboration.tender,
  commune_id uuid not null,
  position int not null check (position between 1 and 6),
  title text not null check (length(title) between 1 and 200),
  estimate bigint check (estimate > 0),
  unique (tender_id, position)
);
create table collaboration.tender_criterion (
  id uuid primary key,
  tender_id uuid not null references collaboration.tender,
  commune_id uuid not null,
  position int not null check (position between 1 and 8),
  label text not null check (length(label) between 1 and 200),
  weight int not null check (weight between 1 and 100),
  unique (tender_id, position)
);
do $$ declare name text; begin
  foreach name in array array['tender', 'tender_event', 'tender_lot', 'tender_criterion'] loop
    execute format('alter table collaboration.%I enable row level security', name);
    execute format('alter table collaboration.%I force row level security', name);
    execute format('create policy own on collaboration.%I using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
create policy read on collaboration.tender for select using (handed_over_at is not null);
create policy read on collaboration.tender_lot for select using (exists (
  select 1 from collaboration.tender t where t.id = tender_id and t.handed_over_at is not null));
create policy read on collaboration.tender_criterion for select using (exists (
  select 1 from collaboration.tender t where t.id = tender_id and t.handed_over_at is not null));
