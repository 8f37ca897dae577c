/** Every night the audit journal is read from end to end; a broken chain is told to the secretariat at once. */

import { system } from '#platform/actor.ts'
import { verifyAudit } from '#platform/audit.ts'
import { writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { recordOperation } from '#platform/operations/operations.ts'
import type { Platform } from '#platform/web.ts'
import { notify } from '../notifications/notify.ts'
import { findAssociation } from '../organisations/organisation.queries.ts'

export const journalTask = 'verify-journal'

export async function verifyJournal({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  const { lines, faults } = await verifyAudit(db)
  await recordOperation(db, {
    ...{ kind: 'auditVerification', startedAt: now, isWhole: faults.length === 0 },
    finishedAt: new Date(Math.max(Date.now(), now.getTime())),
    counts: { lines, faults: faults.length },
  })
  if (faults.length > 0) await tellSecretariat(db, faults.length, now)
}

function tellSecretariat(db: Platform['db'], count: number, now: Date): Promise<void> {
  return writeAs(db, system, async (transaction) => {
    const organisationId = await findAssociation(transaction)
    if (!organisationId) return
    await notify(
      transaction,
      {
        ...{ organisationId, roles: ['staff'], topic: 'account' },
        subject: () => t('Le journal d’audit est rompu'),
        text: () =>
          t(
            '{count, plural, one {Une rupture} other {# ruptures}} dans le journal d’audit : quelqu’un y a touché, ou la base est abîmée. Prévenez qui tient le serveur.',
            { count },
          ),
        link: '/espace/exploitation',
        key: `journal-broken:${toDay(now)}`,
      },
      now,
    )
  })
}
