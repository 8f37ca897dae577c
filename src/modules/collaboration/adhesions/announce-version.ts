/** Each adherent learns that a new version of the framework has appeared; until they sign it, the former binds them. */
import { notify } from '#modules/identity/index.ts'
import type { Subscriber } from '#platform/events.ts'
import { t } from '#platform/i18n.ts'
import { getFramework } from '../framework/framework.queries.ts'
import { listAdherentIds } from './adhesion.queries.ts'

/** After 'framework.publish'. */
export const announceVersion: Subscriber = async (db, { subjectId, occurredAt }) => {
  const { version } = await getFramework(db, subjectId)
  for (const organisationId of await listAdherentIds(db))
    await notify(
      db,
      {
        organisationId,
        roles: ['secretary', 'mayor', 'manager'],
        topic: 'agreements',
        subject: () =>
          t('Convention-cadre : la version {number} a paru', { number: version.number ?? '' }),
        text: () =>
          t(
            '{summaryOfChanges}\n\nVous restez lié par la version que vous avez signée, tant que vous n’en signez pas une autre.',
            { summaryOfChanges: version.summaryOfChanges },
          ),
        link: '/espace/adhesion',
        key: `framework:${version.id}`,
      },
      occurredAt,
    )
}
