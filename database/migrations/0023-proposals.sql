-- Proposals: drafts of their startup, sealed from the moment they are sent until the call is opened (decision record on the seal).
create table collaboration.call_key (
  call_id uuid primary key references collaboration.call,
  public_jwk jsonb not null,
  -- The private key, itself encrypted under a secret that is not in this database.
  sealed_private_key text not null,
  created_at timestamptz not null default now(),
  released_at timestamptz
);
alter table collaboration.call_key enable row level security;
alter table collaboration.call_key force row level security;
create policy system_only on collaboration.call_key using (platform.is_system());

create table collaboration.proposal (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  startup_id uuid not null references directory.startup,
  solution_id uuid references directory.solution,
  status text not null check (status in ('draft', 'sealed', 'withdrawn', 'opened')),
  -- While it is a draft: encrypted under the server's secret, erased when it is sealed.
  draft text,
  -- Given back by the opening, with the key of the attachments, encrypted under the server's secret.
  content jsonb,
  content_key text,
  -- The shuffled number of an anonymous call, given at the opening.
  number int,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sealed_at timestamptz,
  withdrawn_at timestamptz,
  version int not null default 1,
  unique (call_id, startup_id)
);
create index on collaboration.proposal (startup_id, updated_at desc);
alter table collaboration.proposal enable row level security;
alter table collaboration.proposal force row level security;
-- Who else reads an opened proposal is said with the committee (0024).
create policy write on collaboration.proposal for all
  using (platform.acts_for(startup_id) or platform.is_system());

create table collaboration.proposal_event (
  id uuid primary key,
  proposal_id uuid not null references collaboration.proposal,
  startup_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.proposal_event (proposal_id, occurred_at);
alter table collaboration.proposal_event enable row level security;
alter table collaboration.proposal_event force row level security;
create policy own on collaboration.proposal_event
  using (platform.acts_for(startup_id) or platform.is_system());

-- Each sending is one envelope; the newest not withdrawn counts. Envelopes are never changed, only marked.
create table collaboration.proposal_envelope (
  id uuid primary key,
  proposal_id uuid not null references collaboration.proposal,
  call_id uuid not null references collaboration.call,
  startup_id uuid not null,
  receipt text not null unique,
  -- The content, encrypted with a key of its own; that key, wrapped for the call, and wrapped for the startup's reading code.
  ciphertext bytea not null,
  key_for_call text not null,
  key_for_startup text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  replaced_at timestamptz
);
create unique index envelope_current on collaboration.proposal_envelope (proposal_id) where replaced_at is null;
create index on collaboration.proposal_envelope (call_id) where replaced_at is null;
alter table collaboration.proposal_envelope enable row level security;
alter table collaboration.proposal_envelope force row level security;
create policy own on collaboration.proposal_envelope
  using (platform.acts_for(startup_id) or platform.is_system());
