-- Agreements between a commune and a startup: generated, negotiated clause by clause, signed, amended, ended.
create table collaboration.agreement (
  id uuid primary key,
  reference text not null unique,
  commune_id uuid not null references directory.commune,
  startup_id uuid not null references directory.startup,
  solution_id uuid references directory.solution,
  need_id uuid references collaboration.need,
  framework_version_id uuid not null references collaboration.framework_version,
  source text not null check (source in ('call', 'pilot', 'contact', 'direct')),
  source_id uuid,
  title text not null check (length(title) between 1 and 200),
  purpose text not null default '',
  amount bigint not null default 0 check (amount >= 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  renewal_notice_days int not null default 60 check (renewal_notice_days between 0 and 365),
  status text not null check (status in (
    'negotiating', 'agreed', 'signing', 'active', 'suspended', 'terminated', 'ended', 'abandoned')),
  status_reason text,
  -- The exact document that both sign, from the moment the text is agreed.
  document_id uuid,
  document_sha256 text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  signed_at timestamptz,
  ended_at timestamptz,
  renewal_reminded_at timestamptz,
  version int not null default 1
);
create unique index agreement_once_per_source on collaboration.agreement (source, source_id, commune_id, startup_id)
  where source_id is not null and status <> 'abandoned';
create index on collaboration.agreement (commune_id, updated_at desc);
create index on collaboration.agreement (startup_id, updated_at desc);
create index agreement_ending on collaboration.agreement (ends_on) where status = 'active';
create table collaboration.agreement_event (
  id uuid primary key,
  agreement_id uuid not null references collaboration.agreement,
  commune_id uuid not null,
  startup_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.agreement_event (agreement_id, occurred_at);
create table collaboration.agreement_clause (
  id uuid primary key,
  agreement_id uuid not null references collaboration.agreement,
  commune_id uuid not null,
  startup_id uuid not null,
  key text not null,
  position int not null,
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 10000),
  -- The framework's own wording, to show what was changed.
  framework_body text not null default '',
  is_mandatory boolean not null default false,
  commune_agreed_at timestamptz,
  startup_agreed_at timestamptz,
  version int not null default 1,
  unique (agreement_id, key)
);
-- Every wording ever proposed for a clause.
create table collaboration.clause_wording (
  id uuid primary key,
  clause_id uuid not null references collaboration.agreement_clause,
  commune_id uuid not null,
  startup_id uuid not null,
  body text not null,
  comment text not null default '',
  proposed_by uuid not null,
  organisation_id uuid not null,
  proposed_at timestamptz not null
);
create index on collaboration.clause_wording (clause_id, proposed_at);
create table collaboration.amendment (
  id uuid primary key,
  agreement_id uuid not null references collaboration.agreement,
  commune_id uuid not null,
  startup_id uuid not null,
  number int not null check (number > 0),
  reason text not null check (length(reason) between 10 and 2000),
  -- New wordings by clause key, new amount, new end: only what changes.
  changes jsonb not null,
  status text not null check (status in ('proposed', 'signed', 'refused')),
  document_id uuid,
  document_sha256 text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  signed_at timestamptz,
  unique (agreement_id, number)
);
create table collaboration.amendment_event (
  id uuid primary key,
  amendment_id uuid not null references collaboration.amendment,
  commune_id uuid not null,
  startup_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.amendment_event (amendment_id, occurred_at);
do $$ declare name text; begin
  foreach name in array array['agreement', 'agreement_event', 'agreement_clause', 'clause_wording', 'amendment', 'amendment_event'] loop
    execute format('alter table collaboration.%I enable row level security', name);
    execute format('alter table collaboration.%I force row level security', name);
    execute format('create policy own on collaboration.%I using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
