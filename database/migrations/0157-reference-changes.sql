-- The lists the association keeps for everybody: what somebody proposes to change in them, who reviewed it, from which day it holds.

create table governance.reference_change (
  id uuid primary key,
  reference text not null unique,
  association_id uuid not null references identity.organisation,
  list_code text not null check (list_code ~ '^[a-z][a-z-]{1,39}$'),
  entry_key text not null check (length(entry_key) between 1 and 60),
  kind text not null check (kind in ('add', 'revise', 'end')),
  -- What the entry is called, as it was when the change was proposed.
  entry_label text not null check (length(entry_label) between 1 and 300),
  -- What the entry will hold; null when it ends.
  content jsonb,
  -- The first day it holds, or the first day without the entry.
  takes_effect_on date not null,
  source text not null check (length(source) between 1 and 500),
  source_date date,
  source_url text check (source_url ~ '^https?://'),
  reason text not null check (length(reason) between 1 and 1000),
  status text not null check (status in ('proposed', 'returned', 'approved', 'applied', 'withdrawn')),
  status_reason text,
  proposed_by uuid not null,
  reviewed_by uuid,
  applied_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  check ((kind = 'end') = (content is null)),
  -- Whoever wrote it never reviews it.
  check (reviewed_by <> proposed_by)
);
-- One at a time: two changes of one entry never wait for each other.
create unique index reference_change_open on governance.reference_change (list_code, entry_key)
  where status in ('proposed', 'returned', 'approved');
create index reference_change_of_list on governance.reference_change (list_code, updated_at desc);
create index reference_change_to_come on governance.reference_change (takes_effect_on) where status = 'approved';

create table governance.reference_change_event (
  id uuid primary key,
  reference_change_id uuid not null references governance.reference_change,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on governance.reference_change_event (reference_change_id, occurred_at);

-- What each entry was, from which day until which: written when a change takes effect. What was delivered with the platform is kept
-- the first time it changes.
create table governance.reference_version (
  id uuid primary key,
  association_id uuid not null references identity.organisation,
  list_code text not null,
  entry_key text not null,
  content jsonb not null,
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  source text not null,
  source_date date,
  source_url text,
  reason text not null,
  -- Null for what was delivered.
  change_id uuid unique references governance.reference_change,
  recorded_at timestamptz not null default now()
);
create unique index on governance.reference_version (list_code, entry_key, valid_from) nulls not distinct;
-- Only the newest is without an end: versions never overlap.
create unique index reference_version_in_force on governance.reference_version (list_code, entry_key) where valid_until is null;

do $$ declare name text; begin
  foreach name in array array['reference_change', 'reference_change_event', 'reference_version'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
    execute format('create policy association on governance.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
create trigger reference_history_is_append_only before update or delete on governance.reference_change_event
  for each row execute function platform.refuse_change();
-- What is proposed is what is reviewed: its words move only while it is with its author.
create function governance.refuse_reviewed_change() returns trigger language plpgsql as $$
begin
  if old.status <> 'returned' and (old.content, old.kind, old.source, old.source_date, old.source_url, old.reason, old.proposed_by)
      is distinct from (new.content, new.kind, new.source, new.source_date, new.source_url, new.reason, new.proposed_by) then
    raise exception 'Une proposition ne se modifie qu’une fois renvoyée à son auteur';
  end if;
  return new;
end $$;
create trigger reviewed_change_is_frozen before update on governance.reference_change
  for each row execute function governance.refuse_reviewed_change();
