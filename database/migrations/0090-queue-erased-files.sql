-- A file leaves a request in several ways: replaced, given up with its draft, kept long enough. Its bytes are to be erased in all of them.
create policy of_everyone on services.content_to_erase for insert with check (true);

create function services.queue_content() returns trigger language plpgsql as $$
begin
  insert into services.content_to_erase (content, since) values (old.stored_sha256, now()) on conflict do nothing;
  return null;
end $$;

create trigger queue_content after delete on services.request_file for each row execute function services.queue_content();
