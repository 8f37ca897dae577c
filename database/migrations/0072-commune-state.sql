-- Made for reading: what the national page of connectivity says of each commune, summed from its site_state in the same transaction.
-- A commune that declared no place has no row.
create table planning.commune_state (
  commune_id uuid primary key references directory.commune,
  sites int not null check (sites > 0),
  halls int not null,
  halls_connected int not null,
  halls_measured int not null,
  halls_met int not null,
  connected int not null,
  met int not null,
  unmet int not null,
  unknown int not null,
  -- The best of its town halls; null where none was measured.
  hall_kbps int,
  set_up_cost bigint not null,
  yearly_cost bigint not null,
  computed_at timestamptz not null,
  check (met + unmet + unknown = sites)
);
insert into planning.commune_state
  select commune_id, count(*), count(*) filter (where kind = 'mairie'),
    count(*) filter (where kind = 'mairie' and speed <> 'noLink'),
    count(*) filter (where kind = 'mairie' and down_kbps is not null),
    count(*) filter (where kind = 'mairie' and is_met),
    count(*) filter (where speed <> 'noLink'), count(*) filter (where is_met),
    count(*) filter (where not is_met), count(*) filter (where is_met is null),
    max(down_kbps) filter (where kind = 'mairie'), sum(set_up_cost), sum(yearly_cost), max(computed_at)
  from planning.site_state group by commune_id;
alter table planning.commune_state enable row level security;
alter table planning.commune_state force row level security;
create policy own on planning.commune_state using (
  platform.acts_for(commune_id) or platform.drafts_for(commune_id) or platform.is_system());
create policy everybody on planning.commune_state for select using (true);
