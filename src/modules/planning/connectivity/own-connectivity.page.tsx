/** The connectivity of the commune acted for: its sites as they stand, the gap and its cost, and what to do next. */
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  Details,
  EmptyState,
  Notice,
  Page,
} from '#web/components/index.tsx'
import { mayKeepConnectivity } from './connectivity.policy.ts'
import { explainGap } from './gap.labels.ts'
import { loadConnectivityGap } from './gap.queries.ts'
import type { ConnectivityGap } from './gap.types.ts'
import { GapSummary } from './gap-summary.view.tsx'
import { listOpenOutages, type OpenOutage } from './outage.queries.ts'
import { listProviders } from './provider.queries.ts'
import { siteKindLabels } from './site.labels.ts'
import { listClosedSites } from './site.queries.ts'
import type { Site, SiteState } from './site.schema.ts'
import { describeCost, nameConnection, SiteTag } from './site-facts.view.tsx'
import { formatPercent } from './speed.labels.ts'
import { listSiteStates } from './state.queries.ts'

interface Shown {
  readonly commune: Commune
  readonly states: readonly SiteState[]
  readonly closed: readonly Site[]
  readonly outages: readonly OpenOutage[]
  readonly gap: ConnectivityGap
  readonly providers: ReadonlyMap<string, string>
}

export const ownConnectivityPage = page('/espace/connectivite', {
  load: loadOwn,
  allow: mayKeepConnectivity,
  view: (shown) => <OwnConnectivity {...shown} />,
})

async function loadOwn(_: unknown, { db, actor, now }: Context): Promise<Shown | null> {
  if (!mayKeepConnectivity(actor, null)) return null
  const communeId = getOrganisationId(actor)
  return {
    commune: await getCommune(db, communeId),
    states: await listSiteStates(db, communeId),
    closed: await listClosedSites(db, communeId),
    outages: await listOpenOutages(db, communeId),
    gap: await loadConnectivityGap(db, communeId, now),
    providers: new Map((await listProviders(db)).map(({ code, name }) => [code, name])),
  }
}

function OwnConnectivity(shown: Partial<Shown>) {
  const { commune, states = [], closed = [], outages = [], gap, providers } = shown
  return (
    <Page
      title="Connectivité de la commune"
      kicker={commune?.name}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {states.length === 0 ? <NoSite /> : gap && <GapSummary gap={gap} />}
      {states.length > 0 && <Acts slug={commune?.slug ?? ''} />}
      {outages.length > 0 && <OpenOutages outages={outages} />}
      {states.length > 0 && <h2>{t('Les lieux')}</h2>}
      <CardList>
        {states.map((state) => (
          <SiteCard key={state.siteId} state={state} providers={providers ?? new Map()} />
        ))}
      </CardList>
      {closed.length > 0 && <ClosedSites closed={closed} />}
    </Page>
  )
}

function NoSite() {
  return (
    <EmptyState
      title="Aucun lieu déclaré"
      action={{ label: 'Ajouter la mairie', href: '/espace/connectivite/lieux/nouveau' }}
    >
      <p>
        {t(
          'Déclarez d’abord la mairie, puis les bureaux d’arrondissement, le point numérique communautaire et les autres lieux. Chaque lieu reçoit ensuite ses connexions, puis ses mesures ; l’écart et son coût se calculent seuls.',
        )}
      </p>
    </EmptyState>
  )
}

function Acts({ slug }: { slug: string }) {
  return (
    <Actions>
      <ButtonLink href="/espace/connectivite/lieux/nouveau">Ajouter un lieu</ButtonLink>
      <ButtonLink href="/espace/connectivite/importer" kind="quiet">
        Importer des mesures
      </ButtonLink>
      <ButtonLink href={`/communes/${slug}/connectivite`} kind="quiet">
        Voir la page publique
      </ButtonLink>
    </Actions>
  )
}

function OpenOutages({ outages }: Pick<Shown, 'outages'>) {
  return (
    <Notice kind="warning" title="Coupures en cours">
      <ul>
        {outages.map(({ id, siteName, beganAt }) => (
          <li key={id}>
            <a href={`/espace/connectivite/coupures/${id}`}>
              {t('{site}, depuis le {date}', { site: siteName, date: formatDate(beganAt) })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface CardProps {
  readonly state: SiteState
  readonly providers: ReadonlyMap<string, string>
}

function SiteCard({ state, providers }: CardProps) {
  const { siteId, name, kind, technologies, availability } = state
  const cost = describeCost(state)
  const base = `/espace/connectivite/lieux/${siteId}`
  return (
    <Card
      title={name}
      href={base}
      kicker={t(siteKindLabels[kind])}
      tags={<SiteTag state={state} />}
      level={3}
      meta={
        <>
          {nameConnection(state, providers)}
          {availability !== null &&
            ` · ${t('disponible {share} du temps', { share: formatPercent(availability) })}`}
        </>
      }
    >
      <p>{explainGap(state)}</p>
      {cost && <p class="strong">{cost}</p>}
      <p>
        {technologies.length > 0 ? (
          <a href={`${base}/mesurer`}>{t('Mesurer')}</a>
        ) : (
          <a href={`${base}/liens/nouveau`}>{t('Ajouter sa connexion')}</a>
        )}
      </p>
    </Card>
  )
}

function ClosedSites({ closed }: Pick<Shown, 'closed'>) {
  return (
    <Details summary="Lieux fermés">
      <ul>
        {closed.map(({ id, name, closedOn }) => (
          <li key={id}>
            <a href={`/espace/connectivite/lieux/${id}`}>{name}</a>{' '}
            {closedOn && t('fermé le {date}', { date: formatDate(closedOn) })}
          </li>
        ))}
      </ul>
    </Details>
  )
}
