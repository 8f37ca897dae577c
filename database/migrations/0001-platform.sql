-- What every module stands on: who is acting, files, messages, events, audit, idempotency.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema platform;

-- The actor of the transaction, set by the application with set_config(..., true).
-- Row-level security reads these; an unset actor is a visitor and sees public rows only.
create function platform.actor_id() returns uuid language sql stable as
  $$ select nullif(current_setting('cauri.actor', true), '')::uuid $$;
create function platform.acting_organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('cauri.organisation', true), '')::uuid $$;
create function platform.acts_for(organisation uuid) returns boolean language sql stable as
  $$ select organisation = platform.acting_organisation() $$;
create function platform.acts_for_association() returns boolean language sql stable as
  $$ select coalesce(current_setting('cauri.kind', true), '') = 'association' $$;
create function platform.is_system() returns boolean language sql stable as
  $$ select coalesce(current_setting('cauri.kind', true), '') = 'system' $$;

-- French words without their accents, then their stem: « Écoles » finds « école ».
create text search configuration platform.fr (copy = pg_catalog.french);
alter text search configuration platform.fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;

-- unaccent() is only stable, because its dictionary could change; ours does not.
create function platform.fold(value text) returns text language sql immutable strict parallel safe as
  $$ select lower(public.unaccent('public.unaccent', value)) $$;

create table platform.reference_counter (
  prefix text not null,
  year int not null,
  last_number int not null,
  primary key (prefix, year)
);

create table platform.file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  media_type text not null,
  name text not null check (length(name) between 1 and 200),
  organisation_id uuid not null,
  is_public boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on platform.file (organisation_id);
create index on platform.file (sha256);
alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy read on platform.file for select
  using (is_public or platform.acts_for(organisation_id) or platform.acts_for_association() or platform.is_system());
create policy write on platform.file for all
  using (platform.acts_for(organisation_id) or platform.acts_for_association() or platform.is_system());

-- E-mails and SMS to leave. The dedupe key makes a repeated event harmless.
create table platform.message (
  id uuid primary key,
  channel text not null check (channel in ('email', 'sms')),
  recipient text not null,
  person_id uuid,
  topic text not null,
  subject text not null,
  body text not null,
  link text,
  dedupe_key text not null unique,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text,
  attempts int not null default 0
);
create index on platform.message (created_at desc);

-- Events of the domain, written with the change they tell of; jobs deliver them to subscribers.
create table platform.event (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  payload jsonb not null,
  occurred_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index on platform.event (occurred_at);

create table platform.audit_head (
  chain text primary key,
  sequence bigint not null,
  hash text not null
);
create table platform.audit_line (
  chain text not null,
  sequence bigint not null,
  occurred_at timestamptz not null,
  actor_id uuid,
  organisation_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  details jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (chain, sequence)
);
create index on platform.audit_line (subject_id);
create function platform.refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'Le journal d''audit ne se modifie pas'; end $$;
create trigger audit_is_append_only before update or delete on platform.audit_line
  for each row execute function platform.refuse_change();

-- One line per form shown and sent: pressing twice, or a retry after a cut, acts once.
create table platform.idempotency (
  key uuid primary key,
  actor_id uuid,
  path text not null,
  outcome jsonb,
  created_at timestamptz not null default now()
);
create index on platform.idempotency (created_at);

-- What somebody had typed when their session ended, given back after they sign in again.
create table platform.held_submission (
  token_hash text primary key,
  person_id uuid,
  path text not null,
  fields jsonb not null,
  expires_at timestamptz not null
);

create table platform.rate_limit (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);
