-- The bracket of a yearly price in FCFA, for a commune of 100,000 inhabitants and one user, as comparisons show it.
alter table directory.catalogue_entry add column cost text not null generated always as (case
  when coalesce(price_setup, price_yearly, price_per_inhabitant, price_per_user) is null then 'devis'
  when coalesce(price_yearly, 0) + coalesce(price_per_inhabitant, 0) * 100000 + coalesce(price_per_user, 0) = 0 then 'zero'
  when coalesce(price_yearly, 0) + coalesce(price_per_inhabitant, 0) * 100000 + coalesce(price_per_user, 0) <= 500000 then 'petit'
  when coalesce(price_yearly, 0) + coalesce(price_per_inhabitant, 0) * 100000 + coalesce(price_per_user, 0) <= 2000000 then 'moyen'
  else 'grand' end) stored;

create index catalogue_slug on directory.catalogue_entry (slug);
