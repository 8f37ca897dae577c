-- Made for reading: the national figures of planning, counted for every department and category and for all of them ('').
create table planning.overview_figure (
  department_code text not null,
  category text not null,
  figure text not null,
  key text not null,
  -- 0 for what is told as things stand.
  year int not null,
  -- Of a maturity, from 0 to 5 with one decimal: how many communes are at each level. 0 elsewhere.
  level numeric(2, 1) not null,
  total bigint not null,
  computed_at timestamptz not null,
  primary key (department_code, category, figure, key, year, level)
);
alter table planning.overview_figure enable row level security;
alter table planning.overview_figure force row level security;
create policy read on planning.overview_figure for select using (true);
create policy write on planning.overview_figure using (platform.is_system());
