/**
 * What is no longer needed is erased: papers of identity once a request is decided, everything personal once it was kept long enough,
 * drafts that nobody goes on with. Rows go first, and the database notes the bytes they held; a cut between the two leaves them to be done.
 */

import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { addDays, addMonths } from '#platform/days.rules.ts'
import { listHeld } from '#platform/files/file-records.ts'
import type { Platform } from '#platform/web.ts'
import { retention } from './retention.facts.ts'

type Erasing = Pick<Platform, 'db' | 'files'>

/** In one go; the rest the next time. */
const most = 500

const isOver = sql`request.status in ('accepted', 'refused', 'closed', 'withdrawn')`

export async function eraseIdentities(platform: Erasing, now: Date): Promise<void> {
  await writeAs(platform.db, system, (db) =>
    sql`with gone as (
        delete from services.request_file file using services.request request
        where request.id = file.request_id and file.is_identity and ${isOver}
        returning file.request_id, file.commune_id
      )
      insert into services.request_purge (id, request_id, commune_id, kind, files, occurred_at)
      select gen_random_uuid(), request_id, commune_id, 'identity', count(*), ${now}::timestamptz
      from gone group by request_id, commune_id`.execute(db),
  )
  await eraseContents(platform)
}

export async function purgeRequests(platform: Erasing, now: Date): Promise<void> {
  const before = addMonths(now, -retention.months)
  await writeAs(platform.db, system, (db) =>
    sql`with old as (
        select id, commune_id from services.request
        where purged_at is null and ${isOver} and updated_at < ${before}
        order by updated_at limit ${most} for update
      ), gone as (
        delete from services.request_file using old where request_id = old.id
        returning request_id
      ), silent as (
        delete from services.request_message using old where request_id = old.id
      ), unsaid as (
        delete from services.request_opinion using old where request_id = old.id
      ), unnamed as (
        delete from services.request_word using old where request_id = old.id
      ), blank as (
        update services.request set answers = '{}', applicant_name = null, applicant_phone = null, applicant_email = null, applicant_ref = null,
          decision_reasons = null, decision_remedy = null, labels = '{}', tracking_code = null,
          purged_at = ${now}
        from old where request.id = old.id
      )
      insert into services.request_purge (id, request_id, commune_id, kind, files, occurred_at)
      select gen_random_uuid(), old.id, old.commune_id, 'answers', count(gone.request_id), ${now}
      from old left join gone on gone.request_id = old.id group by old.id, old.commune_id`.execute(
      db,
    ),
  )
  await eraseContents(platform)
}

export async function purgeDrafts(platform: Erasing, now: Date): Promise<void> {
  const before = addDays(now, -retention.draftDays)
  await writeAs(platform.db, system, (db) =>
    db
      .deleteFrom('services.request')
      .where('status', '=', 'draft')
      .where('updatedAt', '<', before)
      .execute(),
  )
  await eraseContents(platform)
}

/** The same bytes may have come with another request, or with anything else: they then stay. */
async function eraseContents({ db, files }: Erasing): Promise<void> {
  const { contents, held } = await readAs(db, system, async (own) => {
    const contents = await listContents(own)
    return { contents, held: await listHeld(own, contents) }
  })
  if (contents.length === 0) return
  await Promise.all(contents.filter((one) => !held.has(one)).map((one) => files.remove(one)))
  await writeAs(db, system, (own) =>
    own.deleteFrom('services.contentToErase').where('content', 'in', contents).execute(),
  )
}

async function listContents(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('services.contentToErase')
    .select('content')
    .orderBy('since')
    .limit(most)
    .execute()
  return rows.map(({ content }) => content)
}
