-- Reports (signalements): what somebody saw that the town hall should mend, from anybody, with or without an account. Whoever tells is
-- known by a telephone or an e-mail at most, which nobody reads but the town hall, and which is erased.
create table services.report_category (
  commune_id uuid not null references directory.commune,
  category text not null check (length(category) between 1 and 40),
  -- Who receives what is told under it.
  department text not null check (length(department) between 1 and 80),
  updated_at timestamptz not null,
  primary key (commune_id, category)
);

create table services.report (
  id uuid primary key,
  reference text not null unique,
  -- Whoever holds it follows the report: given once, to whoever told.
  code text not null unique check (length(code) = 10),
  commune_id uuid not null references directory.commune,
  category text not null,
  status text not null check (status in ('received', 'inProgress', 'resolved', 'rejected', 'duplicate')),
  channel text not null check (channel in ('web', 'ussd', 'open311', 'counter')),
  -- The organisation whose system sent it, for those of Open311.
  sent_by uuid,
  description text not null check (length(description) <= 4000),
  arrondissement text,
  quartier text,
  landmark text,
  latitude float8,
  longitude float8,
  contact_phone text,
  contact_email text,
  department text not null,
  assignee_id uuid,
  -- What everybody may read (decision 0047): only what was chosen from lists, the words too, nothing at all.
  visibility text not null default 'waiting' check (visibility in ('waiting', 'shown', 'hidden')),
  shows_photo boolean not null default false,
  visibility_reason text,
  merged_into uuid references services.report,
  supports int not null default 0,
  received_at timestamptz not null,
  -- The first time that the town hall did something about it, and the last time that it ended.
  answered_at timestamptz,
  closed_at timestamptz,
  contact_erased_at timestamptz,
  purged_at timestamptz,
  updated_at timestamptz not null,
  check ((status = 'duplicate') = (merged_into is not null)),
  check ((status in ('resolved', 'rejected', 'duplicate')) = (closed_at is not null)),
  check ((latitude is null) = (longitude is null)),
  check (merged_into <> id),
  check (visibility <> 'hidden' or visibility_reason is not null),
  check (visibility <> 'hidden' or not shows_photo)
);
-- The town hall's list: all of it, of one status, what is open, of one category or department, what is to be read, what is one's own.
create index report_is_listed on services.report (commune_id, received_at desc, id desc);
create index report_is_listed_by_status on services.report (commune_id, status, received_at desc, id desc);
create index report_is_open on services.report (commune_id, received_at desc, id desc) where status in ('received', 'inProgress');
create index report_of_category on services.report (commune_id, category, received_at desc, id desc);
create index report_of_department on services.report (commune_id, department, received_at desc, id desc);
create index report_is_unread on services.report (commune_id, received_at desc, id desc) where visibility = 'waiting';
create index report_is_mine on services.report (assignee_id, received_at desc, id desc) where assignee_id is not null;
create index report_is_called_about on services.report (contact_phone, received_at desc) where contact_phone is not null;
create index report_is_merged on services.report (merged_into) where merged_into is not null;
create index report_forgets_contact on services.report (closed_at)
  where contact_erased_at is null and (contact_phone is not null or contact_email is not null);
create index report_is_to_purge on services.report (closed_at) where purged_at is null;

-- The photo, without what the camera wrote in it.
create table services.report_photo (
  report_id uuid primary key references services.report on delete cascade,
  commune_id uuid not null references directory.commune,
  -- A column of this name holds contents of the store: backups take them, erasure asks it.
  stored_sha256 text not null check (stored_sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  size_bytes int not null
);
create index on services.report_photo (stored_sha256);
create trigger queue_content after delete on services.report_photo for each row execute function services.queue_content();

create table services.report_event (
  id uuid primary key,
  report_id uuid not null references services.report on delete cascade,
  commune_id uuid not null references directory.commune,
  step text not null,
  from_status text,
  to_status text not null,
  reason text check (reason is null),
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null
);
create index on services.report_event (report_id, occurred_at);

-- What the town hall answers, which everybody may read once the report is shown; its own notes; what whoever told says when it is not mended.
create table services.report_message (
  id uuid primary key,
  report_id uuid not null references services.report on delete cascade,
  commune_id uuid not null references directory.commune,
  kind text not null check (kind in ('answer', 'note', 'objection')),
  author_id uuid,
  body text not null check (length(body) between 1 and 2000),
  written_at timestamptz not null,
  check ((kind = 'objection') = (author_id is null))
);
create index on services.report_message (report_id, written_at, id);

-- « Me too », once by person or by telephone: a mark that leads back to nobody.
create table services.report_support (
  report_id uuid not null references services.report on delete cascade,
  supporter text not null check (length(supporter) between 16 and 64),
  supported_at timestamptz not null,
  primary key (report_id, supporter)
);

-- What everybody may read of a report, and nothing else: written again in the transaction of whatever changes it.
create table services.public_report (
  report_id uuid primary key references services.report on delete cascade,
  reference text not null unique,
  commune_id uuid not null references directory.commune,
  category text not null,
  status text not null,
  arrondissement text,
  quartier text,
  description text,
  answer text,
  -- The middle of a square of about a hundred metres.
  latitude float8,
  longitude float8,
  has_photo boolean not null,
  merged_into text,
  supports int not null,
  received_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null
);
create index public_report_is_listed on services.public_report (received_at desc, report_id desc);
create index public_report_of_commune on services.public_report (commune_id, received_at desc, report_id desc);
create index public_report_of_category on services.public_report (commune_id, category, received_at desc, report_id desc);
create index public_report_is_near on services.public_report (commune_id, category, received_at)
  where status in ('received', 'inProgress');

create table services.report_purge (
  id uuid primary key,
  report_id uuid not null,
  commune_id uuid not null references directory.commune,
  kind text not null check (kind in ('contact', 'words')),
  files int not null,
  occurred_at timestamptz not null
);
create index on services.report_purge (commune_id, occurred_at desc);

do $$ declare name text; begin
  foreach name in array array['report_category', 'report', 'report_photo', 'report_event', 'report_message', 'report_support', 'public_report', 'report_purge'] loop
    execute format('alter table services.%I enable row level security', name);
    execute format('alter table services.%I force row level security', name);
    execute format('create policy of_system on services.%I using (platform.is_system())', name);
  end loop;
  foreach name in array array['report_category', 'report', 'report_photo', 'report_event', 'report_message', 'public_report', 'report_purge'] loop
    execute format('create policy of_commune on services.%I using (platform.acts_for(commune_id))', name);
  end loop;
end $$;
create policy of_everyone on services.report_category for select using (true);
create policy of_everyone on services.public_report for select using (true);

create trigger report_history_is_append_only before update on services.report_event
  for each row execute function platform.refuse_change();
