/** Every morning: reminds both sides of an end that comes, and ends what has come to its end. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Platform } from '#platform/web.ts'
import { agreementLifecycle } from './agreement.lifecycle.ts'
import { tellParties } from './agreement.messages.ts'
import type { Agreement } from './agreement.schema.ts'

export async function watchAgreements(platform: Platform, now: Date): Promise<void> {
  await writeAs(platform.db, system, async (db) => {
    for (const agreement of await listEnding(db, now)) await remind(db, agreement, now)
    for (const agreement of await listEnded(db, now)) await end(db, agreement, now)
  })
}

async function listEnding(db: Db, now: Date): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('collaboration.agreement')
    .selectAll()
    .where('status', '=', 'active')
    .where('renewalRemindedAt', 'is', null)
    .where(sql<boolean>`ends_on - renewal_notice_days <= ${toDay(now)}::date`)
    .where(sql<boolean>`ends_on >= ${toDay(now)}::date`)
    .limit(500)
    .execute()
  return rows as Agreement[]
}

async function remind(db: Db, agreement: Agreement, now: Date): Promise<void> {
  await tellParties(
    db,
    agreement,
    {
      subject: () =>
        t('Convention bientôt à son terme : {reference}', { reference: agreement.reference }),
      text: () =>
        t(
          'Elle finit le {date}. Un renouvellement se décide par avenant ; sinon, préparez la reprise des données.',
          { date: agreement.endsOn ? formatDate(agreement.endsOn) : '' },
        ),
      key: `ending:${agreement.endsOn}`,
    },
    now,
  )
  await db
    .updateTable('collaboration.agreement')
    .set({ renewalRemindedAt: now })
    .where('id', '=', agreement.id)
    .execute()
}

async function listEnded(db: Db, now: Date): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('collaboration.agreement')
    .selectAll()
    .where('status', 'in', ['active', 'suspended'])
    .where(sql<boolean>`ends_on < ${toDay(now)}::date`)
    .limit(500)
    .execute()
  return rows as Agreement[]
}

async function end(db: Db, agreement: Agreement, now: Date): Promise<void> {
  await moveThrough({ db, actor: system, now }, agreementLifecycle, agreement.id, 'end', {
    facts: { endHasCome: true },
    set: { endedAt: now },
  })
  await tellParties(
    db,
    agreement,
    {
      subject: () => t('Convention terminée : {reference}', { reference: agreement.reference }),
      text: () => t('La clause de réversibilité s’applique : données rendues sous trente jours.'),
      key: 'ended',
    },
    now,
  )
}
