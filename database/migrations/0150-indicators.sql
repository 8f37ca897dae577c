-- Indicators: their values as of the last day of each month, and of today, for the country, its departments, its categories, each commune.
create table governance.indicator_snapshot (
  day date primary key,
  -- Later than the day where it was counted afterwards, from facts that carry their dates.
  computed_at timestamptz not null
);

-- What could not be measured has no row.
create table governance.indicator_value (
  day date not null references governance.indicator_snapshot on delete cascade,
  indicator text not null,
  -- A department's code or a category; empty for the country, and for a commune.
  group_key text not null,
  commune_id uuid references directory.commune check (commune_id is null or group_key = ''),
  value numeric not null,
  -- What it was counted from: of a median, only over how many.
  numerator numeric,
  denominator numeric
);
create unique index on governance.indicator_value (day, indicator, group_key, commune_id) nulls not distinct;
create index indicator_of_group on governance.indicator_value (group_key, indicator, day) where commune_id is null;
create index indicator_of_commune on governance.indicator_value (commune_id, indicator, day) where commune_id is not null;

do $$ declare name text; begin
  foreach name in array array['indicator_snapshot', 'indicator_value'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
    execute format('create policy read on governance.%I for select using (true)', name);
    execute format('create policy count on governance.%I using (platform.is_system())', name);
  end loop;
end $$;
