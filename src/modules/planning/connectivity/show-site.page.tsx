/** A site for its commune: how it stands, its connections, what was measured there, when it was cut off. */

import type { Actor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  DefinitionList,
  Notice,
  Page,
} from '#web/components/index.tsx'
import { mayRemoveRecords, mayWriteConnectivity } from './connectivity.policy.ts'
import { explainGap } from './gap.labels.ts'
import { listMeasurements, type Measurement } from './measurement.queries.ts'
import { listOutages, type OutageRow } from './outage.queries.ts'
import { listProviders } from './provider.queries.ts'
import { siteKindLabels } from './site.labels.ts'
import { getSite, type Link, listLinks } from './site.queries.ts'
import type { Site, SiteState } from './site.schema.ts'
import { listStateFacts, SiteTag } from './site-facts.view.tsx'
import { Links, Measurements, Outages } from './site-records.view.tsx'
import { findSiteState } from './state.queries.ts'

interface Shown {
  readonly site: Site
  readonly state: SiteState | undefined
  readonly links: readonly Link[]
  readonly measurements: readonly Measurement[]
  readonly outages: readonly OutageRow[]
  readonly providers: ReadonlyMap<string, string>
}

export const showSitePage = page('/espace/connectivite/lieux/:siteId', {
  load: async ({ siteId }, { db }: Context): Promise<Shown> => ({
    site: await getSite(db, siteId),
    state: await findSiteState(db, siteId),
    links: await listLinks(db, siteId),
    measurements: await listMeasurements(db, siteId),
    outages: await listOutages(db, siteId),
    providers: new Map((await listProviders(db)).map(({ code, name }) => [code, name])),
  }),
  allow: (actor, { site }) => mayWriteConnectivity(actor, site),
  view: (shown, { actor }) => <ShowSite {...shown} actor={actor} />,
})

function ShowSite({ site, state, providers, actor, ...records }: Shown & { actor: Actor }) {
  const base = `/espace/connectivite/lieux/${site.id}`
  const isOpen = site.closedOn === null
  return (
    <Page
      title={site.name}
      wide
      kicker={t(siteKindLabels[site.kind])}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Connectivité', href: '/espace/connectivite' },
      ]}
    >
      {state && (
        <>
          <p>
            <SiteTag state={state} /> {explainGap(state)}
          </p>
          <DefinitionList items={listStateFacts(state, providers)} />
        </>
      )}
      {isOpen ? <Acts base={base} hasLink={records.links.length > 0} /> : <Closed site={site} />}
      <Links links={records.links} base={base} isOpen={isOpen} />
      <Measurements
        measurements={records.measurements}
        links={records.links}
        mayRemove={mayRemoveRecords(actor, site)}
      />
      <Outages outages={records.outages} links={records.links} />
      {isOpen && (
        <ActionButton
          action={`${base}/fermer`}
          label="Fermer ce lieu"
          kind="danger"
          confirm="Le lieu ne comptera plus dans la connectivité de la commune. Ses mesures sont gardées, et vous pourrez le rouvrir."
        />
      )}
    </Page>
  )
}

function Acts({ base, hasLink }: { base: string; hasLink: boolean }) {
  return (
    <Actions>
      {hasLink && <ButtonLink href={`${base}/mesurer`}>Mesurer</ButtonLink>}
      <ButtonLink href={`${base}/liens/nouveau`} kind={hasLink ? 'quiet' : 'primary'}>
        Ajouter une connexion
      </ButtonLink>
      <ButtonLink href={`${base}/modifier`} kind="quiet">
        Modifier le lieu
      </ButtonLink>
    </Actions>
  )
}

function Closed({ site }: { site: Site }) {
  return (
    <>
      <Notice kind="info" title="Ce lieu est fermé">
        <p>{site.closedOn && t('Depuis le {date}.', { date: formatDate(site.closedOn) })}</p>
      </Notice>
      <ActionButton
        action={`/espace/connectivite/lieux/${site.id}/rouvrir`}
        label="Rouvrir ce lieu"
      />
    </>
  )
}
