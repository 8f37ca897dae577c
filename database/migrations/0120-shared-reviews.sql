-- The yearly review of a plan that several communes share: each member says its own, the lead may close without those who are silent.
alter table planning.plan_review
  add column closed_at timestamptz,
  add column closed_by uuid;

create table planning.plan_review_note (
  plan_id uuid not null references planning.plan,
  year int not null,
  commune_id uuid not null references directory.commune,
  note text not null check (length(note) between 1 and 4000),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (plan_id, year, commune_id)
);

create function planning.awaits_note(plan uuid, review_year int, commune uuid) returns boolean language sql stable as
  $$ select exists (select from planning.plan p join planning.plan_partner s on s.plan_id = p.id
         where p.id = plan and p.status = 'inForce' and p.commune_id <> commune
         and s.commune_id = commune and s.status = 'accepted')
       and not exists (select from planning.plan_review r
         where r.plan_id = plan and r.year = review_year and r.closed_at is not null) $$;

alter table planning.plan_review_note enable row level security;
alter table planning.plan_review_note force row level security;
create policy own on planning.plan_review_note using (platform.acts_for(commune_id) or platform.is_system())
  with check (platform.is_system()
    or platform.acts_for(commune_id) and planning.awaits_note(plan_id, year, commune_id));
create policy plan_communes on planning.plan_review_note for select using (planning.shares_plan(plan_id));
create policy association on planning.plan_review_note for select using (platform.acts_for_association());
