-- Names of the catalogue are looked for in what a commune writes, by their first word: « Ticket Marché (démo) » under « ticket ».
create function directory.fold_words(value text) returns text language sql immutable strict parallel safe as
  $$ select platform.fold(regexp_replace(normalize(value, nfd), '[\u0300-\u036f]', '', 'g')) $$;
create function directory.first_word(name text) returns text language sql immutable strict parallel safe as
  $$ select substring(directory.fold_words(regexp_replace(name, '\s*\([^)]*\)', '', 'g')) from '[[:alnum:]]+') $$;

create index catalogue_name_word on directory.catalogue_entry (directory.first_word(name));
create index catalogue_startup_name_word on directory.catalogue_entry (directory.first_word(startup_name));
