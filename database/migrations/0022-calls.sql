-- Calls of every kind (demande de cotation, appel à solutions, appel groupé, défi): one engine, the mechanism says the limits.
create table collaboration.call (
  id uuid primary key,
  reference text unique,
  mechanism text not null check (mechanism in ('quotation', 'call', 'groupedCall', 'challenge')),
  need_id uuid not null references collaboration.need,
  -- The commune that leads; party_ids holds it and the communes of a grouped call.
  commune_id uuid not null references directory.commune,
  party_ids uuid[] not null,
  title text not null default '',
  purpose text not null default '',
  requirements text not null default '',
  domains text[] not null default '{}',
  budget_min bigint check (budget_min >= 0),
  budget_max bigint check (budget_max >= 0),
  shows_budget boolean not null default true,
  questions_until timestamptz,
  deadline timestamptz,
  -- Proposals carry a shuffled number until the consensus.
  is_anonymous boolean not null default false,
  minimum_score int not null default 0 check (minimum_score between 0 and 100),
  committee_size int not null default 3 check (committee_size between 2 and 15),
  standstill_days int not null default 10 check (standstill_days between 0 and 60),
  status text not null check (status in (
    'draft', 'inReview', 'returned', 'published', 'opened', 'evaluated', 'awarded', 'concluded', 'unsuccessful', 'cancelled')),
  status_reason text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  opened_at timestamptz,
  -- Said in the opening minutes.
  opening_attendees text not null default '',
  opening_remarks text not null default '',
  awarded_at timestamptz,
  standstill_until timestamptz,
  reminded_at timestamptz,
  rescued_at timestamptz,
  version int not null default 1,
  check (commune_id = any (party_ids))
);
create index call_public on collaboration.call (published_at desc, id desc) where published_at is not null;
create index call_deadline on collaboration.call (deadline) where status = 'published';
create index on collaboration.call (commune_id, updated_at desc);
create index on collaboration.call (need_id);
create index on collaboration.call using gin (party_ids);
alter table collaboration.call enable row level security;
alter table collaboration.call force row level security;
create policy read on collaboration.call for select using (
  status not in ('draft', 'inReview', 'returned') or platform.acting_organisation() = any (party_ids)
  or platform.acts_for_association() or platform.is_system());
create policy write on collaboration.call for all using (
  platform.acting_organisation() = any (party_ids) or platform.acts_for_association() or platform.is_system());

create table collaboration.call_event (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  commune_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.call_event (call_id, occurred_at);
alter table collaboration.call_event enable row level security;
alter table collaboration.call_event force row level security;
create policy read on collaboration.call_event for select
  using (exists (select 1 from collaboration.call c where c.id = call_id));
create policy write on collaboration.call_event for insert with check (exists (
  select 1 from collaboration.call c where c.id = call_id and (platform.acting_organisation() = any (c.party_ids) or platform.is_system())));

create table collaboration.call_lot (
  id uuid primary key,
  call_id uuid not null references collaboration.call on delete cascade,
  position int not null check (position between 1 and 20),
  title text not null check (length(title) between 1 and 200),
  description text not null default '',
  budget_max bigint check (budget_max >= 0),
  unique (call_id, position)
);
create table collaboration.call_criterion (
  id uuid primary key,
  call_id uuid not null references collaboration.call on delete cascade,
  position int not null check (position between 1 and 20),
  kind text not null check (kind in ('quality', 'price')),
  label text not null check (length(label) between 1 and 200),
  guidance text not null default '',
  weight int not null check (weight between 1 and 100),
  -- Out of 100, for this criterion alone; below it the proposal is set aside.
  minimum_score int check (minimum_score between 0 and 100),
  unique (call_id, position)
);
-- The communes of a grouped call, and what each makes of the result.
create table collaboration.call_commune (
  call_id uuid not null references collaboration.call on delete cascade,
  commune_id uuid not null references directory.commune,
  joined_at timestamptz not null default now(),
  decision text not null default 'pending' check (decision in ('pending', 'in', 'out')),
  reason text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  primary key (call_id, commune_id)
);
do $$ declare name text; begin
  foreach name in array array['call_lot', 'call_criterion', 'call_commune'] loop
    execute format('alter table collaboration.%I enable row level security', name);
    execute format('alter table collaboration.%I force row level security', name);
    execute format('create policy read on collaboration.%I for select using (exists (select 1 from collaboration.call c where c.id = call_id))', name);
    execute format('create policy write on collaboration.%I for all using (exists (select 1 from collaboration.call c
      where c.id = call_id and (platform.acting_organisation() = any (c.party_ids) or platform.is_system())))', name);
  end loop;
end $$;

-- Who asked stays between the asker and the platform; the answer is public.
create table collaboration.call_question (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  startup_id uuid not null references directory.startup,
  asked_by uuid not null,
  body text not null check (length(body) between 1 and 2000),
  asked_at timestamptz not null default now(),
  answered_at timestamptz
);
create index on collaboration.call_question (call_id, asked_at);
alter table collaboration.call_question enable row level security;
alter table collaboration.call_question force row level security;
create policy own on collaboration.call_question
  using (platform.acts_for(startup_id) or platform.is_system());
create table collaboration.call_answer (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  -- As the asker wrote it, without the asker; editable by the commune if it gives the asker away.
  question text not null check (length(question) between 1 and 2000),
  answer text check (length(answer) between 1 and 4000),
  answered_by uuid,
  asked_at timestamptz not null,
  answered_at timestamptz
);
create index on collaboration.call_answer (call_id, asked_at);
alter table collaboration.call_answer enable row level security;
alter table collaboration.call_answer force row level security;
create policy read on collaboration.call_answer for select using (
  exists (select 1 from collaboration.call c where c.id = call_id)
  and (answered_at is not null or exists (select 1 from collaboration.call c where c.id = call_id
    and (platform.acting_organisation() = any (c.party_ids) or platform.acts_for_association() or platform.is_system()))));
create policy write on collaboration.call_answer for all using (exists (
  select 1 from collaboration.call c where c.id = call_id and (platform.acting_organisation() = any (c.party_ids) or platform.is_system())));

create table collaboration.call_addendum (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  number int not null check (number > 0),
  reason text not null check (length(reason) between 10 and 2000),
  -- [{ field, label, before, after }], texts as shown.
  changes jsonb not null,
  deadline_before timestamptz not null,
  deadline_after timestamptz not null check (deadline_after >= deadline_before),
  published_by uuid not null,
  published_at timestamptz not null,
  unique (call_id, number)
);
alter table collaboration.call_addendum enable row level security;
alter table collaboration.call_addendum force row level security;
create policy read on collaboration.call_addendum for select
  using (exists (select 1 from collaboration.call c where c.id = call_id));
create policy write on collaboration.call_addendum for insert with check (exists (
  select 1 from collaboration.call c where c.id = call_id and (platform.acting_organisation() = any (c.party_ids) or platform.is_system())));

-- Why a startup that the call suits did not answer: the commune reads the reasons, not whose they are.
create table collaboration.call_silence (
  call_id uuid not null references collaboration.call,
  startup_id uuid not null references directory.startup,
  cause text not null check (cause in ('time', 'budget', 'requirements', 'field', 'team', 'other')),
  comment text not null default '' check (length(comment) <= 1000),
  said_by uuid not null,
  said_at timestamptz not null default now(),
  primary key (call_id, startup_id)
);
alter table collaboration.call_silence enable row level security;
alter table collaboration.call_silence force row level security;
create policy own on collaboration.call_silence
  using (platform.acts_for(startup_id) or platform.is_system());
