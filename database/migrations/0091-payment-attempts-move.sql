-- Attempts by mobile money go through a lifecycle of their own, by either gateway, up to the money that is given back.
alter table services.payment_attempt
  drop constraint payment_attempt_gateway_check,
  drop constraint payment_attempt_status_check,
  drop constraint payment_attempt_check,
  drop constraint payment_attempt_check1,
  add constraint attempt_gateway_is_known check (gateway in ('fedapay', 'kkiapay')),
  -- `duplicate`: paid at the gateway, and settles nothing; `returning`: the gateway was asked to give the money back.
  add constraint attempt_status_is_known check (status in
    ('pending', 'paid', 'failed', 'duplicate', 'returning', 'returnRefused', 'returned')),
  add constraint attempt_ends_when_settled check ((status = 'pending') = (settled_at is null)),
  add constraint attempt_settles_a_payment check (
    case when status = 'paid' then payment_id is not null
      when status in ('pending', 'failed', 'duplicate') then payment_id is null else true end),
  add column return_reason text,
  add column return_asked_by uuid,
  add column updated_at timestamptz not null default now();
alter table services.payment_attempt alter column updated_at drop default;
create index attempt_returns on services.payment_attempt (updated_at) where status = 'returning';
create unique index attempt_of_payment on services.payment_attempt (payment_id) where payment_id is not null;

create table services.payment_attempt_event (
  id uuid primary key,
  attempt_id uuid not null references services.payment_attempt,
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null
);
create index on services.payment_attempt_event (attempt_id, occurred_at);
alter table services.payment_attempt_event enable row level security;
alter table services.payment_attempt_event force row level security;
create policy of_commune on services.payment_attempt_event
  using (platform.acts_for(commune_id) or platform.is_system());
create policy of_requester on services.payment_attempt_event using (requester_id = platform.actor_id());
create trigger attempt_history_is_append_only before update or delete on services.payment_attempt_event
  for each row execute function platform.refuse_change();
