-- The association acts for a commune that calls for help: for a few hours, always marked, and never to decide.

-- The assistance under which the transaction runs, set by the application beside its actor; null everywhere else.
create function platform.assistance_id() returns uuid language sql stable as
  $$ select nullif(current_setting('cauri.assistance', true), '')::uuid $$;
create function platform.is_assisting() returns boolean language sql stable as
  $$ select platform.assistance_id() is not null $$;

-- By default no: whoever assists acts for no organisation, whatever a policy asks, and is let into a table only by one
-- of its own, which names drafts_for.
create or replace function platform.acting_organisation() returns uuid language sql stable as
  $$ select case when not platform.is_assisting() then nullif(current_setting('cauri.organisation', true), '')::uuid end $$;
create function platform.drafts_for(organisation uuid) returns boolean language sql stable as
  $$ select platform.is_assisting() and organisation = nullif(current_setting('cauri.organisation', true), '')::uuid $$;

create table identity.assistance (
  id uuid primary key,
  commune_id uuid not null references identity.organisation,
  association_id uuid not null references identity.organisation,
  person_id uuid not null references identity.person,
  reason text not null check (length(reason) between 10 and 500),
  started_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at and ends_at <= started_at + interval '4 hours'),
  -- Before its time: by whoever assists, or by the commune.
  stopped_at timestamptz check (stopped_at >= started_at),
  stopped_by uuid references identity.person,
  -- The commune's people were told that it ended, however it did.
  ending_told_at timestamptz
);
create index on identity.assistance (commune_id, started_at desc, id desc);
create index on identity.assistance (started_at desc, id desc);
create index assistance_untold on identity.assistance (ends_at) where ending_told_at is null;

-- A commune that has chosen nothing may be assisted.
create table identity.assistance_choice (
  commune_id uuid primary key references identity.organisation,
  is_allowed boolean not null,
  chosen_by uuid not null references identity.person,
  chosen_at timestamptz not null
);
alter table identity.assistance_choice enable row level security;
alter table identity.assistance_choice force row level security;
create policy read on identity.assistance_choice for select
  using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());
create policy write on identity.assistance_choice for all
  using (platform.acts_for(commune_id) or platform.is_system());

alter table identity.assistance enable row level security;
alter table identity.assistance force row level security;
create policy read on identity.assistance for select
  using (platform.acts_for(commune_id) or platform.acts_for_association() or person_id = platform.actor_id()
    or platform.is_system());
create policy start on identity.assistance for insert with check (
  platform.is_system()
  or (platform.acts_for(association_id) and platform.acts_for_association() and person_id = platform.actor_id()
    and not exists (select from identity.assistance_choice choice
      where choice.commune_id = assistance.commune_id and not choice.is_allowed)));
create policy stop on identity.assistance for update
  using (platform.acts_for(commune_id) or person_id = platform.actor_id() or platform.is_system());

-- The membership of the secretariat stays the session's own; the assistance lies over it while it lasts.
alter table identity.session add column assistance_id uuid references identity.assistance;
create index on identity.session (assistance_id) where assistance_id is not null;

-- What is written meanwhile carries its mark, whoever writes the code that inserts it.
alter table collaboration.need_event
  add column assistance_id uuid references identity.assistance default platform.assistance_id();
alter table collaboration.contact_message
  add column assistance_id uuid references identity.assistance default platform.assistance_id();

-- Needs: drafted and submitted to the commune's executive, who alone approves.
create policy drafter_reads on collaboration.need for select using (platform.drafts_for(commune_id));
create policy drafter_starts on collaboration.need for insert
  with check (platform.drafts_for(commune_id) and status = 'draft');
create policy drafter_writes on collaboration.need for update
  using (platform.drafts_for(commune_id) and status in ('draft', 'returned', 'submitted'))
  with check (platform.drafts_for(commune_id) and status in ('draft', 'returned', 'submitted'));
create policy drafter_reads on collaboration.need_event for select using (platform.drafts_for(commune_id));
create policy drafter_tells on collaboration.need_event for insert with check (platform.drafts_for(commune_id));

-- Contacts: read and answered, never opened, dated nor closed.
create policy drafter_reads on collaboration.contact for select using (platform.drafts_for(commune_id));
create policy drafter_writes on collaboration.contact for update using (platform.drafts_for(commune_id));
create policy drafter_reads on collaboration.contact_event for select using (platform.drafts_for(commune_id));
create policy drafter_reads on collaboration.contact_message for select using (platform.drafts_for(commune_id));
create policy drafter_answers on collaboration.contact_message for insert
  with check (platform.drafts_for(commune_id) and author_organisation_id = commune_id);

create function platform.refuse_to_drafters() returns trigger language plpgsql as
  $$ begin raise exception 'La commune décide elle-même' using errcode = 'insufficient_privilege'; end $$;
create trigger commune_decides_itself before update on collaboration.contact
  for each row when (platform.is_assisting() and new.status is distinct from old.status)
  execute function platform.refuse_to_drafters();
