-- What keeps the platform whole, and when it was last done: backups, verifications of the audit journal.
create table platform.operation (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'auditVerification')),
  started_at timestamptz not null,
  finished_at timestamptz not null,
  is_whole boolean not null,
  -- Counts, such as {"rows": 1200, "files": 8}: nothing personal.
  counts jsonb not null,
  check (finished_at >= started_at)
);
create index on platform.operation (kind, finished_at desc);
alter table platform.operation enable row level security;
alter table platform.operation force row level security;
create policy read on platform.operation for select using (platform.acts_for_association() or platform.is_system());
create policy write on platform.operation for insert with check (platform.is_system());

-- What did not leave, for whoever runs the platform.
create index message_failed on platform.message (failed_at desc) where sent_at is null and failed_at is not null;

-- What the association did with an account, and why.
create table identity.account_event (
  id uuid primary key,
  person_id uuid not null references identity.person,
  step text not null check (step in ('suspend', 'restore', 'closeSessions')),
  reason text not null check (length(reason) between 1 and 2000),
  actor_id uuid not null,
  occurred_at timestamptz not null
);
create index on identity.account_event (person_id, occurred_at);
alter table identity.account_event enable row level security;
alter table identity.account_event force row level security;
create policy association on identity.account_event using (platform.acts_for_association() or platform.is_system());
create trigger account_history_is_append_only before update or delete on identity.account_event
  for each row execute function platform.refuse_change();

-- The latest opinions first, for whoever moderates them.
create index rating_is_moderated on directory.rating (updated_at desc, deployment_id desc);
