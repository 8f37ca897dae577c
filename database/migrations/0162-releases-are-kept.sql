-- Who may read what was released is said by the tables too: a release that its commune took back leaves with no query.
alter table opendata.process enable row level security;
alter table opendata.process force row level security;
create policy read on opendata.process for select using (true);
create policy write on opendata.process using (platform.is_system());

alter table opendata.release enable row level security;
alter table opendata.release force row level security;
create policy read on opendata.release for select using (withheld_at is null or platform.is_system());
create policy write on opendata.release using (platform.is_system());
