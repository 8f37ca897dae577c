-- Acts: what a town hall gives in answer to a request, as it was signed. Withdrawn or replaced, an act stays in the register.
create table services.act (
  id uuid primary key,
  reference text not null unique,
  request_id uuid not null references services.request,
  commune_id uuid not null references directory.commune,
  requester_id uuid,
  title text not null check (length(title) between 1 and 300),
  body text not null check (length(body) between 1 and 20000),
  holder text not null check (length(holder) between 1 and 200),
  -- In which capacity it was signed: « Le maire ».
  capacity text not null check (length(capacity) between 1 and 120),
  signed_by uuid not null,
  signed_at timestamptz not null,
  replaces_id uuid unique references services.act,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  check ((revoked_at is null) = (revocation_reason is null))
);
create index on services.act (commune_id, signed_at desc, id desc);
create index on services.act (request_id, signed_at);

alter table services.act enable row level security;
alter table services.act force row level security;
create policy of_commune on services.act using (platform.acts_for(commune_id) or platform.is_system());
create policy of_requester on services.act for select using (requester_id = platform.actor_id());

-- Written once; the columns that are named may be filled in once, as long as the first of them is empty.
create function platform.change_only_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[0] is null
    and to_jsonb(old) - tg_argv::text[] = to_jsonb(new) - tg_argv::text[] then
    return new;
  end if;
  raise exception 'La table %.% ne se modifie pas', tg_table_schema, tg_table_name;
end $$;
create trigger act_never_changes before update or delete on services.act
  for each row execute function platform.change_only_once('revoked_at', 'revoked_by', 'revocation_reason');
