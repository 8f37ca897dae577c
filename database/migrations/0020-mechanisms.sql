-- Mechanisms of collaboration: the limits the association sets, dated, and what a commune chose for its need.
create table collaboration.mechanism_rule (
  id uuid primary key,
  mechanism text not null check (mechanism in (
    'contact', 'pilot', 'quotation', 'call', 'groupedCall', 'challenge', 'tender')),
  valid_from date not null,
  amount_min bigint check (amount_min >= 0),
  amount_max bigint check (amount_max > coalesce(amount_min, 0)),
  -- Days that offers stay open at least; days that a pilot lasts at most.
  minimum_days int check (minimum_days > 0),
  maximum_days int check (maximum_days > 0),
  -- A change closer than this to the deadline moves the deadline.
  late_change_days int check (late_change_days > 0),
  legal_basis text not null,
  source text not null,
  is_confirmed boolean not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  unique (mechanism, valid_from)
);

create table collaboration.mechanism_choice (
  id uuid primary key,
  need_id uuid not null references collaboration.need,
  commune_id uuid not null references directory.commune,
  proposed text not null,
  chosen text not null,
  -- Given when the choice departs from the proposal.
  reason text not null default '',
  chosen_by uuid not null,
  chosen_at timestamptz not null default now(),
  check (chosen = proposed or length(reason) > 0)
);
create index on collaboration.mechanism_choice (need_id, chosen_at desc);
alter table collaboration.mechanism_choice enable row level security;
alter table collaboration.mechanism_choice force row level security;
create policy own on collaboration.mechanism_choice
  using (platform.acts_for(commune_id) or platform.acts_for_association() or platform.is_system());
