-- A campaign that was stopped before it began was read by nobody, and stays so.
drop policy everybody on governance.campaign;
create policy everybody on governance.campaign for select using (started_at is not null);
