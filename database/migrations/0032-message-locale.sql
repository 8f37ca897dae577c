-- What is said around a message, once it leaves, is in the language in which it was written.
alter table platform.message add column locale text not null default 'fr';
