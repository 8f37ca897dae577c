-- Diagnosis: what a commune answers to the questionnaire, by several hands, and what follows from it once confirmed.

-- The questionnaire as it was published: its words, levels and weights never change under the answers given to it.
create table planning.questionnaire_version (
  id uuid primary key,
  number int not null unique check (number > 0),
  title text not null check (length(title) between 1 and 200),
  note text not null default '',
  content jsonb not null,
  published_at timestamptz not null
);
create function planning.refuse_to_rewrite() returns trigger language plpgsql as
  $$ begin raise exception 'Une version publiée du questionnaire ne change plus : publiez-en une autre'; end $$;
create trigger questionnaire_is_frozen before update or delete on planning.questionnaire_version
  for each row execute function planning.refuse_to_rewrite();

create table planning.diagnosis (
  id uuid primary key,
  reference text not null unique,
  commune_id uuid not null references directory.commune,
  questionnaire_version_id uuid not null references planning.questionnaire_version,
  -- As it was when the diagnosis began: it chooses the questions.
  category text not null check (category in ('particulier', 'intermediaire', 'ordinaire')),
  year int not null check (year between 2000 and 2200),
  status text not null check (status in ('draft', 'submitted', 'returned', 'confirmed')),
  -- Why it was sent back, while it is.
  status_reason text,
  -- Levels, reasons, strengths and gaps, as they were confirmed.
  results jsonb,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_by uuid,
  submitted_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  version int not null default 1,
  check ((status = 'confirmed') = (results is not null and confirmed_at is not null))
);
-- One at a time: the next begins when this one is confirmed.
create unique index diagnosis_running on planning.diagnosis (commune_id) where status <> 'confirmed';
create index diagnosis_of_commune on planning.diagnosis (commune_id, confirmed_at desc);
create index diagnosis_to_read on planning.diagnosis (updated_at desc) where status in ('submitted', 'confirmed');

create table planning.diagnosis_answer (
  diagnosis_id uuid not null references planning.diagnosis,
  commune_id uuid not null,
  question_code text not null check (length(question_code) between 1 and 40),
  -- A level from 0 to 5, a number, or 1 and 0 for yes and no; null with « ne sait pas », or where only a comment was written.
  value int check (value >= 0),
  is_unknown boolean not null default false,
  comment text not null default '' check (length(comment) <= 2000),
  answered_by uuid not null,
  answered_at timestamptz not null,
  version int not null default 1,
  assistance_id uuid references identity.assistance default platform.assistance_id(),
  primary key (diagnosis_id, question_code),
  check (not (is_unknown and value is not null))
);
create table planning.diagnosis_event (
  id uuid primary key,
  diagnosis_id uuid not null references planning.diagnosis,
  commune_id uuid not null,
  step text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_id uuid,
  organisation_id uuid,
  occurred_at timestamptz not null default now(),
  assistance_id uuid references identity.assistance default platform.assistance_id()
);
create index on planning.diagnosis_event (diagnosis_id, occurred_at);

-- What everybody may read of a confirmed diagnosis: levels, never an answer nor a comment.
create table planning.diagnosis_result (
  diagnosis_id uuid primary key references planning.diagnosis,
  commune_id uuid not null references directory.commune,
  category text not null,
  year int not null,
  questionnaire_number int not null,
  overall numeric(2, 1) not null check (overall between 0 and 5),
  -- By axis, from 0 to 5 with one decimal.
  levels jsonb not null,
  -- Online service indicators met, by heading.
  online jsonb not null,
  is_latest boolean not null,
  confirmed_at timestamptz not null
);
create unique index diagnosis_result_latest on planning.diagnosis_result (commune_id) where is_latest;
create index on planning.diagnosis_result (commune_id, confirmed_at desc);

create function planning.may_be_answered(diagnosis uuid) returns boolean language sql stable as
  $$ select exists (select from planning.diagnosis d where d.id = diagnosis and d.status in ('draft', 'returned')) $$;
-- Row-level security narrows what this sees: the association reads what it may read of the diagnosis itself.
create function planning.diagnosis_is_read(diagnosis uuid) returns boolean language sql stable as
  $$ select exists (select from planning.diagnosis d where d.id = diagnosis and d.status in ('submitted', 'confirmed')) $$;

-- Once submitted, what was answered is what will be confirmed.
create function planning.refuse_late_answers() returns trigger language plpgsql as
  $$ begin
    if not platform.is_system() and not planning.may_be_answered(new.diagnosis_id) then
      raise exception 'Ce diagnostic est soumis : ses réponses ne changent plus' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger answers_end_with_submission before insert or update on planning.diagnosis_answer
  for each row execute function planning.refuse_late_answers();

do $$ declare name text; begin
  foreach name in array array['questionnaire_version', 'diagnosis', 'diagnosis_answer', 'diagnosis_event', 'diagnosis_result'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
  end loop;
  foreach name in array array['diagnosis', 'diagnosis_answer', 'diagnosis_event', 'diagnosis_result'] loop
    execute format('create policy own on planning.%I using (platform.acts_for(commune_id) or platform.is_system())', name);
  end loop;
end $$;
create policy read on planning.questionnaire_version for select using (true);
create policy publish on planning.questionnaire_version for insert
  with check (platform.acts_for_association() or platform.is_system());
create policy read on planning.diagnosis_result for select using (true);

create policy association_reads on planning.diagnosis for select
  using (platform.acts_for_association() and status in ('submitted', 'confirmed'));
create policy association_reads on planning.diagnosis_answer for select
  using (platform.acts_for_association() and planning.diagnosis_is_read(diagnosis_id));
create policy association_reads on planning.diagnosis_event for select
  using (platform.acts_for_association() and planning.diagnosis_is_read(diagnosis_id));

-- Whoever assists a commune answers with it; the commune submits and confirms itself.
create policy drafter_reads on planning.diagnosis for select using (platform.drafts_for(commune_id));
create policy drafter_starts on planning.diagnosis for insert
  with check (platform.drafts_for(commune_id) and status = 'draft');
create policy drafter_writes on planning.diagnosis for update
  using (platform.drafts_for(commune_id) and status in ('draft', 'returned'))
  with check (platform.drafts_for(commune_id) and status in ('draft', 'returned'));
create trigger commune_decides_itself before update on planning.diagnosis
  for each row when (platform.is_assisting() and new.status is distinct from old.status)
  execute function platform.refuse_to_drafters();
create policy drafter_reads on planning.diagnosis_answer for select using (platform.drafts_for(commune_id));
create policy drafter_answers on planning.diagnosis_answer for insert
  with check (platform.drafts_for(commune_id) and planning.may_be_answered(diagnosis_id));
create policy drafter_writes on planning.diagnosis_answer for update
  using (platform.drafts_for(commune_id) and planning.may_be_answered(diagnosis_id));
create policy drafter_reads on planning.diagnosis_event for select using (platform.drafts_for(commune_id));
create policy drafter_tells on planning.diagnosis_event for insert with check (platform.drafts_for(commune_id));
