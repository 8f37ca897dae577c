-- Who is invited to a session, in what quality: an organisation of the platform, or a function elsewhere.
create table governance.invitation (
  id uuid primary key,
  session_id uuid not null references governance.session,
  kind text not null check (kind in ('mayors', 'elected', 'staff', 'administration', 'startups', 'resourcePeople')),
  organisation_id uuid references identity.organisation,
  -- A function or an organisation that has no account here: never a name of a person.
  guest text check (length(guest) between 1 and 200),
  email text check (length(email) <= 200),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  reminded_at timestamptz,
  answer text check (answer in ('coming', 'declined')),
  seats int check (seats between 1 and 50),
  -- The function of whoever comes, such as « Le premier adjoint au maire ».
  represented_by text not null default '' check (length(represented_by) <= 200),
  answered_at timestamptz,
  -- How many came; null until somebody counted.
  present int check (present between 0 and 50),
  check ((organisation_id is null) <> (guest is null)),
  check (email is null or guest is not null),
  check ((answer is null) = (answered_at is null)),
  check ((seats is not null) = coalesce(answer = 'coming', false)),
  unique (session_id, organisation_id, kind)
);
create index on governance.invitation (session_id, kind);
create index invitation_awaits_answer on governance.invitation (organisation_id, session_id) where organisation_id is not null;

alter table governance.invitation enable row level security;
alter table governance.invitation force row level security;
create policy association on governance.invitation using (platform.acts_for_association() or platform.is_system());
create policy invited on governance.invitation for select using (platform.acts_for(organisation_id) and sent_at is not null);
create policy answering on governance.invitation for update using (platform.acts_for(organisation_id) and sent_at is not null
  and exists (select from governance.session s where s.id = session_id and s.status = 'announced'));

create trigger published_session_is_frozen before insert or update or delete on governance.invitation
  for each row execute function governance.refuse_published_session();
create trigger commune_answers_itself before update on governance.invitation
  for each row when (platform.is_assisting()) execute function platform.refuse_to_drafters();
