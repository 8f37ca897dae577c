-- Requests: what a citizen asks of a commune through a procedure, from the first answer to the end. Nothing in the history is personal:
-- what people write is in the thread, which is erased when it has been kept long enough.
create table services.request (
  id uuid primary key,
  -- Given when it is sent.
  reference text unique,
  procedure_id uuid not null references services.procedure,
  -- The revision it began under: later ones change nothing for it.
  revision int not null,
  commune_id uuid not null references directory.commune,
  service_code text not null,
  title text not null,
  status text not null check (status in
    ('draft', 'received', 'inReview', 'incomplete', 'proposed', 'accepted', 'refused', 'closed', 'withdrawn')),
  requester_id uuid,
  -- Whoever of the commune wrote it at the counter, for somebody who need not have an account.
  entered_by uuid,
  answers jsonb not null default '{}' check (octet_length(answers::text) <= 500000),
  applicant_name text,
  applicant_phone text,
  applicant_email text,
  -- Frozen when it is received: who answers, what is owed, by when, what silence is worth.
  department text,
  due jsonb,
  received_at timestamptz,
  due_on date,
  silence text check (silence in ('accepted', 'refused')),
  -- The clock stands still while the citizen completes.
  paused_at timestamptz,
  paused_days int not null default 0,
  assignee_id uuid,
  -- The decision: prepared by one person, taken by another, or by silence.
  decision text check (decision in ('accepted', 'refused')),
  decision_reasons text,
  decision_remedy text,
  prepared_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  is_tacit boolean not null default false,
  labels text[] not null default '{}',
  purged_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (procedure_id, revision) references services.procedure_revision,
  check (requester_id is not null or entered_by is not null),
  check ((status = 'draft') = (received_at is null)),
  check ((received_at is null) = (reference is null)),
  check ((status = 'incomplete') = (paused_at is not null)),
  check (status not in ('accepted', 'refused') or decision = status),
  check (decision is null or decision = 'accepted' or purged_at is not null or is_tacit or decision_reasons is not null),
  -- Two people decide.
  check (decided_by is null or decided_by <> prepared_by)
);
create index on services.request (requester_id, updated_at desc, id);
create unique index request_is_begun_once on services.request (procedure_id, requester_id) where status = 'draft' and entered_by is null;
-- The agents' list, all of it or of one status, the latest first.
create index request_is_listed on services.request (commune_id, received_at desc, id desc) where received_at is not null;
create index request_is_listed_by_status on services.request (commune_id, status, received_at desc, id desc) where received_at is not null;
-- What still waits for the commune: few, however many were answered.
create index request_is_open on services.request (commune_id, received_at desc, id desc)
  where status in ('received', 'inReview', 'incomplete', 'proposed');
create index request_is_mine on services.request (assignee_id, status, received_at desc, id desc) where assignee_id is not null;
create index request_is_late on services.request (commune_id, due_on, id)
  where status in ('received', 'inReview', 'proposed') and due_on is not null;
-- Kept long enough, all of it is erased but its history.
create index request_is_to_purge on services.request (updated_at)
  where purged_at is null and status in ('accepted', 'refused', 'closed', 'withdrawn', 'draft');
create index request_keeps_silent on services.request (due_on)
  where status in ('received', 'inReview', 'proposed') and silence is not null;
-- What looks like the same request: the same service and the same telephone.
create index request_looks_like on services.request (commune_id, service_code, applicant_phone) where applicant_phone is not null;
create index request_has_label on services.request using gin (labels) where labels <> '{}';

-- What a request is found by, word by word: under row-level security an index serves equality and order, not « like ».
create table services.request_word (
  commune_id uuid not null references directory.commune,
  word text collate "C" not null check (length(word) between 1 and 80),
  request_id uuid not null references services.request on delete cascade,
  requester_id uuid,
  primary key (commune_id, word, request_id)
);
create index on services.request_word (request_id);

-- The files that came with it, by the field that has them: what backups keep, and what is erased.
create table services.request_file (
  request_id uuid not null references services.request on delete cascade,
  field text not null check (length(field) between 1 and 120),
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  -- A column of this name holds contents of the store: backups take them, erasure asks it.
  stored_sha256 text not null check (stored_sha256 ~ '^[0-9a-f]{64}$'),
  -- Shows who somebody is: erased as soon as the request is decided.
  is_identity boolean not null default false,
  primary key (request_id, field)
);
create index on services.request_file (stored_sha256);
create index request_file_is_identity on services.request_file (request_id) where is_identity;

create table services.request_event (
  id uuid primary key,
  request_id uuid not null references services.request on delete cascade,
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  step text not null,
  from_status text,
  to_status text not null,
  reason text check (reason is null),
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null
);
create index on services.request_event (request_id, occurred_at);
create index request_event_is_counted on services.request_event (commune_id, occurred_at);

create table services.request_message (
  id uuid primary key,
  request_id uuid not null references services.request on delete cascade,
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  kind text not null check (kind in ('message', 'completion', 'note')),
  side text not null check (side in ('citizen', 'commune')),
  author_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  written_at timestamptz not null
);
create index on services.request_message (request_id, written_at, id);

create table services.request_opinion (
  id uuid primary key,
  request_id uuid not null references services.request on delete cascade,
  commune_id uuid not null references directory.commune,
  department text not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  is_favourable boolean,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (is_favourable is null)),
  check (answered_by is null or answered_by <> asked_by)
);
create index on services.request_opinion (request_id, asked_at);

-- A search of the agents' list that somebody keeps under a name.
create table services.request_filter (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 500),
  created_at timestamptz not null,
  unique (commune_id, person_id, name)
);

-- What was erased, and by which rule: no longer what it was.
create table services.request_purge (
  id uuid primary key,
  request_id uuid not null,
  commune_id uuid not null references directory.commune,
  kind text not null check (kind in ('identity', 'answers', 'draft')),
  files int not null,
  occurred_at timestamptz not null
);
create index on services.request_purge (commune_id, occurred_at desc);

-- Bytes that no request holds any more: removed from the store once it is sure that nothing else holds them.
create table services.content_to_erase (
  content text primary key,
  since timestamptz not null
);

do $$ declare name text; begin
  foreach name in array array['request', 'request_word', 'request_file', 'request_event', 'request_message', 'request_opinion', 'request_filter', 'request_purge', 'content_to_erase'] loop
    execute format('alter table services.%I enable row level security', name);
    execute format('alter table services.%I force row level security', name);
    execute format('create policy of_system on services.%I using (platform.is_system())', name);
  end loop;
end $$;
create policy of_requester on services.request using (requester_id = platform.actor_id());
-- What a citizen is still writing is theirs alone.
create policy of_commune on services.request
  using (platform.acts_for(commune_id) and (status <> 'draft' or entered_by = platform.actor_id()));
create policy of_requester on services.request_word using (requester_id = platform.actor_id());
create policy of_commune on services.request_word using (platform.acts_for(commune_id));
create policy of_requester on services.request_file using (requester_id = platform.actor_id());
create policy of_commune on services.request_file using (platform.acts_for(commune_id));
create policy of_requester on services.request_event using (requester_id = platform.actor_id());
create policy of_commune on services.request_event using (platform.acts_for(commune_id));
create policy of_requester on services.request_message
  using (requester_id = platform.actor_id() and kind <> 'note' and requester_id is not null);
create policy of_commune on services.request_message using (platform.acts_for(commune_id));
create policy of_commune on services.request_opinion using (platform.acts_for(commune_id));
create policy own on services.request_filter using (platform.acts_for(commune_id) and person_id = platform.actor_id());
create policy of_commune on services.request_purge using (platform.acts_for(commune_id));

create trigger request_history_is_append_only before update on services.request_event
  for each row execute function platform.refuse_change();

-- A paper may be read by the person it is about.
alter table platform.document add column person_id uuid;
create policy read_own on platform.document for select using (person_id is not null and person_id = platform.actor_id());
