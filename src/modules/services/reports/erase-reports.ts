/**
 * What is no longer needed is erased: how to reach whoever told, some weeks after the end; the words, the exact place, the photo and the
 * notes, when they were kept long enough. Rows go first; the bytes they held are queued by the database.
 */

import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { addDays, addMonths } from '#platform/days.rules.ts'
import type { Platform } from '#platform/web.ts'
import { reportRetention } from './retention.facts.ts'

type Erasing = Pick<Platform, 'db'>

/** In one go; the rest the next time. */
const most = 500

export async function forgetReporters({ db }: Erasing, now: Date): Promise<void> {
  const before = addDays(now, -reportRetention.contactDays)
  await writeAs(db, system, (own) =>
    sql`with old as (
        select id from services.report
        where closed_at < ${before} and contact_erased_at is null and (contact_phone is not null or contact_email is not null)
        order by closed_at limit ${most} for update
      ), blank as (
        update services.report set contact_phone = null, contact_email = null, contact_erased_at = ${now}
        from old where report.id = old.id returning report.id, report.commune_id
      )
      insert into services.report_purge (id, report_id, commune_id, kind, files, occurred_at)
      select gen_random_uuid(), id, commune_id, 'contact', 0, ${now} from blank`.execute(own),
  )
}

export async function purgeReports({ db }: Erasing, now: Date): Promise<void> {
  const before = addMonths(now, -reportRetention.months)
  await writeAs(db, system, (own) =>
    sql`with old as (
        select id, commune_id from services.report where closed_at < ${before} and purged_at is null
        order by closed_at limit ${most} for update
      ), gone as (
        delete from services.report_photo using old where report_id = old.id returning report_id
      ), silent as (
        delete from services.report_message using old where report_id = old.id
      ), alone as (
        delete from services.report_support using old where report_id = old.id
      ), unsaid as (
        update services.public_report set description = null, quartier = null, answer = null, has_photo = false
        from old where report_id = old.id
      ), blank as (
        update services.report set description = '', quartier = null, landmark = null, latitude = null, longitude = null,
          contact_phone = null, contact_email = null, visibility_reason = case visibility when 'hidden' then '' end,
          shows_photo = false, purged_at = ${now}
        from old where report.id = old.id
      )
      insert into services.report_purge (id, report_id, commune_id, kind, files, occurred_at)
      select gen_random_uuid(), old.id, old.commune_id, 'words', count(gone.report_id), ${now}
      from old left join gone on gone.report_id = old.id group by old.id, old.commune_id`.execute(
      own,
    ),
  )
}
