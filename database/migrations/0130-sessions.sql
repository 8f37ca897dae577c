-- Sessions of the association's thematic commissions: announced, held, their report published.
create schema governance;

create table governance.commission (
  code text primary key,
  name text not null check (length(name) between 1 and 200),
  position int not null,
  -- Where it is said that it exists, and what is known of it.
  source text not null
);

create table governance.session (
  id uuid primary key,
  reference text not null unique,
  association_id uuid not null references identity.organisation,
  commission_code text not null references governance.commission,
  theme text not null check (length(theme) between 1 and 300),
  -- The host, when it is a commune.
  commune_id uuid references directory.commune,
  place text not null check (length(place) between 1 and 200),
  starts_on date not null,
  ends_on date not null,
  -- A function, such as « Le maire de Glazoué »: no name of a person.
  presidency text not null default '' check (length(presidency) <= 200),
  presentation text not null default '' check (length(presentation) <= 4000),
  status text not null check (status in ('draft', 'announced', 'held', 'published', 'cancelled')),
  status_reason text,
  -- Where a session that Cauri did not prepare is known from.
  source text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 1,
  check (ends_on between starts_on and starts_on + 30)
);
create index session_is_listed on governance.session (starts_on desc, id desc) where status <> 'draft';
create index session_of_commission on governance.session (commission_code, starts_on desc, id desc) where status <> 'draft';

create table governance.session_event (
  id uuid primary key,
  session_id uuid not null references governance.session,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on governance.session_event (session_id, occurred_at);

create table governance.agenda_item (
  id uuid primary key,
  session_id uuid not null references governance.session,
  held_on date not null,
  starts_at text check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  title text not null check (length(title) between 1 and 200),
  -- A function or an organisation.
  presenter text not null default '' check (length(presenter) <= 200),
  body text not null default '' check (length(body) <= 4000),
  version int not null default 1
);
create index on governance.agenda_item (session_id, held_on, starts_at);

-- What was said under an item: the association's alone until the report is published.
create table governance.agenda_note (
  agenda_item_id uuid primary key references governance.agenda_item on delete cascade,
  session_id uuid not null references governance.session,
  body text not null check (length(body) <= 10000),
  version int not null default 1
);
create index on governance.agenda_note (session_id);

create table governance.session_minutes (
  session_id uuid primary key references governance.session,
  opening text not null default '' check (length(opening) <= 10000),
  conclusions text not null default '' check (length(conclusions) <= 10000),
  version int not null default 1
);

-- Who came, by kind and by organisation: never a name of a person.
create table governance.attendance (
  session_id uuid not null references governance.session,
  kind text not null check (kind in ('mayors', 'elected', 'staff', 'administration', 'startups', 'resourcePeople')),
  -- Null when nobody counted.
  invited int check (invited between 0 and 10000),
  present int check (present between 0 and 10000),
  organisations text not null default '' check (length(organisations) <= 4000),
  primary key (session_id, kind)
);

create table governance.session_document (
  id uuid primary key,
  session_id uuid not null references governance.session,
  agenda_item_id uuid references governance.agenda_item on delete set null,
  title text not null check (length(title) between 1 and 200),
  file_id uuid references platform.file,
  url text check (url ~ '^https?://'),
  added_by uuid,
  added_at timestamptz not null default now(),
  check ((file_id is null) <> (url is null))
);
create index on governance.session_document (session_id, added_at);
create index on governance.session_document (agenda_item_id);

do $$ declare name text; begin
  foreach name in array array['session', 'session_event', 'agenda_item', 'agenda_note', 'session_minutes', 'attendance', 'session_document'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
    execute format('create policy association on governance.%I using (platform.acts_for_association() or platform.is_system())', name);
  end loop;
  foreach name in array array['agenda_item', 'session_document'] loop
    execute format('create policy read on governance.%I for select using (exists (
      select from governance.session s where s.id = session_id and s.status <> ''draft''))', name);
  end loop;
  foreach name in array array['agenda_note', 'session_minutes', 'attendance'] loop
    execute format('create policy read on governance.%I for select using (exists (
      select from governance.session s where s.id = session_id and s.status = ''published''))', name);
  end loop;
end $$;
create policy read on governance.session for select using (status <> 'draft');
alter table governance.commission enable row level security;
alter table governance.commission force row level security;
create policy read on governance.commission for select using (true);
create policy write on governance.commission using (platform.is_system());

create trigger session_history_is_append_only before update or delete on governance.session_event
  for each row execute function platform.refuse_change();

-- A published report changes only once its correction was opened, with its reason.
create function governance.refuse_published_session() returns trigger language plpgsql as $$
begin
  if exists (select from governance.session s
      where s.id = coalesce(old.session_id, new.session_id) and s.status in ('published', 'cancelled')) then
    raise exception 'Une session dont le compte rendu est publié ne se modifie pas';
  end if;
  return coalesce(new, old);
end $$;
do $$ declare name text; begin
  foreach name in array array['agenda_item', 'agenda_note', 'session_minutes', 'attendance', 'session_document'] loop
    execute format('create trigger published_session_is_frozen before insert or update or delete on governance.%I
      for each row execute function governance.refuse_published_session()', name);
  end loop;
end $$;
