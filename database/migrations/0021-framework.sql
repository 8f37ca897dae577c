-- The collaboration framework: versions of a text, its clauses, who adheres; and signatures, whatever is signed.
create table collaboration.framework_version (
  id uuid primary key,
  -- Whose framework it is: its journal keeps the history.
  association_id uuid not null references identity.organisation,
  number int unique,
  title text not null default '',
  preamble text not null default '',
  summary_of_changes text not null default '',
  status text not null check (status in ('draft', 'published', 'superseded')),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 1
);
create unique index framework_one_published on collaboration.framework_version ((true)) where status = 'published';
alter table collaboration.framework_version enable row level security;
alter table collaboration.framework_version force row level security;
create policy read on collaboration.framework_version for select
  using (status <> 'draft' or platform.acts_for_association() or platform.is_system());
create policy write on collaboration.framework_version for all
  using (platform.acts_for_association() or platform.is_system());

create table collaboration.framework_clause (
  id uuid primary key,
  framework_version_id uuid not null references collaboration.framework_version,
  -- The same clause from version to version.
  key text not null check (key ~ '^[a-z][a-z0-9-]{1,40}$'),
  position int not null check (position > 0),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 10000),
  guidance text not null default '',
  is_mandatory boolean not null default true,
  unique (framework_version_id, key)
);
alter table collaboration.framework_clause enable row level security;
alter table collaboration.framework_clause force row level security;
create policy read on collaboration.framework_clause for select using (exists (
  select 1 from collaboration.framework_version v where v.id = framework_version_id));
create policy write on collaboration.framework_clause for all
  using (platform.acts_for_association() or platform.is_system());
-- What was published never changes: a new text is a new version.
create function collaboration.refuse_published_clause() returns trigger language plpgsql as $$
begin
  if exists (select 1 from collaboration.framework_version v
      where v.id = coalesce(old.framework_version_id, new.framework_version_id) and v.status <> 'draft') then
    raise exception 'Une version publiée du cadre ne se modifie pas';
  end if;
  return coalesce(new, old);
end $$;
create trigger published_clause_is_frozen before insert or update or delete on collaboration.framework_clause
  for each row execute function collaboration.refuse_published_clause();

create table collaboration.framework_event (
  id uuid primary key,
  framework_version_id uuid not null references collaboration.framework_version,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.framework_event (framework_version_id, occurred_at);

create table collaboration.adhesion (
  id uuid primary key,
  reference text not null unique,
  framework_version_id uuid not null references collaboration.framework_version,
  organisation_id uuid not null,
  organisation_kind text not null check (organisation_kind in ('commune', 'startup')),
  status text not null check (status in ('prepared', 'signed', 'withdrawn')),
  prepared_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  signed_at timestamptz,
  withdrawn_at timestamptz,
  version int not null default 1
);
create unique index adhesion_once on collaboration.adhesion (framework_version_id, organisation_id) where status <> 'withdrawn';
create index on collaboration.adhesion (organisation_id);
create index adhesion_register on collaboration.adhesion (signed_at desc, id desc) where status = 'signed';
alter table collaboration.adhesion enable row level security;
alter table collaboration.adhesion force row level security;
create policy read on collaboration.adhesion for select
  using (status <> 'prepared' or platform.acts_for(organisation_id) or platform.acts_for_association() or platform.is_system());
create policy write on collaboration.adhesion for all
  using (platform.acts_for(organisation_id) or platform.is_system());

create table collaboration.adhesion_event (
  id uuid primary key,
  adhesion_id uuid not null references collaboration.adhesion,
  adherent_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.adhesion_event (adhesion_id, occurred_at);
alter table collaboration.adhesion_event enable row level security;
alter table collaboration.adhesion_event force row level security;
create policy own on collaboration.adhesion_event
  using (platform.acts_for(adherent_id) or platform.acts_for_association() or platform.is_system());

-- The evidence of a signature: who, in what role, when, by what means, over which exact document.
create table collaboration.signature (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('adhesion', 'agreement', 'amendment', 'acceptance')),
  subject_id uuid not null,
  -- The organisations that may read it: the parties.
  party_ids uuid[] not null,
  organisation_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_role text not null,
  means text not null check (means in ('code', 'passkey', 'paper')),
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  -- Means 'code': masked destination; 'passkey': credential id, challenge, authenticator data, signature; 'paper': file id and hash of the scan.
  evidence jsonb not null,
  signed_at timestamptz not null,
  unique (subject_kind, subject_id, organisation_id)
);
create index on collaboration.signature using gin (party_ids);
alter table collaboration.signature enable row level security;
alter table collaboration.signature force row level security;
create policy own on collaboration.signature
  using (platform.acting_organisation() = any (party_ids) or platform.acts_for_association() or platform.is_system());
create trigger signature_is_append_only before update or delete on collaboration.signature
  for each row execute function platform.refuse_change();

-- A code may prove a signature: then it works for one exact document only.
alter table identity.one_time_code drop constraint one_time_code_purpose_check;
alter table identity.one_time_code add constraint one_time_code_purpose_check
  check (purpose in ('register', 'signIn', 'recover', 'changeContact', 'sign'));
alter table identity.one_time_code add column bound_to text;
