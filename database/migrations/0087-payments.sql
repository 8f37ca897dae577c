-- What was paid for a request: at the counter for now. A receipt (quittance) is never erased; money given back is written beside it.
create table services.payment (
  id uuid primary key,
  request_id uuid not null references services.request,
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  service_code text not null,
  -- Whole FCFA, as the request froze it.
  amount int not null check (amount > 0),
  lines jsonb not null,
  method text not null check (method in ('counter')),
  -- Given when the money is in.
  quittance text not null unique,
  payer text not null check (length(payer) between 1 and 200),
  received_by uuid not null,
  paid_at timestamptz not null,
  refunded_at timestamptz,
  refunded_by uuid,
  refund_reason text,
  check ((refunded_at is null) = (refund_reason is null) and (refunded_at is null) = (refunded_by is null))
);
-- Nobody pays twice: a second payment waits until the first was given back.
create unique index payment_is_one on services.payment (request_id) where refunded_at is null;
create index on services.payment (commune_id, paid_at desc, id desc);

alter table services.payment enable row level security;
alter table services.payment force row level security;
create policy of_commune on services.payment using (platform.acts_for(commune_id) or platform.is_system());
create policy of_requester on services.payment for select using (requester_id = platform.actor_id());

create trigger payment_never_changes before update or delete on services.payment
  for each row execute function platform.change_only_once('refunded_at', 'refunded_by', 'refund_reason');
