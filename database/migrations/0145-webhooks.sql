-- Receivers: systems of organisations that are told what concerns them, and the log of what was sent (decision 0054).
create table opendata.webhook_receiver (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  description text not null check (length(description) between 2 and 120),
  url text not null check (length(url) between 8 and 500),
  kinds text[] not null check (cardinality(kinds) between 1 and 30),
  status text not null check (status in ('active', 'paused', 'stopped', 'removed')),
  -- Encrypted with a key derived from the server's secret: they must be read again to sign. None once it is removed.
  sealed_secret text,
  -- Signs beside the new one until then.
  sealed_old_secret text,
  old_secret_until timestamptz,
  -- Attempts that failed since the last one that succeeded, since when, and until when it is left alone.
  failures int not null default 0 check (failures >= 0),
  failing_since timestamptz,
  rests_until timestamptz,
  created_by uuid not null references identity.person,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((sealed_secret is null) = (status = 'removed')),
  check ((sealed_old_secret is null) = (old_secret_until is null)),
  check ((failures = 0) = (failing_since is null))
);
create index receiver_is_listed on opendata.webhook_receiver (organisation_id, created_at desc, id) where status <> 'removed';

create table opendata.webhook_receiver_event (
  id uuid primary key,
  receiver_id uuid not null references opendata.webhook_receiver,
  owner_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null
);
create index on opendata.webhook_receiver_event (receiver_id, occurred_at);

create table opendata.webhook_delivery (
  id uuid primary key,
  receiver_id uuid not null references opendata.webhook_receiver,
  organisation_id uuid not null,
  -- The receiver sees it as webhook-id, the same at each attempt: what came twice is recognised.
  event_id uuid not null,
  kind text not null,
  -- The reference of what it is about.
  subject text not null check (length(subject) <= 40),
  -- References, states and paths of the site: nothing about anybody.
  details jsonb not null check (length(details::text) <= 4000),
  occurred_at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  -- What the last attempt met.
  http_status int,
  failure text,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  check ((state = 'waiting') = (next_attempt_at is not null)),
  unique (receiver_id, event_id)
);
create index delivery_is_listed on opendata.webhook_delivery (receiver_id, created_at desc, id desc);
create index delivery_is_listed_by_state on opendata.webhook_delivery (receiver_id, state, created_at desc, id desc);
create index delivery_is_due on opendata.webhook_delivery (receiver_id, next_attempt_at, id) where state = 'waiting';
create index delivery_is_old on opendata.webhook_delivery (created_at);

create table opendata.webhook_attempt (
  delivery_id uuid not null references opendata.webhook_delivery on delete cascade,
  number int not null check (number > 0),
  organisation_id uuid not null,
  attempted_at timestamptz not null,
  took_ms int not null check (took_ms >= 0),
  http_status int,
  failure text,
  answer text not null default '' check (length(answer) <= 500),
  check ((http_status is null) <> (failure is null)),
  primary key (delivery_id, number)
);

do $$ declare name text; begin
  foreach name in array array['webhook_receiver', 'webhook_delivery', 'webhook_attempt'] loop
    execute format('alter table opendata.%I enable row level security', name);
    execute format('alter table opendata.%I force row level security', name);
    execute format('create policy own on opendata.%I using (platform.acts_for(organisation_id) or platform.is_system())', name);
    execute format('create policy association_reads on opendata.%I for select using (platform.acts_for_association())', name);
  end loop;
end $$;
-- The association stops what harms; it changes nothing else of it (webhook.policy.ts).
create policy association_pauses on opendata.webhook_receiver for update using (platform.acts_for_association());

alter table opendata.webhook_receiver_event enable row level security;
alter table opendata.webhook_receiver_event force row level security;
create policy own on opendata.webhook_receiver_event
  using (platform.acts_for(owner_id) or platform.acts_for_association() or platform.is_system());
