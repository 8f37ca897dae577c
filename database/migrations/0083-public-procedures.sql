-- Which table refuses, not only that one does.
create or replace function platform.refuse_change() returns trigger language plpgsql as $$ begin
  raise exception 'La table %.% ne se modifie pas : on y ajoute seulement', tg_table_schema, tg_table_name;
end $$;

-- The public list, newest first.
create index procedure_is_listed on services.procedure (updated_at desc, id desc) where status <> 'draft';
