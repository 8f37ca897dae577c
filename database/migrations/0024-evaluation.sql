-- The committee of a call, its individual scores, its consensus, the award, complaints.
create table collaboration.call_member (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  commune_id uuid not null references directory.commune,
  person_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  duty text not null check (duty in ('president', 'member', 'secretary')),
  status text not null check (status in ('named', 'declared', 'cut')),
  declaration text not null default '',
  declared_at timestamptz,
  cut_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default now(),
  named_by uuid not null,
  named_at timestamptz not null default now(),
  unique (call_id, person_id)
);
create index on collaboration.call_member (person_id);
alter table collaboration.call_member enable row level security;
alter table collaboration.call_member force row level security;
create policy own on collaboration.call_member using (
  person_id = platform.actor_id() or platform.is_system() or platform.acts_for_association()
  or exists (select 1 from collaboration.call c where c.id = call_id and platform.acting_organisation() = any (c.party_ids)));

create table collaboration.call_member_event (
  id uuid primary key,
  member_id uuid not null references collaboration.call_member,
  call_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.call_member_event (member_id, occurred_at);
alter table collaboration.call_member_event enable row level security;
alter table collaboration.call_member_event force row level security;
create policy own on collaboration.call_member_event using (exists (
  select 1 from collaboration.call_member m where m.id = member_id));

-- An opened proposal is read by the members of the committee who declared no interest, and by nobody else: a member who is
-- cut off loses it at once, whatever page or address they try.
create policy committee_reads on collaboration.proposal for select using (
  status = 'opened' and exists (select 1 from collaboration.call_member m
    where m.call_id = proposal.call_id and m.person_id = platform.actor_id() and m.status = 'declared'));

create table collaboration.score (
  call_id uuid not null references collaboration.call,
  proposal_id uuid not null references collaboration.proposal,
  criterion_id uuid not null references collaboration.call_criterion,
  evaluator_id uuid not null,
  points int not null check (points between 0 and 100),
  comment text not null check (length(comment) between 1 and 4000),
  scored_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  primary key (proposal_id, criterion_id, evaluator_id)
);
create index on collaboration.score (call_id);
alter table collaboration.score enable row level security;
alter table collaboration.score force row level security;
-- Nobody reads another's scores before the evaluators have all finished: the system then shows them to the committee.
create policy own on collaboration.score using (evaluator_id = platform.actor_id() or platform.is_system());

create table collaboration.consensus (
  call_id uuid not null references collaboration.call,
  proposal_id uuid not null references collaboration.proposal,
  criterion_id uuid not null references collaboration.call_criterion,
  points int not null check (points between 0 and 100),
  justification text not null check (length(justification) between 1 and 4000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (proposal_id, criterion_id)
);
create index on collaboration.consensus (call_id);
create table collaboration.award (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  lot_id uuid not null unique references collaboration.call_lot,
  proposal_id uuid references collaboration.proposal,
  startup_id uuid references directory.startup,
  amount bigint check (amount >= 0),
  score_milli int,
  -- As it stood at the decision: [{ rank, totalMilli, price, points by criterion, setAsideBy, isAwarded }], without names.
  ranking jsonb not null default '[]',
  reason text not null check (length(reason) between 10 and 4000),
  decided_by uuid not null,
  decided_at timestamptz not null
);
create index on collaboration.award (call_id);
create table collaboration.complaint (
  id uuid primary key,
  call_id uuid not null references collaboration.call,
  commune_id uuid not null references directory.commune,
  startup_id uuid not null references directory.startup,
  body text not null check (length(body) between 20 and 4000),
  status text not null check (status in ('filed', 'upheld', 'dismissed')),
  answer text check (length(answer) between 20 and 4000),
  filed_by uuid not null,
  filed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  updated_at timestamptz not null default now()
);
create index on collaboration.complaint (call_id);
create table collaboration.complaint_event (
  id uuid primary key,
  complaint_id uuid not null references collaboration.complaint,
  commune_id uuid not null,
  startup_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now()
);
create index on collaboration.complaint_event (complaint_id, occurred_at);
alter table collaboration.complaint_event enable row level security;
alter table collaboration.complaint_event force row level security;
create policy own on collaboration.complaint_event
  using (platform.acts_for(commune_id) or platform.acts_for(startup_id) or platform.is_system());
do $$ declare name text; begin
  foreach name in array array['consensus', 'award', 'complaint'] loop
    execute format('alter table collaboration.%I enable row level security', name);
    execute format('alter table collaboration.%I force row level security', name);
  end loop;
end $$;
create policy read on collaboration.consensus for select using (platform.is_system() or exists (
  select 1 from collaboration.call c where c.id = call_id
  and (platform.acting_organisation() = any (c.party_ids) or platform.acts_for_association())));
-- Written by members of the committee, of whatever organisation, and by nobody else.
create policy committee on collaboration.consensus using (platform.is_system() or exists (
  select 1 from collaboration.call_member m where m.call_id = consensus.call_id
  and m.person_id = platform.actor_id() and m.status = 'declared'));
create policy read on collaboration.award for select using (exists (
  select 1 from collaboration.call c where c.id = call_id and (c.status in ('awarded', 'concluded', 'unsuccessful')
    or platform.acting_organisation() = any (c.party_ids) or platform.acts_for_association() or platform.is_system())));
create policy write on collaboration.award for all using (exists (
  select 1 from collaboration.call c where c.id = call_id
  and (platform.acting_organisation() = any (c.party_ids) or platform.is_system())));
create policy own on collaboration.complaint using (platform.acts_for(startup_id) or platform.is_system() or exists (
  select 1 from collaboration.call c where c.id = call_id
  and (platform.acting_organisation() = any (c.party_ids) or platform.acts_for_association())));
