-- The papers of formal objects: issued once, never changed; only withdrawn, with a reason.
create table platform.document (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 60),
  subject_kind text not null,
  subject_id uuid not null,
  reference text not null check (length(reference) between 1 and 80),
  -- What kind of paper it is, in the words printed on it, and its title.
  name text not null check (length(name) between 1 and 120),
  title text not null check (length(title) between 1 and 500),
  -- The organisation in whose name it is issued, and how it was called that day.
  issuer_id uuid not null,
  issuer_name text not null,
  -- The organisations that may read it, the issuer among them.
  reader_ids uuid[] not null,
  is_public boolean not null,
  -- Typed by whoever holds the paper: no letter or figure that could be taken for another.
  code text not null unique check (code ~ '^[2-9ACDEFHJKMNPQRTVWXY]{10}$'),
  -- The hash of what it says, apart from its code: the same content is not issued twice.
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  media_type text not null,
  replaces_id uuid unique references platform.document deferrable initially deferred,
  created_by uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  check (issuer_id = any (reader_ids)),
  check ((revoked_at is null) = (revocation_reason is null))
);
-- One line of papers per subject and kind: two issued at once cannot both be the first.
create unique index document_first on platform.document (kind, subject_id) where replaces_id is null;
create index on platform.document (subject_id, created_at desc);
create index on platform.document using gin (reader_ids);

alter table platform.document enable row level security;
alter table platform.document force row level security;
create policy read on platform.document for select
  using (is_public or platform.acting_organisation() = any (reader_ids)
    or platform.acts_for_association() or platform.is_system());
create policy issue on platform.document for insert
  with check (platform.acting_organisation() = any (reader_ids)
    or platform.acts_for_association() or platform.is_system());
create policy revoke on platform.document for update
  using (platform.acts_for(issuer_id) or platform.acts_for_association() or platform.is_system());

create function platform.guard_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null
    and to_jsonb(old) - array['revoked_at', 'revoked_by', 'revocation_reason']
      = to_jsonb(new) - array['revoked_at', 'revoked_by', 'revocation_reason'] then
    return new;
  end if;
  raise exception 'Un document émis ne se modifie pas';
end $$;
create trigger document_never_changes before update or delete on platform.document
  for each row execute function platform.guard_document();
create trigger documents_are_never_emptied before truncate on platform.document
  for each statement execute function platform.guard_document();
