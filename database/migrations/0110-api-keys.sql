-- Keys by which the systems of an organisation act for it. Only the hash of a key is kept.
create table identity.api_key (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  name text not null check (length(name) between 2 and 80),
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  -- Its first letters, by which a key that was found somewhere is recognised.
  hint text not null check (length(hint) <= 12),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by uuid not null references identity.person,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references identity.person,
  check ((revoked_at is null) = (revoked_by is null))
);
create index on identity.api_key (organisation_id, created_at desc, id);
create unique index api_key_has_its_name on identity.api_key (organisation_id, lower(name)) where revoked_at is null;
alter table identity.api_key enable row level security;
alter table identity.api_key force row level security;
create policy own on identity.api_key
  using (platform.acts_for(organisation_id) or platform.acts_for_association() or platform.is_system());
-- What a key may do never grows: another key is made.
create trigger key_never_grows before update of organisation_id, key_hash, scopes, expires_at, created_at on identity.api_key
  for each row execute function platform.refuse_change();
create trigger key_stays_known before delete on identity.api_key
  for each row execute function platform.refuse_change();

-- The key under which the transaction runs, set by the application beside its actor; null everywhere else.
create function platform.api_key_id() returns uuid language sql stable as
  $$ select nullif(current_setting('cauri.key', true), '')::uuid $$;

-- The keys of a suspended organisation do nothing.
alter table identity.organisation add column suspended_at timestamptz;
select set_config('cauri.kind', 'system', true);
update identity.organisation o set suspended_at = s.updated_at from directory.startup s
  where s.id = o.id and s.status = 'suspended';
select set_config('cauri.kind', '', true);
