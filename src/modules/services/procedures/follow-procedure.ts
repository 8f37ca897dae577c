/**
 * The inventory follows a procedure: open, the service can be asked for without coming, so it is a form online at least;
 * suspended, what the procedure had brought is taken back. What the commune or a project said stays; delivering the event again
 * changes nothing, and an event that comes late finds the procedure as it now is.
 */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'

export async function followOpening(
  db: Db,
  { id: eventId, subjectId: procedureId, occurredAt }: RecordedEvent,
): Promise<void> {
  await sql`with followed as (
      insert into services.offer as known (commune_id, service_code, level, since, place, updated_at)
      select commune_id, service_code, 'form', ${occurredAt}::timestamptz::date, 'own', ${occurredAt}
      from services.procedure where id = ${procedureId} and status = 'open'
      on conflict (commune_id, service_code) do update set level = excluded.level, since = excluded.since, place = excluded.place,
        updated_at = excluded.updated_at, version = known.version + 1
      where known.level in ('notOffered', 'paper', 'information')
      returning commune_id, service_code
    )
    insert into services.offer_change (id, commune_id, service_code, to_level, cause, occurred_at)
    select md5(concat_ws(':', ${eventId}::text, service_code))::uuid, commune_id, service_code, 'form', 'procedure',
      ${occurredAt}
    from followed on conflict (id) do nothing`.execute(db)
}

export async function followSuspension(
  db: Db,
  { id: eventId, subjectId: procedureId, occurredAt }: RecordedEvent,
): Promise<void> {
  await sql`with followed as (
      update services.offer set level = 'paper', place = null, since = null, updated_at = ${occurredAt},
        version = offer.version + 1
      from services.procedure
      where procedure.id = ${procedureId} and procedure.status = 'suspended' and offer.commune_id = procedure.commune_id
        and offer.service_code = procedure.service_code and offer.level = 'form'
        and 'procedure' = (
          select cause from services.offer_change as said
          where said.commune_id = offer.commune_id and said.service_code = offer.service_code
          order by said.occurred_at desc, said.id desc limit 1)
      returning offer.commune_id, offer.service_code
    )
    insert into services.offer_change (id, commune_id, service_code, from_level, to_level, cause, occurred_at)
    select md5(concat_ws(':', ${eventId}::text, service_code))::uuid, commune_id, service_code, 'form', 'paper', 'procedure',
      ${occurredAt}
    from followed on conflict (id) do nothing`.execute(db)
}
