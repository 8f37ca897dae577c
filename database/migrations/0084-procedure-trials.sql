-- An agent tries a procedure as a citizen would, on what its draft says now: one trial each, which sends nothing and is soon forgotten.
create table services.procedure_trial (
  procedure_id uuid not null references services.procedure on delete cascade,
  person_id uuid not null,
  commune_id uuid not null references directory.commune,
  answers jsonb not null default '{}' check (octet_length(answers::text) <= 500000),
  saved_at timestamptz not null,
  primary key (procedure_id, person_id)
);
create index on services.procedure_trial (saved_at);
alter table services.procedure_trial enable row level security;
alter table services.procedure_trial force row level security;
create policy own on services.procedure_trial
  using ((platform.acts_for(commune_id) and person_id = platform.actor_id()) or platform.is_system());
