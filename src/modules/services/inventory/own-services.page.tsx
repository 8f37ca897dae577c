/** Where a commune says how it renders its services: domain by domain. */
import { domainLabels } from '#modules/directory/index.ts'
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Notice, Page, Table } from '#web/components/index.tsx'
import { groupServices, nameService, toListed } from './listed-service.ts'
import { listOffersOfCommune } from './offer.queries.ts'
import type { Offer } from './service.schema.ts'
import type { DomainGroup, ListedService } from './service-list.rules.ts'
import { listSheets } from './sheet.queries.ts'

interface Own {
  readonly groups: readonly DomainGroup<ListedService>[]
  readonly offers: ReadonlyMap<string, Offer>
}

export const ownServicesPage = page('/espace/services', {
  load: async (_, { db, actor }): Promise<Own> => {
    const offers = await listOffersOfCommune(db, getOrganisationId(actor))
    return {
      groups: groupServices((await listSheets(db)).map(toListed)),
      offers: new Map(offers.map((offer) => [offer.serviceCode, offer])),
    }
  },
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (own) => <OwnServices {...own} />,
})

function OwnServices({ groups, offers }: Own) {
  const toConfirm = [...offers.values()].filter(({ isToConfirm }) => isToConfirm)
  return (
    <Page
      title="Les services de la commune"
      lead="Dites, domaine par domaine, comment la commune rend chaque service. Tout le monde le lira."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {toConfirm.length > 0 && <ToConfirm offers={toConfirm} />}
      <Table
        caption="Services renseignés, par domaine"
        columns={[
          { key: 'domain', label: 'Domaine' },
          { key: 'known', label: 'Renseignés', numeric: true },
        ]}
        rows={groups.map(({ domain, services }) => ({
          domain: (
            <a href={`/espace/services/domaines/${domain}`}>{t(domainLabels[domain] ?? '')}</a>
          ),
          known: t('{known} sur {total}', {
            known: services.filter(({ code }) => offers.has(code)).length,
            total: services.length,
          }),
        }))}
      />
    </Page>
  )
}

function ToConfirm({ offers }: { readonly offers: readonly Offer[] }) {
  return (
    <Notice kind="warning" title="Livrés par un projet, à confirmer">
      <ul>
        {offers.map(({ serviceCode }) => (
          <li key={serviceCode}>
            <a href={`/espace/services/${serviceCode}`}>{t(nameService(serviceCode))}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
