/** What waits for somebody about services, and where they may go. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { type Actor, communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { countToConfirm } from './inventory/offer.queries.ts'
import { listReportTasks } from './reports/report.tasks.ts'
import { listRequestTasks } from './requests/request.tasks.ts'

const isTeam = (actor: Actor) => worksForA(actor, 'commune', ...communeTeam)

export const servicesSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const requests = await listRequestTasks(db, actor, now)
    if (!isTeam(actor)) return requests
    const communeId = getOrganisationId(actor)
    const waiting = [...requests, ...(await listReportTasks(db, communeId))]
    const count = await countToConfirm(db, communeId)
    if (count === 0) return waiting
    const title = t(
      '{count, plural, one {Confirmer un service livré par un projet} other {Confirmer # services livrés par un projet}}',
      { count },
    )
    return [...waiting, { title, href: '/espace/services', tone: 'warning' }]
  },
  listLinks: (actor) =>
    isTeam(actor)
      ? [
          { label: 'Demandes reçues', href: '/espace/demandes' },
          { label: 'Signalements', href: '/espace/signalements' },
          { label: 'Registre des actes', href: '/espace/actes' },
          { label: 'Journal des recettes', href: '/espace/recettes' },
          { label: 'Services de la commune', href: '/espace/services' },
          { label: 'Démarches de la commune', href: '/espace/demarches' },
        ]
      : actor.organisation === null
        ? [{ label: 'Mes demandes', href: '/demandes' }]
        : [],
}
