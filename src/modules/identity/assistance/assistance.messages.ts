/** What the people of a commune are told: who acts for them and why, and when it is over. Always, whatever they muted. */
import type { Db } from '#platform/database.ts'
import { afterOf } from '#platform/elision.rules.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { notify } from '../notifications/notify.ts'
import type { Assistance } from './assistance.queries.ts'

const link = '/espace/assistances'

export async function tellStart(db: Db, assistance: Assistance): Promise<void> {
  const { id, communeId, commune, person, reason, startedAt, endsAt } = assistance
  const text = () =>
    t(
      '{person} (ANCB) agit pour le compte de la commune {ofName} jusqu’au {date} au plus tard. Motif : {reason} Tout ce qui est écrit pendant ce temps en porte la marque ; rien n’est approuvé, publié ni signé à votre place. La direction de la commune peut y mettre fin à tout moment.',
      { person, ofName: afterOf(commune), date: formatDateTime(endsAt), reason },
    )
  const subject = () => t('L’ANCB assiste votre commune')
  const notice = { organisationId: communeId, topic: 'assistance', subject, text, link } as const
  await notify(db, { ...notice, key: `assistance:${id}:start` }, startedAt)
}

/** Once, however it ended. */
export async function tellEnd(
  db: Db,
  { id, communeId, commune, person }: Assistance,
  endedAt: Date,
  now: Date,
): Promise<void> {
  const told = await db
    .updateTable('identity.assistance')
    .set({ endingToldAt: now })
    .where('id', '=', id)
    .where('endingToldAt', 'is', null)
    .executeTakeFirst()
  if (told.numUpdatedRows === 0n) return
  const text = () =>
    t(
      '{person} (ANCB) n’agit plus pour le compte de la commune {ofName} depuis le {date}. Le registre garde la trace de cette assistance.',
      { person, ofName: afterOf(commune), date: formatDateTime(endedAt) },
    )
  const subject = () => t('L’assistance de l’ANCB est terminée')
  const notice = { organisationId: communeId, topic: 'assistance', subject, text, link } as const
  await notify(db, { ...notice, key: `assistance:${id}:end` }, now)
}
