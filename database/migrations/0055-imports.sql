-- Files of rows that somebody sent and has not confirmed yet: what they hold is shown, and nothing of it is written.
create table platform.import_draft (
  id uuid primary key,
  -- What the rows are, such as 'budgetExecution'.
  kind text not null,
  -- The object that they will be written to.
  subject_id uuid not null,
  organisation_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  size_bytes int not null check (size_bytes > 0),
  -- What was chosen beside the file, such as the day of the situation.
  choices jsonb not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- How many rows were written, once confirmed.
  outcome jsonb
);
create index on platform.import_draft (subject_id, kind, created_at desc);
create index on platform.import_draft (sha256);
create index on platform.import_draft (created_at) where confirmed_at is null;
alter table platform.import_draft enable row level security;
alter table platform.import_draft force row level security;
create policy own on platform.import_draft
  using (platform.acts_for(organisation_id) or platform.drafts_for(organisation_id) or platform.is_system());
