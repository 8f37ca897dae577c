-- Days off, which deadlines in working days skip. No official list was found to deliver: the association keeps it.
create table directory.holiday (
  id uuid primary key,
  day date not null unique,
  name text not null check (length(name) between 2 and 120),
  source text not null check (length(source) <= 500),
  is_confirmed boolean not null check (not is_confirmed or source <> ''),
  set_by uuid references identity.person,
  set_at timestamptz not null
);
alter table directory.holiday enable row level security;
alter table directory.holiday force row level security;
create policy read on directory.holiday for select using (true);
create policy write on directory.holiday for all
  using (platform.acts_for_association() or platform.is_system());

-- What a commune puts at the head of its papers.
create table directory.commune_emblem (
  commune_id uuid primary key references directory.commune,
  bytes bytea not null check (octet_length(bytes) between 1 and 300000),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  set_by uuid not null references identity.person,
  set_at timestamptz not null
);
alter table directory.commune_emblem enable row level security;
alter table directory.commune_emblem force row level security;
create policy read on directory.commune_emblem for select using (true);
create policy write on directory.commune_emblem for all
  using (platform.acts_for(commune_id) or platform.is_system());
