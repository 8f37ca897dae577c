-- What each person was told of their week: once a week at most, and only when there was something.
create table governance.digest (
  person_id uuid not null references identity.person,
  -- The Monday of its week.
  week date not null check (extract(isodow from week) = 1),
  -- What it was about: [{ kind, title, href, day, domains }].
  lines jsonb not null,
  created_at timestamptz not null default now(),
  primary key (person_id, week)
);
alter table governance.digest enable row level security;
alter table governance.digest force row level security;
create policy own on governance.digest for select using (person_id = platform.actor_id());
create policy written on governance.digest using (platform.is_system());
