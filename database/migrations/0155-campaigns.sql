-- What may be refused says how, and messages of one sending are counted together.
alter table platform.message add column may_refuse boolean not null default false;
alter table platform.message add column batch_id uuid;
create index message_of_batch on platform.message (batch_id) where batch_id is not null;

-- A message of the association to the communes that a rule chooses: drafted by one person, approved by another (decision 0057).
create table governance.campaign (
  id uuid primary key,
  reference text not null unique,
  association_id uuid not null references identity.organisation,
  title text not null check (length(title) between 1 and 120),
  body text not null check (length(body) between 1 and 4000),
  -- What telephones show, without its link.
  sms text not null default '' check (length(sms) <= 300),
  solution_ids uuid[] not null default '{}',
  domains text[] not null default '{}',
  -- A page of the platform to read next, such as a resource.
  page text check (page ~ '^/[a-z]' and length(page) <= 200),
  channels text[] not null check (channels <@ '{email,sms}' and cardinality(channels) > 0),
  -- Whom: the communes that meet every condition, and in them these roles. An empty condition asks nothing.
  roles text[] not null check (cardinality(roles) > 0),
  categories text[] not null default '{}',
  departments text[] not null default '{}',
  need_domains text[] not null default '{}',
  axis text,
  at_least numeric(2, 1) check (at_least between 0 and 5),
  at_most numeric(2, 1) check (at_most between 0 and 5),
  stage text check (stage in ('informed', 'interested', 'tried')),
  send_at timestamptz,
  status text not null check (status in ('draft', 'submitted', 'scheduled', 'sending', 'sent', 'stopped', 'withdrawn')),
  status_reason text,
  -- Whoever wrote it last never approves it.
  written_by uuid not null,
  approved_by uuid check (approved_by <> written_by),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  version int not null default 1,
  check (status in ('draft', 'submitted', 'withdrawn') or approved_by is not null)
);
create index campaign_is_due on governance.campaign (send_at) where status in ('scheduled', 'sending');
create index on governance.campaign (created_at desc);

create table governance.campaign_event (
  id uuid primary key,
  campaign_id uuid not null references governance.campaign,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on governance.campaign_event (campaign_id, occurred_at);

-- Chosen once, when the sending begins: the same person never twice, wherever the sending was cut.
create table governance.campaign_recipient (
  campaign_id uuid not null references governance.campaign,
  person_id uuid not null,
  commune_id uuid not null references directory.commune,
  outcome text not null check (outcome in ('waiting', 'queued', 'sent', 'failed', 'refused', 'unreachable', 'stopped')),
  channels text[] not null default '{}',
  sent_at timestamptz,
  primary key (campaign_id, person_id)
);
create index campaign_waits on governance.campaign_recipient (campaign_id, person_id) where outcome = 'waiting';
create index campaign_unsettled on governance.campaign_recipient (campaign_id) where outcome in ('queued', 'failed');

-- Who opened its link, by commune and never by person.
create table governance.campaign_visit (
  campaign_id uuid not null references governance.campaign,
  commune_id uuid not null references directory.commune,
  visits int not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (campaign_id, commune_id)
);

do $$ declare name text; begin
  foreach name in array array['campaign', 'campaign_event', 'campaign_recipient', 'campaign_visit'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
    execute format('create policy association on governance.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
create policy everybody on governance.campaign for select using (status in ('sending', 'sent', 'stopped'));
create trigger campaign_history_is_append_only before update or delete on governance.campaign_event
  for each row execute function platform.refuse_change();
