/** Every commune learns that the association published a new model letter: its secretary, its mayor and its responsable SI, once. */

import { listMatchingCommunes } from '#modules/directory/index.ts'
import { notify } from '#modules/identity/index.ts'
import { communeOfficers } from '#platform/actor.ts'
import type { Subscriber } from '#platform/events.ts'
import { t } from '#platform/i18n.ts'
import { getModel } from './model-letter.queries.ts'

/** After 'modelLetter.publish'. */
export const announceModel: Subscriber = async (db, { subjectId, occurredAt }) => {
  const { model } = await getModel(db, subjectId)
  for (const { id } of await listMatchingCommunes(db))
    await notify(
      db,
      {
        organisationId: id,
        roles: communeOfficers,
        topic: 'planning',
        subject: () =>
          t('Lettre de cadrage modèle : la version {number} a paru', {
            number: model.number ?? '',
          }),
        text: () => model.reason,
        link: '/lettre-de-cadrage',
        key: `modelLetter:${model.id}`,
      },
      occurredAt,
    )
}
