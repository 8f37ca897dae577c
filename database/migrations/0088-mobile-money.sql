-- Mobile money: an attempt is begun here, paid at the gateway, and settled by asking the gateway, whatever a browser or a notice says.
create table services.payment_attempt (
  id uuid primary key,
  request_id uuid not null references services.request,
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  gateway text not null check (gateway in ('fedapay')),
  -- As the gateway names it; null until it has answered.
  gateway_reference text,
  -- Where one pays.
  url text,
  amount int not null check (amount > 0),
  lines jsonb not null,
  -- `duplicate`: paid at the gateway when the request was already paid; the money is to be given back.
  status text not null check (status in ('pending', 'paid', 'failed', 'duplicate')),
  payment_id uuid references services.payment,
  started_at timestamptz not null,
  checked_at timestamptz,
  settled_at timestamptz,
  unique (gateway, gateway_reference),
  check ((status = 'pending') = (settled_at is null)),
  check ((status = 'paid') = (payment_id is not null))
);
-- Pressing twice begins once.
create unique index attempt_is_one on services.payment_attempt (request_id) where status = 'pending';
create index on services.payment_attempt (commune_id, started_at desc, id desc);
create index attempt_waits on services.payment_attempt (started_at) where status = 'pending';

-- Notices of the gateway, each once: what it said, for whoever compares.
create table services.payment_notice (
  digest text primary key,
  gateway text not null,
  gateway_reference text,
  said text not null,
  received_at timestamptz not null
);

alter table services.payment_attempt enable row level security;
alter table services.payment_attempt force row level security;
create policy of_commune on services.payment_attempt using (platform.acts_for(commune_id) or platform.is_system());
create policy of_requester on services.payment_attempt using (requester_id = platform.actor_id());
alter table services.payment_notice enable row level security;
alter table services.payment_notice force row level security;
create policy of_system on services.payment_notice using (platform.is_system());

alter table services.payment drop constraint payment_method_check;
alter table services.payment add check (method in ('counter', 'mobileMoney'));
alter table services.payment alter column received_by drop not null;
alter table services.payment add check ((method = 'counter') = (received_by is not null));
