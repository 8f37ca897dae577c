/** The buttons of sites, measurements and outages. */
import { z } from 'zod'
import { action, type Context, type Route, refuse, seeOther } from '#platform/web.ts'
import { mayRemoveRecords, mayWriteConnectivity } from './connectivity.policy.ts'
import { removeMeasurement } from './measurement.actions.ts'
import { getMeasurement } from './measurement.queries.ts'
import { endOutage, removeOutage } from './outage.actions.ts'
import { getOutage } from './outage.queries.ts'
import { closeSite, openSiteAgain } from './site.actions.ts'
import { getSite, hasSiteNamed } from './site.queries.ts'
import type { Site } from './site.schema.ts'

const nothing = z.object({})
const pageOfSite = (siteId: string) => `/espace/connectivite/lieux/${siteId}`

const loadSite = ({ siteId }: { siteId: string }, { db }: Context) => getSite(db, siteId)

const closeSiteAction = action('/espace/connectivite/lieux/:siteId/fermer', {
  load: loadSite,
  allow: (actor, site) => mayWriteConnectivity(actor, site) && site.closedOn === null,
  input: nothing,
  back: ({ id }) => pageOfSite(id),
  act: async (site, _, context) => {
    await closeSite(context, site)
    return seeOther('/espace/connectivite', 'Le lieu est fermé.')
  },
})

const openSiteAction = action('/espace/connectivite/lieux/:siteId/rouvrir', {
  load: loadSite,
  allow: (actor, site) => mayWriteConnectivity(actor, site) && site.closedOn !== null,
  input: nothing,
  back: ({ id }) => pageOfSite(id),
  act: async (site: Site, _, context) => {
    if (await hasSiteNamed(context.db, site.communeId, site.name, site.id))
      return refuse({ form: 'Un autre lieu porte maintenant ce nom : renommez-le d’abord.' })
    await openSiteAgain(context, site)
    return seeOther(pageOfSite(site.id), 'Le lieu est rouvert.')
  },
})

const removeMeasurementAction = action('/espace/connectivite/mesures/:measurementId/retirer', {
  load: ({ measurementId }: { measurementId: string }, { db }: Context) =>
    getMeasurement(db, measurementId),
  allow: mayRemoveRecords,
  input: nothing,
  back: ({ siteId }) => pageOfSite(siteId),
  act: async (measurement, _, context) => {
    await removeMeasurement(context, measurement)
    return seeOther(pageOfSite(measurement.siteId), 'La mesure est retirée.')
  },
})

const loadOutage = ({ outageId }: { outageId: string }, { db }: Context) => getOutage(db, outageId)

const endOutageAction = action('/espace/connectivite/coupures/:outageId/terminer', {
  load: loadOutage,
  allow: mayWriteConnectivity,
  input: nothing,
  back: ({ siteId }) => pageOfSite(siteId),
  act: async (outage, _, context) => {
    await endOutage(context, outage)
    return seeOther(pageOfSite(outage.siteId), 'La coupure est terminée.')
  },
})

const removeOutageAction = action('/espace/connectivite/coupures/:outageId/retirer', {
  load: loadOutage,
  allow: mayRemoveRecords,
  input: nothing,
  back: ({ siteId }) => pageOfSite(siteId),
  act: async (outage, _, context) => {
    await removeOutage(context, outage)
    return seeOther(pageOfSite(outage.siteId), 'La coupure est retirée.')
  },
})

export const recordRoutes: Route[] = [
  closeSiteAction,
  openSiteAction,
  removeMeasurementAction,
  endOutageAction,
  removeOutageAction,
]
