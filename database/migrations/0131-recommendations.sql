-- What a session recommends, to whom, by when, how it is measured, and what became of it from session to session.
create table governance.recommendation (
  id uuid primary key,
  reference text not null unique,
  association_id uuid not null references identity.organisation,
  session_id uuid not null references governance.session,
  title text not null check (length(title) between 1 and 200),
  body text not null default '' check (length(body) <= 4000),
  addressee text not null check (addressee in ('communes', 'association', 'state', 'startups', 'partners')),
  -- A function or an organisation.
  owner text not null default '' check (length(owner) <= 200),
  due_on date,
  indicator text not null default '' check (length(indicator) <= 300),
  -- The figure of the platform that tells its progress, when there is one.
  measure text check (measure in
    ('frameworkCommunes', 'verifiedSolutions', 'publishedCalls', 'connectedSites', 'coveringPlans', 'lettersWithLines')),
  -- What the figure must reach; by default, all that it is counted over.
  target int check (target between 1 and 1000000),
  status text not null check (status in ('proposed', 'adopted', 'inProgress', 'done', 'dropped', 'withdrawn')),
  status_reason text,
  source text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
create index on governance.recommendation (session_id, reference);
create index recommendation_is_due on governance.recommendation (due_on) where status in ('adopted', 'inProgress');

create table governance.recommendation_event (
  id uuid primary key,
  recommendation_id uuid not null references governance.recommendation,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on governance.recommendation_event (recommendation_id, occurred_at);

create table governance.recommendation_evidence (
  id uuid primary key,
  recommendation_id uuid not null references governance.recommendation,
  title text not null check (length(title) between 1 and 200),
  body text not null default '' check (length(body) <= 2000),
  url text check (url ~ '^https?://'),
  recorded_by uuid,
  recorded_at timestamptz not null default now()
);
create index on governance.recommendation_evidence (recommendation_id, recorded_at);

-- What a later session was told of it.
create table governance.recommendation_follow_up (
  recommendation_id uuid not null references governance.recommendation,
  session_id uuid not null references governance.session,
  status text not null,
  note text not null check (length(note) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  primary key (recommendation_id, session_id)
);
create index on governance.recommendation_follow_up (session_id);

do $$ declare name text; begin
  foreach name in array array['recommendation', 'recommendation_event', 'recommendation_evidence', 'recommendation_follow_up'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
    execute format('create policy association on governance.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
end $$;
create policy read on governance.recommendation for select using (status in ('adopted', 'inProgress', 'done', 'dropped'));
do $$ declare name text; begin
  foreach name in array array['recommendation_event', 'recommendation_evidence'] loop
    execute format('create policy read on governance.%I for select using (exists (
      select from governance.recommendation r where r.id = recommendation_id
        and r.status in (''adopted'', ''inProgress'', ''done'', ''dropped'')))', name);
  end loop;
end $$;
create policy read on governance.recommendation_follow_up for select using (exists (
  select from governance.session s where s.id = session_id and s.status = 'published'));

create trigger recommendation_history_is_append_only before update or delete on governance.recommendation_event
  for each row execute function platform.refuse_change();
create trigger published_session_is_frozen before insert or update or delete on governance.recommendation_follow_up
  for each row execute function governance.refuse_published_session();
