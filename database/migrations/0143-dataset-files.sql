-- The files of open data as they were last written. Their bytes can always be written again: no backup holds them.
create table opendata.dataset_file (
  dataset text not null,
  format text not null check (format in ('csv', 'json', 'geojson')),
  sha256 text not null,
  -- Until the next writing: somebody may be reading it.
  previous_sha256 text,
  size_bytes bigint not null check (size_bytes > 0),
  row_count int not null check (row_count >= 0),
  -- When what it says changed, and when it was last found to be what the tables say.
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (dataset, format),
  check (changed_at <= checked_at)
);
alter table opendata.dataset_file enable row level security;
alter table opendata.dataset_file force row level security;
create policy read on opendata.dataset_file for select using (true);
create policy write on opendata.dataset_file using (platform.is_system());
