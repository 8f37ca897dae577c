-- People, organisations, and who acts for whom.
create schema identity;

create table identity.person (
  id uuid primary key,
  full_name text not null check (length(full_name) between 2 and 120),
  email text unique check (email = lower(email)),
  phone text unique check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_counter bigint,
  locale text not null default 'fr',
  email_verified_at timestamptz,
  phone_verified_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  check (email is not null or phone is not null)
);

create table identity.organisation (
  id uuid primary key,
  kind text not null check (kind in ('commune', 'startup', 'association', 'administration', 'partner')),
  name text not null check (length(name) between 2 and 160),
  created_at timestamptz not null default now()
);
create index on identity.organisation (kind, name);

create table identity.membership (
  id uuid primary key,
  person_id uuid not null references identity.person,
  organisation_id uuid not null references identity.organisation,
  role text not null check (role in (
    'mayor', 'secretary', 'itOfficer', 'agent',
    'manager', 'member',
    'staff', 'commissioner', 'resourcePerson',
    'reader')),
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index membership_once on identity.membership (person_id, organisation_id, role) where ended_at is null;
create index on identity.membership (organisation_id) where ended_at is null;

create table identity.session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references identity.person,
  membership_id uuid references identity.membership,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  has_second_factor boolean not null default false
);
create index on identity.session (person_id) where revoked_at is null;

create table identity.one_time_code (
  id uuid primary key,
  purpose text not null check (purpose in ('register', 'signIn', 'recover', 'changeContact')),
  target text not null,
  code_hash text not null,
  person_id uuid references identity.person,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on identity.one_time_code (target, purpose, created_at desc);

create table identity.passkey (
  id uuid primary key,
  person_id uuid not null references identity.person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on identity.passkey (person_id);

create table identity.recovery_code (
  id uuid primary key,
  person_id uuid not null references identity.person,
  code_hash text not null,
  used_at timestamptz
);
create index on identity.recovery_code (person_id);

-- A browser that has signed in before stays welcome while strangers try passwords.
create table identity.known_device (
  person_id uuid not null references identity.person,
  token_hash text not null,
  last_used_at timestamptz not null default now(),
  primary key (person_id, token_hash)
);

create table identity.invitation (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  role text not null,
  recipient text not null,
  token_hash text not null unique,
  invited_by uuid not null references identity.person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index on identity.invitation (organisation_id, created_at desc);
alter table identity.invitation enable row level security;
alter table identity.invitation force row level security;
create policy own on identity.invitation
  using (platform.acts_for(organisation_id) or platform.acts_for_association() or platform.is_system());

create table identity.notification_preference (
  person_id uuid not null references identity.person,
  topic text not null,
  channel text not null check (channel in ('email', 'sms')),
  is_wanted boolean not null,
  primary key (person_id, topic, channel)
);

create table identity.oidc_link (
  issuer text not null,
  subject text not null,
  person_id uuid not null references identity.person,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
