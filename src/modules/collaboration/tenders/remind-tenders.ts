/** Every morning: a file handed over long ago whose result nobody wrote back is asked about, so that the record ends whole. */

import { notify } from '#modules/identity/index.ts'
import { communeOfficers, system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { listForgottenTenders } from './tender.queries.ts'

const quietDays = 90

export async function remindTenders(platform: Platform, now: Date): Promise<void> {
  const before = addDays(now, -quietDays)
  await writeAs(platform.db, system, async (db) => {
    for (const tender of await listForgottenTenders(db, before)) {
      await notify(
        db,
        {
          organisationId: tender.communeId,
          roles: communeOfficers,
          topic: 'calls',
          subject: () => t('Résultat attendu : {reference}', { reference: tender.reference }),
          text: () =>
            t(
              'Le dossier « {title} » est remis depuis plus de {quietDays} jours. Quand la procédure est finie, rapportez son résultat.',
              { title: tender.title, quietDays },
            ),
          link: `/espace/marches-formels/${tender.id}/resultat`,
          key: `tender:${tender.id}:result:${toDay(now)}`,
        },
        now,
      )
      await db
        .updateTable('collaboration.tender')
        .set({ remindedAt: now })
        .where('id', '=', tender.id)
        .execute()
    }
  })
}
