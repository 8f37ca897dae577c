/** What awaits a commune's team in its connectivity, and where the association keeps the assumptions. */

import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { mayKeepConnectivity } from './connectivity.policy.ts'
import { listOpenOutages } from './outage.queries.ts'
import { listSiteStates } from './state.queries.ts'

export const connectivitySpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    if (!mayKeepConnectivity(actor, null)) return []
    const communeId = getOrganisationId(actor)
    return [
      ...(await listOutageTasks(db, communeId, now)),
      ...(await listMeasurementTasks(db, communeId)),
    ]
  },
  listLinks(actor) {
    if (mayKeepConnectivity(actor, null))
      return [{ label: 'Connectivité', href: '/espace/connectivite' }]
    if (associationStaff(actor, null))
      return [{ label: 'Hypothèses de la connectivité', href: '/espace/connectivite/hypotheses' }]
    return []
  },
}

/** One that lasts more than a day: it ended and nobody said so, or somebody must be called. */
async function listOutageTasks(db: Db, communeId: string, now: Date): Promise<SpaceTask[]> {
  const outages = await listOpenOutages(db, communeId)
  return outages
    .filter(({ beganAt }) => beganAt < addDays(now, -1))
    .map(({ id, siteName, beganAt }) => ({
      title: t('Dire si la coupure est finie : {site}', { site: siteName }),
      text: t('Depuis le {date}.', { date: formatDate(beganAt) }),
      href: `/espace/connectivite/coupures/${id}`,
      tone: 'warning',
    }))
}

/** One line, however many sites: whoever measures goes from one to the next. */
async function listMeasurementTasks(db: Db, communeId: string): Promise<SpaceTask[]> {
  const unmeasured = (await listSiteStates(db, communeId)).filter(
    ({ speed }) => speed === 'notMeasured',
  )
  const [first] = unmeasured
  if (!first) return []
  return [
    {
      title: t(
        '{count, plural, one {Mesurer la connexion de {site}} other {Mesurer les connexions de # lieux}}',
        { count: unmeasured.length, site: first.name },
      ),
      text: t('Aucune mesure depuis 90 jours'),
      href:
        unmeasured.length === 1
          ? `/espace/connectivite/lieux/${first.siteId}/mesurer`
          : '/espace/connectivite',
      tone: 'neutral',
    },
  ]
}
