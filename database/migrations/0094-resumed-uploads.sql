-- A file that comes piece by piece, over a line that is cut: what was received stays a day, and the rest follows.
create table platform.upload (
  id uuid primary key,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  size_bytes int not null check (size_bytes between 1 and 12000000),
  received_bytes int not null default 0,
  -- What the form carries once it is whole.
  kept text,
  started_at timestamptz not null,
  check (received_bytes between 0 and size_bytes),
  check (kept is null or received_bytes = size_bytes)
);
create index on platform.upload (person_id);
create index on platform.upload (started_at);

create table platform.upload_piece (
  upload_id uuid not null references platform.upload on delete cascade,
  person_id uuid not null,
  from_byte int not null,
  bytes bytea not null,
  primary key (upload_id, from_byte)
);

alter table platform.upload enable row level security;
alter table platform.upload force row level security;
alter table platform.upload_piece enable row level security;
alter table platform.upload_piece force row level security;
create policy of_person on platform.upload using (person_id = platform.actor_id() or platform.is_system());
create policy of_person on platform.upload_piece using (person_id = platform.actor_id() or platform.is_system());
