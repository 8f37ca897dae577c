-- The library of sensibilisation: sheets, videos by their address, case studies of closed projects, experiences of communes, documents.
create table governance.resource (
  id uuid primary key,
  reference text not null unique,
  association_id uuid not null references identity.organisation,
  kind text not null check (kind in ('sheet', 'video', 'caseStudy', 'experience', 'document')),
  -- Who wrote it: the association, a startup or a commune.
  author_organisation_id uuid not null references identity.organisation,
  -- The commune and the startup it tells of: both must agree to a case study.
  commune_id uuid references directory.commune,
  startup_id uuid references directory.startup,
  solution_id uuid references directory.solution,
  project_id uuid unique references collaboration.project,
  title text not null check (length(title) between 1 and 200),
  summary text not null default '' check (length(summary) <= 400),
  body text not null default '' check (length(body) <= 20000),
  domains text[] not null default '{}',
  services text[] not null default '{}',
  audiences text[] not null default '{}' check (audiences <@ array['elected', 'staff', 'startups', 'citizens']),
  -- Never embedded: no page of ours calls the host of a video.
  video_url text check (video_url ~ '^https://' and length(video_url) <= 300),
  video_minutes int check (video_minutes between 1 and 600),
  video_megabytes int check (video_megabytes between 1 and 5000),
  file_id uuid references platform.file,
  status text not null check (status in ('draft', 'proposed', 'published', 'withdrawn')),
  status_reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 1,
  document tsvector not null generated always as (
    setweight(to_tsvector('platform.fr', title), 'A') || setweight(to_tsvector('platform.fr', summary), 'B')
      || setweight(to_tsvector('platform.fr', body), 'C')) stored,
  check ((kind = 'caseStudy') = (project_id is not null)),
  check (kind <> 'caseStudy' or (commune_id is not null and startup_id is not null))
);
create index resource_is_listed on governance.resource (published_at desc, id desc) where status = 'published';
create index resource_is_searched on governance.resource using gin (document) where status = 'published';
create index resource_of_solution on governance.resource (solution_id, published_at desc) where status = 'published';
create index resource_of_author on governance.resource (author_organisation_id, updated_at desc);
create index resource_of_commune on governance.resource (commune_id, updated_at desc) where commune_id is not null;
create index resource_of_startup on governance.resource (startup_id, updated_at desc) where startup_id is not null;
create index resource_to_review on governance.resource (updated_at) where status = 'proposed';

create table governance.resource_event (
  id uuid primary key,
  resource_id uuid not null references governance.resource,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on governance.resource_event (resource_id, occurred_at);

-- A side of a project agrees to a text: it agrees to none that was written after.
create table governance.resource_consent (
  resource_id uuid not null references governance.resource,
  organisation_id uuid not null references identity.organisation,
  text_version int not null,
  given_by uuid,
  given_at timestamptz not null,
  primary key (resource_id, organisation_id)
);

-- Which communes opened a resource, once each: never which person.
create table governance.resource_reading (
  resource_id uuid not null references governance.resource,
  commune_id uuid not null references directory.commune,
  read_on date not null,
  primary key (resource_id, commune_id)
);

create function governance.writes_resource(resource governance.resource) returns boolean language sql stable as
  $$ select platform.acts_for(resource.author_organisation_id) or platform.acts_for(resource.commune_id)
    or platform.acts_for(resource.startup_id) or platform.acts_for_association() or platform.is_system() $$;

do $$ declare name text; begin
  foreach name in array array['resource', 'resource_event', 'resource_consent', 'resource_reading'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
  end loop;
  foreach name in array array['resource_event', 'resource_consent'] loop
    execute format('create policy own on governance.%I using (exists (
      select from governance.resource r where r.id = resource_id and governance.writes_resource(r)))', name);
  end loop;
end $$;
create policy own on governance.resource using (governance.writes_resource(resource));
create policy read on governance.resource for select using (status = 'published');
create policy own on governance.resource_reading
  using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());

create trigger resource_history_is_append_only before update or delete on governance.resource_event
  for each row execute function platform.refuse_change();

-- What everybody reads is what was reviewed: it is withdrawn first, and then rewritten.
create function governance.refuse_published_resource() returns trigger language plpgsql as $$
begin
  if old.status = 'published' and new.version <> old.version then
    raise exception 'Une ressource publiée ne se modifie pas';
  end if;
  return new;
end $$;
create trigger published_resource_is_frozen before update on governance.resource
  for each row execute function governance.refuse_published_resource();
