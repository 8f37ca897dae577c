/**
 * Every public fact, as one relation. It is read with the rights of the system, since an agreement is its parties' alone: each
 * line names the statuses and the columns that everybody may see, and nothing else leaves.
 */
import { sql } from 'kysely'

export const publicFacts = sql`
  select id as process_id, 'need.publish' as kind, id as subject_id, reference, title, published_at as occurred_at,
    commune_id, null::uuid as startup_id, null::bigint as amount, null::text as note
  from collaboration.need where status in ('published', 'met') and published_at is not null
  union all
  select need_id, 'call.publish', id, reference, title, published_at, commune_id, null,
    case when shows_budget then budget_max end, null
  from collaboration.call where published_at is not null and status not in ('draft', 'inReview', 'returned')
  union all
  select call.need_id, 'call.amend', call.id, call.reference, call.title, addendum.published_at, call.commune_id, null, null,
    addendum.reason
  from collaboration.call_addendum addendum join collaboration.call on call.id = addendum.call_id
  union all
  select need_id, 'call.open', id, reference, title, opened_at, commune_id, null, null, null
  from collaboration.call where opened_at is not null
  union all
  select call.need_id, case when award.startup_id is null then 'call.notAward' else 'call.award' end, call.id, call.reference,
    call.title, award.decided_at, call.commune_id, award.startup_id, award.amount, award.reason
  from collaboration.award join collaboration.call on call.id = award.call_id
  where call.status in ('awarded', 'concluded', 'unsuccessful')
  union all
  select call.need_id, case step when 'cancel' then 'call.cancel' when 'reconsider' then 'call.reconsider'
      else 'call.unsuccessful' end,
    call.id, call.reference, call.title, event.occurred_at, call.commune_id, null, null, event.reason
  from collaboration.call_event event join collaboration.call on call.id = event.call_id
  where event.step in ('cancel', 'reconsider', 'declareUnsuccessful') and call.published_at is not null
  union all
  select need_id, case status when 'adopted' then 'pilot.adopt' when 'extended' then 'pilot.extend' else 'pilot.stop' end, id,
    reference, title, decided_at, commune_id, startup_id, budget, status_reason
  from collaboration.pilot where status in ('adopted', 'extended', 'stopped') and decided_at is not null
  union all
  select need_id, 'tender.handOver', id, reference, title, handed_over_at, commune_id, null, estimate, null
  from collaboration.tender where handed_over_at is not null
  union all
  select need_id, case status when 'awarded' then 'tender.award' when 'cancelled' then 'tender.cancel'
      else 'tender.unsuccessful' end,
    id, reference, title, decided_on::timestamp at time zone 'Africa/Porto-Novo', commune_id, null, awarded_amount,
    case status when 'awarded' then awarded_to else status_reason end
  from collaboration.tender where status in ('awarded', 'unsuccessful', 'cancelled') and decided_on is not null
  union all
  select coalesce(need_id, id), 'agreement.sign', id, reference, title, signed_at, commune_id, startup_id,
    amount - coalesce((select sum((changes #>> '{amount,after}')::bigint - (changes #>> '{amount,before}')::bigint)
      from collaboration.amendment where agreement_id = agreement.id and amendment.status = 'signed'), 0), null
  from collaboration.agreement where signed_at is not null
  union all
  select coalesce(agreement.need_id, agreement.id), 'agreement.amend', agreement.id, agreement.reference, agreement.title,
    amendment.signed_at, agreement.commune_id, agreement.startup_id,
    (changes #>> '{amount,after}')::bigint - (changes #>> '{amount,before}')::bigint, amendment.reason
  from collaboration.amendment join collaboration.agreement on agreement.id = amendment.agreement_id
  where amendment.status = 'signed' and amendment.signed_at is not null
  union all
  select coalesce(agreement.need_id, agreement.id), 'agreement.' || event.step, agreement.id, agreement.reference,
    agreement.title, event.occurred_at, agreement.commune_id, agreement.startup_id, null, null
  from collaboration.agreement_event event join collaboration.agreement on agreement.id = event.agreement_id
  where event.step in ('suspend', 'resume', 'terminate', 'end') and agreement.signed_at is not null
  union all
  select coalesce(need_id, agreement_id, id), 'project.start', id, reference, title, started_at, commune_id, startup_id, amount, null
  from collaboration.project where started_at is not null
  union all
  select coalesce(need_id, agreement_id, id), 'project.close', id, reference, title, closed_at, commune_id, startup_id, null, null
  from collaboration.project where closed_at is not null`
