-- Digital budgets of communes: lines per year by account, section and source; their versions, and what was really spent.

-- The association's neutral headings. The official code is empty until a published text gives it.
create table planning.account (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  position int not null,
  code text check (length(code) between 1 and 20),
  label text not null check (length(label) between 2 and 120),
  hint text not null default '' check (length(hint) <= 500),
  usual_section text check (usual_section in ('investment', 'running')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  is_confirmed boolean not null,
  updated_at timestamptz not null default now()
);
-- What each heading was, and why it changed: never rewritten.
create table planning.account_change (
  id uuid primary key,
  account_id uuid not null references planning.account,
  code text,
  label text not null,
  valid_from date not null,
  valid_to date,
  is_confirmed boolean not null,
  source text not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null default now()
);
create index on planning.account_change (account_id, set_at desc);

create table planning.funding_source (
  code text primary key check (code ~ '^[a-z][a-zA-Z]{1,19}$'),
  position int not null,
  label text not null,
  hint text not null default '',
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  is_confirmed boolean not null
);

-- The share of its budget that a commune is advised to give to digital, by category: thousandths, dated.
create table planning.budget_guidance (
  id uuid primary key,
  category text not null check (category in ('particulier', 'intermediaire', 'ordinaire')),
  valid_from date not null,
  share_per_mille int not null check (share_per_mille between 0 and 500),
  is_confirmed boolean not null,
  source text not null,
  reason text not null check (length(reason) between 10 and 1000),
  set_by uuid,
  set_at timestamptz not null default now(),
  unique (category, valid_from)
);

create table planning.budget (
  id uuid primary key,
  reference text not null unique,
  commune_id uuid not null references directory.commune,
  year int not null check (year between 2015 and 2100),
  status text not null check (status in ('draft', 'submitted', 'adopted', 'amending', 'closed')),
  status_reason text,
  -- The whole budget of the commune, digital or not; null while it is not known.
  total_investment bigint check (total_investment between 0 and 1000000000000),
  total_running bigint check (total_running between 0 and 1000000000000),
  -- The version of lines that is worked on, or in force: 0 as first voted, then one for each amending decision.
  current_version int not null default 0 check (current_version >= 0),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  version int not null default 1,
  unique (commune_id, year)
);
create index budget_public on planning.budget (year desc, commune_id) where status in ('adopted', 'amending', 'closed');
create table planning.budget_event (
  id uuid primary key,
  budget_id uuid not null references planning.budget,
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
create index on planning.budget_event (budget_id, occurred_at);

-- Each vote of the council: its lines never change afterwards.
create table planning.budget_vote (
  id uuid primary key,
  budget_id uuid not null references planning.budget,
  commune_id uuid not null,
  -- The version of lines that was voted.
  number int not null check (number >= 0),
  voted_on date not null,
  deliberation text not null check (length(deliberation) between 1 and 60),
  file_id uuid,
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  unique (budget_id, number)
);

create table planning.budget_line (
  id uuid primary key,
  budget_id uuid not null references planning.budget,
  commune_id uuid not null,
  -- The version of the budget it belongs to, and what it is called in all of them.
  budget_version int not null,
  key uuid not null,
  -- As people name it: « ligne 3 ».
  number int not null check (number > 0),
  account_id uuid not null references planning.account,
  section text not null check (section in ('investment', 'running')),
  source_code text not null references planning.funding_source,
  department text not null default '' check (length(department) <= 120),
  label text not null check (length(label) between 1 and 200),
  justification text not null default '' check (length(justification) <= 2000),
  amount bigint not null check (amount between 0 and 1000000000000),
  -- The plan's action it comes from, and the amount the plan gave it: an edit is what differs.
  plan_action_id uuid,
  plan_amount bigint,
  -- Set by the vote: from then on everybody reads it and nobody changes it.
  is_voted boolean not null default false,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  version int not null default 1,
  unique (budget_id, budget_version, key),
  unique (budget_id, budget_version, number)
);
create unique index budget_line_action on planning.budget_line (budget_id, budget_version, plan_action_id, section)
  where plan_action_id is not null;
create index on planning.budget_line (commune_id);

-- The situation of a line on a day: all that was committed and paid since January. Later ones replace, none is erased.
create table planning.budget_entry (
  id uuid primary key,
  budget_id uuid not null references planning.budget,
  commune_id uuid not null,
  line_key uuid not null,
  as_of date not null,
  committed bigint not null check (committed between 0 and 1000000000000),
  paid bigint not null check (paid between 0 and committed),
  note text not null default '' check (length(note) <= 500),
  -- The file it comes from; null when typed.
  import_id uuid references platform.import_draft,
  recorded_by uuid,
  recorded_at timestamptz not null default now()
);
create index on planning.budget_entry (budget_id, line_key, as_of desc, recorded_at desc, id desc);

-- Made for reading: the figures of each voted budget, rebuilt in the transaction of whatever changed them.
create table planning.budget_figure (
  budget_id uuid primary key references planning.budget,
  commune_id uuid not null references directory.commune,
  year int not null,
  status text not null,
  total_investment bigint,
  total_running bigint,
  investment bigint not null,
  running bigint not null,
  committed bigint not null,
  paid bigint not null,
  as_of date,
  computed_at timestamptz not null,
  unique (commune_id, year)
);
create index on planning.budget_figure (year);

do $$ declare name text; begin
  foreach name in array array['account', 'account_change', 'funding_source', 'budget_guidance', 'budget', 'budget_event',
      'budget_vote', 'budget_line', 'budget_entry', 'budget_figure'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
  end loop;
  foreach name in array array['account', 'account_change', 'funding_source', 'budget_guidance'] loop
    execute format('create policy read on planning.%I for select using (true)', name);
    execute format('create policy write on planning.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
  foreach name in array array['budget', 'budget_event', 'budget_vote', 'budget_line', 'budget_entry', 'budget_figure'] loop
    execute format('create policy own on planning.%I using (platform.acts_for(commune_id) or platform.is_system())', name);
    execute format('create policy follow on planning.%I for select using (platform.acts_for_association())', name);
  end loop;
  foreach name in array array['budget_vote', 'budget_entry', 'budget_figure'] loop
    execute format('create policy read on planning.%I for select using (true)', name);
  end loop;
end $$;
-- What the council voted is public; a draft is its commune's.
create policy read on planning.budget for select using (status in ('adopted', 'amending', 'closed'));
create policy read on planning.budget_line for select using (is_voted);

-- Whoever assists a commune drafts its lines and submits them; the vote and the accounts are its own.
create policy drafter_reads on planning.budget for select using (platform.drafts_for(commune_id));
create policy drafter_starts on planning.budget for insert with check (platform.drafts_for(commune_id) and status = 'draft');
create policy drafter_writes on planning.budget for update
  using (platform.drafts_for(commune_id) and status = 'draft')
  with check (platform.drafts_for(commune_id) and status in ('draft', 'submitted'));
create policy drafter_reads on planning.budget_event for select using (platform.drafts_for(commune_id));
create policy drafter_tells on planning.budget_event for insert with check (platform.drafts_for(commune_id));
create policy drafter_writes on planning.budget_line
  using (platform.drafts_for(commune_id) and not is_voted
    and exists (select from planning.budget b where b.id = budget_id and b.status = 'draft'));
create function planning.refuse_voted_line() returns trigger language plpgsql as $$ begin
  -- An action taken out of its plan lets go of its lines: nothing else of them moves.
  if tg_op = 'UPDATE' and to_jsonb(new) - 'plan_action_id' = to_jsonb(old) - 'plan_action_id' then return new; end if;
  raise exception 'Une ligne votée ne change plus';
end $$;
create trigger voted_lines_stay before update or delete on planning.budget_line
  for each row when (old.is_voted) execute function planning.refuse_voted_line();
