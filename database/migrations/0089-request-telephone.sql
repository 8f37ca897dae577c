-- Whoever calls from the telephone that a request gave follows it by USSD.
create index request_is_called_about on services.request (applicant_phone, received_at desc) where applicant_phone is not null;
