/** What an organisation has to do about its adhesion: sign what is prepared, read the version that replaced the one it signed. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { findVersionInForce } from '../framework/framework.queries.ts'
import { mayAdhere } from './adhesion.lifecycle.ts'
import { findAdhesion } from './adhesion.queries.ts'

const href = '/espace/adhesion'

export async function listAdhesionTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  if (!mayAdhere(actor)) return []
  const organisationId = getOrganisationId(actor)
  const prepared = await findAdhesion(db, organisationId, 'prepared')
  if (prepared)
    return [{ title: t('Signer l’adhésion au cadre de collaboration'), href, tone: 'warning' }]
  const signed = await findAdhesion(db, organisationId, 'signed')
  const inForce = await findVersionInForce(db)
  if (!signed || !inForce || signed.frameworkVersionId === inForce.id) return []
  const number = inForce.number ?? 0
  return [
    { title: t('Lire la version {number} du cadre, et y adhérer', { number }), href, tone: 'info' },
  ]
}
