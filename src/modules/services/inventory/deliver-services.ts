/**
 * A closed project has put services online: the inventory follows at once, as far as anybody knows, and the commune is asked to say
 * what was delivered exactly. A level that is already as high stays; delivering the event again changes nothing.
 */
import { sql } from 'kysely'
import { serviceLabels } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'

export async function deliverServices(
  db: Db,
  { id: eventId, subjectId: projectId, payload, occurredAt }: RecordedEvent,
): Promise<void> {
  const communeId = String(payload.communeId)
  const solutionId = payload.solutionId === null ? null : String(payload.solutionId)
  const codes = String(payload.services ?? '')
    .split(' ')
    .filter((code) => code in serviceLabels)
  if (codes.length === 0) return
  await sql`with delivered as (
      insert into services.offer as known (commune_id, service_code, level, since, place, solution_id, project_id, is_to_confirm,
        updated_at)
      select ${communeId}, code, 'form', ${occurredAt}::timestamptz::date, ${solutionId === null ? null : 'solution'},
        ${solutionId}::uuid, ${projectId}, true, ${occurredAt}
      from unnest(${codes}::text[]) as code
      on conflict (commune_id, service_code) do update set level = excluded.level, since = excluded.since, place = excluded.place,
        solution_id = excluded.solution_id, project_id = excluded.project_id, is_to_confirm = true,
        updated_at = excluded.updated_at, version = known.version + 1
      where known.level in ('notOffered', 'paper', 'information')
      returning service_code
    )
    insert into services.offer_change (id, commune_id, service_code, to_level, cause, project_id, occurred_at)
    select md5(concat_ws(':', ${eventId}::text, service_code))::uuid, ${communeId}, service_code, 'form', 'project', ${projectId},
      ${occurredAt}
    from delivered on conflict (id) do nothing`.execute(db)
}
