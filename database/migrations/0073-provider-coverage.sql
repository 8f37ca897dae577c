-- Made for reading: what each provider covers over the whole country, counted after whatever changes a connection (decision 0034).
-- A provider that nobody uses has no row.
create table planning.provider_coverage (
  provider_code text primary key references planning.provider (code),
  communes int not null check (communes > 0),
  links int not null,
  technologies text[] not null,
  measured int not null,
  down_kbps int,
  up_kbps int,
  latency_ms int,
  availability double precision,
  computed_at timestamptz not null
);
insert into planning.provider_coverage
  select provider_code, count(distinct commune_id), count(*), array_agg(distinct technology), count(down_kbps),
    round(percentile_cont(0.5) within group (order by down_kbps)),
    round(percentile_cont(0.5) within group (order by up_kbps)),
    round(percentile_cont(0.5) within group (order by latency_ms)), round(avg(availability), 1), now()
  from planning.link_state group by provider_code;
alter table planning.provider_coverage enable row level security;
alter table planning.provider_coverage force row level security;
create policy system on planning.provider_coverage using (platform.is_system());
create policy everybody on planning.provider_coverage for select using (true);
