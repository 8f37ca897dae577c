-- A telephone writes too: what came by SMS has no account behind it, only the number that the request gave.
alter table services.request_message alter column author_id drop not null;
alter table services.request_message add constraint message_says_who check (author_id is not null or side = 'citizen');
