-- How the communes of a grouped call share what it costs: said in the call, before anybody answers it.
alter table collaboration.call add column share_rule text not null default 'population'
  check (share_rule in ('population', 'equal'));
