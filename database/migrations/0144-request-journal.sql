-- A commune's system reads what happened to its requests in the order of the journal, which is that of the commits.
create index audit_line_tells_requests on platform.audit_line (chain, sequence) where subject_kind = 'request';
