-- Lettres de cadrage: the association's model, the State's letters, and each commune's, drafted, signed and frozen.

-- The model: versions of a text, its calendar, what each changed. One is in force.
create table planning.model_letter (
  id uuid primary key,
  association_id uuid not null references identity.organisation,
  number int unique,
  title text not null check (length(title) <= 200),
  -- « Au secrétaire exécutif… », « Le maire »: whom a commune's letter is for and who signs it; configurable, since no text defines it.
  addressees text not null default '',
  signatory text not null default '',
  -- The services a letter gives ceilings to, unless the commune says otherwise.
  departments text[] not null default '{}',
  -- Why this version, told to every commune.
  reason text not null default '',
  status text not null check (status in ('draft', 'published', 'superseded')),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 1
);
create unique index model_letter_one_published on planning.model_letter ((true)) where status = 'published';
create unique index model_letter_one_draft on planning.model_letter ((true)) where status = 'draft';

create table planning.model_letter_section (
  model_letter_id uuid not null references planning.model_letter,
  key text not null check (key in ('context', 'priorities', 'ceilings', 'digital', 'calendar', 'instructions')),
  position int not null,
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) <= 10000),
  primary key (model_letter_id, key)
);

-- The budget calendar: a month and a day of the year before the budget's.
create table planning.model_letter_date (
  id uuid primary key,
  model_letter_id uuid not null references planning.model_letter,
  position int not null check (position between 1 and 20),
  title text not null check (length(title) between 1 and 200),
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  source text not null default '',
  is_confirmed boolean not null default false,
  unique (model_letter_id, position)
);

create table planning.model_letter_event (
  id uuid primary key,
  model_letter_id uuid not null references planning.model_letter,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on planning.model_letter_event (model_letter_id, occurred_at);

-- The other kind: what the State or a ministry writes to the communes, as the association received it.
create table planning.state_letter (
  id uuid primary key,
  association_id uuid not null references identity.organisation,
  year int not null check (year between 2015 and 2100),
  issuer text not null check (length(issuer) between 1 and 200),
  reference text not null check (length(reference) between 1 and 100),
  signed_on date not null,
  summary text not null check (length(summary) between 1 and 4000),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  -- Taken back when it was recorded by mistake: nothing is erased.
  withdrawn_at timestamptz
);
create unique index state_letter_once on planning.state_letter (year, reference) where withdrawn_at is null;

do $$ declare name text; begin
  foreach name in array array['model_letter', 'model_letter_section', 'model_letter_date', 'model_letter_event', 'state_letter'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
    execute format('create policy association on planning.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
create policy read on planning.model_letter for select using (status <> 'draft');
create policy read on planning.model_letter_section for select using (exists (
  select from planning.model_letter m where m.id = model_letter_id and m.status <> 'draft'));
create policy read on planning.model_letter_date for select using (exists (
  select from planning.model_letter m where m.id = model_letter_id and m.status <> 'draft'));
create policy read on planning.state_letter for select using (withdrawn_at is null);

create function planning.refuse_published_model() returns trigger language plpgsql as $$
begin
  if exists (select from planning.model_letter m
      where m.id = coalesce(old.model_letter_id, new.model_letter_id) and m.status <> 'draft') then
    raise exception 'Une version publiée de la lettre modèle ne se modifie pas';
  end if;
  return coalesce(new, old);
end $$;
create trigger published_model_is_frozen before insert or update or delete on planning.model_letter_section
  for each row execute function planning.refuse_published_model();
create trigger published_model_is_frozen before insert or update or delete on planning.model_letter_date
  for each row execute function planning.refuse_published_model();

-- A commune's letter for a budget year: several drafts, numbered; one is signed; a corrective one takes its place.
create table planning.letter (
  id uuid primary key,
  reference text not null unique,
  commune_id uuid not null references directory.commune,
  year int not null check (year between 2015 and 2100),
  number int not null check (number > 0),
  status text not null check (status in
    ('draft', 'submitted', 'returned', 'signed', 'transmitted', 'superseded', 'abandoned')),
  status_reason text,
  addressees text not null default '',
  signatory text not null default '',
  model_letter_id uuid references planning.model_letter,
  state_letter_id uuid references planning.state_letter,
  plan_id uuid references planning.plan,
  -- The signed letter that this one corrects.
  corrects_id uuid references planning.letter,
  generated_at timestamptz,
  -- The commune's choice, by letter: its digital lines on its public page.
  is_published boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  signed_at timestamptz,
  transmitted_at timestamptz,
  version int not null default 1,
  unique (commune_id, year, number)
);
create unique index letter_one_signed on planning.letter (commune_id, year) where status in ('signed', 'transmitted');
create index letter_published on planning.letter (commune_id, year) where is_published;

create table planning.letter_event (
  id uuid primary key,
  letter_id uuid not null references planning.letter,
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
create index on planning.letter_event (letter_id, occurred_at);

create table planning.letter_section (
  letter_id uuid not null references planning.letter,
  commune_id uuid not null,
  key text not null,
  position int not null,
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) <= 10000),
  -- As last generated: an edit is what differs from it.
  generated_body text not null,
  edited_at timestamptz,
  edited_by uuid,
  version int not null default 1,
  primary key (letter_id, key)
);

create table planning.letter_line (
  id uuid primary key,
  letter_id uuid not null references planning.letter,
  commune_id uuid not null,
  position int not null check (position between 1 and 60),
  title text not null check (length(title) between 1 and 200),
  account text not null default '',
  section text not null check (section in ('investment', 'running')),
  source text not null default '',
  amount bigint not null check (amount between 0 and 1000000000000),
  department text not null default '',
  justification text not null default '' check (length(justification) <= 1000),
  plan_action_id uuid,
  budget_line_id uuid,
  unique (letter_id, position)
);

-- Null: no ceiling is given to this section of this service.
create table planning.letter_ceiling (
  id uuid primary key,
  letter_id uuid not null references planning.letter,
  commune_id uuid not null,
  position int not null check (position between 1 and 30),
  department text not null check (length(department) between 1 and 120),
  running bigint check (running between 0 and 1000000000000),
  investment bigint check (investment between 0 and 1000000000000),
  note text not null default '' check (length(note) <= 300),
  unique (letter_id, position)
);

create table planning.letter_date (
  id uuid primary key,
  letter_id uuid not null references planning.letter,
  commune_id uuid not null,
  position int not null check (position between 1 and 20),
  title text not null check (length(title) between 1 and 200),
  due_on date not null,
  source text not null default '',
  is_confirmed boolean not null default false,
  unique (letter_id, position)
);

-- Who signed, how, and over which exact text, kept beside its hash.
create table planning.letter_signature (
  letter_id uuid primary key references planning.letter,
  commune_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_role text not null,
  means text not null check (means in ('code', 'passkey', 'paper')),
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  signed_text text not null,
  evidence jsonb not null,
  signed_at timestamptz not null
);
create trigger letter_signature_is_append_only before update or delete on planning.letter_signature
  for each row execute function platform.refuse_change();

-- The mayor lets the secretary sign, by an act; one line, replaced by the next.
create table planning.letter_delegation (
  commune_id uuid primary key references directory.commune,
  is_active boolean not null,
  act_reference text not null default '' check (length(act_reference) <= 200),
  act_date date,
  set_by uuid not null,
  set_at timestamptz not null,
  check (not is_active or (act_reference <> '' and act_date is not null))
);

-- That a signed letter names digital lines, and how many: told to everybody, without their amounts.
create table planning.letter_uptake (
  commune_id uuid not null references directory.commune,
  year int not null,
  letter_id uuid not null references planning.letter,
  line_count int not null check (line_count >= 0),
  signed_at timestamptz not null,
  primary key (commune_id, year)
);
create index on planning.letter_uptake (year);
alter table planning.letter_uptake enable row level security;
alter table planning.letter_uptake force row level security;
create policy read on planning.letter_uptake for select using (true);
create policy write on planning.letter_uptake for all using (platform.acts_for(commune_id) or platform.is_system());

create function planning.is_letter_open(letter uuid) returns boolean language sql stable as
  $$ select exists (select from planning.letter l where l.id = letter and l.status in ('draft', 'returned')) $$;
create function planning.is_letter_signed(letter uuid) returns boolean language sql stable as
  $$ select exists (select from planning.letter l where l.id = letter and l.status in ('signed', 'transmitted', 'superseded')) $$;

do $$ declare name text; begin
  foreach name in array array['letter', 'letter_event', 'letter_section', 'letter_line', 'letter_ceiling', 'letter_date',
      'letter_signature', 'letter_delegation'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
    execute format('create policy own on planning.%I using (platform.acts_for(commune_id) or platform.is_system())', name);
    execute format('create policy drafter_reads on planning.%I for select using (platform.drafts_for(commune_id))', name);
  end loop;
  foreach name in array array['letter_section', 'letter_line', 'letter_ceiling', 'letter_date'] loop
    execute format('create policy association on planning.%I for select
      using (platform.acts_for_association() and planning.is_letter_signed(letter_id))', name);
    execute format('create policy drafter_writes on planning.%I
      using (platform.drafts_for(commune_id) and planning.is_letter_open(letter_id))', name);
  end loop;
end $$;
create policy association on planning.letter for select
  using (platform.acts_for_association() and status in ('signed', 'transmitted', 'superseded'));
create policy association on planning.letter_signature for select using (platform.acts_for_association());
create policy drafter_starts on planning.letter for insert
  with check (platform.drafts_for(commune_id) and status = 'draft');
create policy drafter_writes on planning.letter for update
  using (platform.drafts_for(commune_id) and status in ('draft', 'returned'))
  with check (platform.drafts_for(commune_id) and status in ('draft', 'returned'));
create policy drafter_tells on planning.letter_event for insert with check (platform.drafts_for(commune_id));
create policy read on planning.letter for select using (is_published and status in ('signed', 'transmitted'));
create policy read on planning.letter_line for select using (exists (
  select from planning.letter l where l.id = letter_id and l.is_published and l.status in ('signed', 'transmitted')));

-- What is submitted waits as it was read; what is signed stays as it was signed.
create function planning.refuse_closed_letter() returns trigger language plpgsql as $$
begin
  if not planning.is_letter_open(coalesce(old.letter_id, new.letter_id)) then
    raise exception 'Cette lettre de cadrage ne se modifie plus';
  end if;
  return coalesce(new, old);
end $$;
do $$ declare name text; begin
  foreach name in array array['letter_section', 'letter_line', 'letter_ceiling', 'letter_date'] loop
    execute format('create trigger closed_letter_is_frozen before insert or update or delete on planning.%I
      for each row execute function planning.refuse_closed_letter()', name);
  end loop;
end $$;
create function planning.guard_signed_letter() returns trigger language plpgsql as $$
begin
  if (new.commune_id, new.year, new.number, new.reference, new.addressees, new.signatory, new.signed_at)
      is distinct from (old.commune_id, old.year, old.number, old.reference, old.addressees, old.signatory, old.signed_at) then
    raise exception 'Une lettre de cadrage signée ne se modifie pas';
  end if;
  return new;
end $$;
create trigger signed_letter_is_frozen before update on planning.letter
  for each row when (old.signed_at is not null) execute function planning.guard_signed_letter();
