-- Requests that a commune's own system files, completes and moves, by a key.

-- Whom the system acts through, as the information mediator names it; null where it calls by itself.
create function platform.mediator_client() returns text language sql stable as
  $$ select nullif(current_setting('cauri.mediator', true), '') $$;

alter table services.request
  -- The key that filed it, for a citizen who turned to a system.
  add column key_id uuid references identity.api_key,
  add column mediator_client text,
  -- How that system names whoever asked: erased with the answers.
  add column applicant_ref text check (length(applicant_ref) <= 100);
do $$ declare name text; begin
  select conname into name from pg_constraint
    where conrelid = 'services.request'::regclass and pg_get_constraintdef(oid) like '%requester_id IS NOT NULL%entered_by IS NOT NULL%';
  execute format('alter table services.request drop constraint %I', name);
end $$;
alter table services.request add check (num_nonnulls(requester_id, entered_by, key_id) = 1);
create index on services.request (key_id) where key_id is not null;
create index request_is_found_by_ref on services.request (commune_id, applicant_ref, id) where applicant_ref is not null;
create index request_is_of_procedure on services.request (procedure_id, id) where received_at is not null;

drop policy of_commune on services.request;
create policy of_commune on services.request
  using (platform.acts_for(commune_id)
    and (status <> 'draft' or entered_by = platform.actor_id() or key_id = platform.api_key_id()));

alter table services.request_event
  add column key_id uuid references identity.api_key default platform.api_key_id(),
  add column mediator_client text default platform.mediator_client();
alter table services.request_message
  drop constraint message_says_who,
  add column key_id uuid references identity.api_key default platform.api_key_id(),
  -- Neither: what a citizen sent by SMS.
  add constraint message_says_who check (
    num_nonnulls(author_id, key_id) = 1 or (side = 'citizen' and author_id is null and key_id is null));

-- Files that a system sent before the request they belong to.
create table services.deposited_document (
  id uuid primary key,
  commune_id uuid not null references directory.commune,
  key_id uuid not null references identity.api_key default platform.api_key_id(),
  name text not null check (length(name) between 1 and 200),
  stored_sha256 text not null check (stored_sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  media_type text not null,
  created_at timestamptz not null
);
create index on services.deposited_document (created_at);
create index on services.deposited_document (stored_sha256);
alter table services.deposited_document enable row level security;
alter table services.deposited_document force row level security;
create policy of_commune on services.deposited_document using (platform.acts_for(commune_id) or platform.is_system());
create trigger queue_content after delete on services.deposited_document for each row execute function services.queue_content();

-- Public reading: services in the order they were opened.
create index procedure_is_read_in_order on services.procedure (id) where status <> 'draft';
-- Tasks open to a system, the oldest first.
create index request_waits on services.request (commune_id, id) where status in ('received', 'inReview', 'accepted');
create index request_is_read_in_order on services.request (commune_id, id) where received_at is not null;
