-- Whoever holds the receipt follows the request without an account: by a code of its own, which is forgotten with the rest.
alter table services.request add column tracking_code text;
create unique index request_is_tracked on services.request (tracking_code) where tracking_code is not null;
