-- The words that the catalogue writes, each with its accents: a slip of the pen is led to the nearest of them.
create extension if not exists fuzzystrmatch;

create table directory.catalogue_word (
  word text primary key check (word ~ '^[a-z]{4,30}$'),
  written text not null
);

-- Words are now found by their beginning in the document, and by their nearest spelling above.
drop index directory.catalogue_words;
alter table directory.catalogue_entry drop column words;
create index catalogue_rated on directory.catalogue_entry ((coalesce(rating_average, 0)) desc, solution_id desc);
