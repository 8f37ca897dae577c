-- Each contracting process as the Open Contracting standard (OCDS 1.1.5) tells it, change by change.
create table opendata.process (
  -- What follows the prefix of the publisher in its identifier.
  reference text primary key,
  -- Where it is known in the public record: a need, else an agreement or a project.
  process_id uuid not null,
  -- Everything public that it is made of, by its own reference.
  subjects text[] not null,
  stage text not null check (stage in ('planning', 'tender', 'award', 'contract', 'implementation')),
  -- The releases given out, merged: what the next one is compared with.
  compiled json not null,
  last_at timestamptz not null
);
create index on opendata.process (process_id);
create index on opendata.process using gin (subjects);

create table opendata.release (
  id text primary key,
  -- The order in which releases were written: who follows them goes on from the last one they have.
  sequence bigint generated always as identity unique,
  reference text not null references opendata.process,
  date timestamptz not null,
  tag text[] not null,
  body json not null,
  recorded_at timestamptz not null default now(),
  -- Set when a commune took back what it said: what was published then is no longer given out.
  withheld_at timestamptz,
  unique (reference, date)
);
create index release_given_out on opendata.release (sequence) where withheld_at is null;
create index release_of_year on opendata.release (date) where withheld_at is null;

-- What was published never changes; it may only cease to be given out.
create function opendata.keep_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withheld_at is null
    and (to_jsonb(new) - 'withheld_at') = (to_jsonb(old) - 'withheld_at') then
    return new;
  end if;
  raise exception 'a release is never changed';
end $$;
create trigger keep_release before update or delete on opendata.release
  for each row execute function opendata.keep_release();
