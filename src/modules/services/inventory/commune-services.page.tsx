/** The services of one commune: how each is rendered, where, for how much. */
import { type Commune, domainLabels, getCommuneBySlug } from '#modules/directory/index.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  EmptyState,
  Figure,
  Grid,
  Page,
  Table,
} from '#web/components/index.tsx'
import { listOpenServices } from '../procedures/published.queries.ts'
import { FeeTable } from './fee-table.view.tsx'
import { listQuarterEnds, tallyLevels } from './level.rules.ts'
import { LevelTag } from './level-tag.view.tsx'
import { groupServices, toListed } from './listed-service.ts'
import { offerPolicy } from './offer.policy.ts'
import { listOffersOfCommune, listProgress, type ProgressPoint } from './offer.queries.ts'
import { OfferPlace } from './offer-table.view.tsx'
import { ProgressTable } from './progress-table.view.tsx'
import { platformLabels } from './service.labels.ts'
import type { Fee, Offer, PlatformLine } from './service.schema.ts'
import type { ListedService } from './service-list.rules.ts'
import { listFees, listPlatformsOfCommune, listSheets } from './sheet.queries.ts'

interface Shown {
  readonly commune: Commune
  readonly services: readonly ListedService[]
  readonly offers: ReadonlyMap<string, Offer>
  readonly platforms: readonly PlatformLine[]
  readonly fees: readonly Fee[]
  /** The services it opened a procedure for. */
  readonly procedures: ReadonlySet<string>
  readonly progress: readonly ProgressPoint[]
}

export const communeServicesPage = page('/communes/:slug/services', {
  load: ({ slug }, context) => loadServices(slug, context),
  allow: everyone,
  isPublic: true,
  view: (shown, { actor }) => (
    <CommuneServices
      {...shown}
      isOwn={offerPolicy.declare(actor, { communeId: shown.commune.id })}
    />
  ),
})

async function loadServices(slug: string, { db, now }: Context): Promise<Shown> {
  const commune = await getCommuneBySlug(db, slug)
  const offers = await listOffersOfCommune(db, commune.id)
  return {
    commune,
    services: (await listSheets(db)).map(toListed),
    offers: new Map(offers.map((offer) => [offer.serviceCode, offer])),
    platforms: await listPlatformsOfCommune(db, commune.id),
    fees: await listFees(db, { communeId: commune.id }),
    procedures: await listOpenServices(db, commune.id),
    progress: await listProgress(db, listQuarterEnds(toDay(now), 4), commune.id),
  }
}

function CommuneServices(shown: Shown & { readonly isOwn: boolean }) {
  const { commune, services, offers, fees, progress, isOwn } = shown
  const tally = tallyLevels([...offers.values()].map(({ level }) => level))
  return (
    <Page
      title={t('Les services de {commune}', { commune: commune.name })}
      breadcrumbs={[
        { label: 'Communes', href: '/communes' },
        { label: commune.name, href: `/communes/${commune.slug}` },
      ]}
      wide
    >
      {offers.size === 0 ? (
        <EmptyState title="La commune n’a pas encore dit comment elle rend ses services" />
      ) : (
        <Grid>
          <Figure value={tally.offered} label="services proposés" />
          <Figure value={tally.digital} label="demandes possibles en ligne" />
          <Figure
            value={tally.share === null ? '–' : `${tally.share} %`}
            label="des services proposés"
          />
        </Grid>
      )}
      {isOwn && (
        <Actions>
          <ButtonLink href="/espace/services">Mettre à jour</ButtonLink>
        </Actions>
      )}
      {groupServices(services).map(({ domain, services: found }) => (
        <section key={domain}>
          <h2>{t(domainLabels[domain] ?? domain)}</h2>
          <DomainTable {...shown} domain={domain} found={found} />
        </section>
      ))}
      {fees.length > 0 && (
        <>
          <h2>{t('Les tarifs')}</h2>
          <FeeTable fees={fees} />
        </>
      )}
      {offers.size > 0 && <ProgressTable points={progress} />}
    </Page>
  )
}

type DomainProps = Pick<Shown, 'commune' | 'offers' | 'platforms' | 'procedures'> & {
  readonly domain: string
  readonly found: readonly ListedService[]
}

function DomainTable({ domain, found, offers, platforms, procedures, commune }: DomainProps) {
  return (
    <Table
      caption={domainLabels[domain] ?? domain}
      isCaptionHidden
      columns={[
        { key: 'service', label: 'Service' },
        { key: 'level', label: 'Niveau' },
        { key: 'place', label: 'Où' },
      ]}
      rows={found.map(({ code, label }) => ({
        service: (
          <>
            <a href={`/services/${code}`}>{t(label)}</a>
            {procedures.has(code) && (
              <>
                {' · '}
                <a href={`/communes/${commune.slug}/demarches/${code}`}>{t('La démarche')}</a>
              </>
            )}
          </>
        ),
        level: <LevelTag level={offers.get(code)?.level} />,
        place: <Places offer={offers.get(code)} state={findState(platforms, code)} />,
      }))}
    />
  )
}

function findState(platforms: readonly PlatformLine[], code: string): PlatformLine | undefined {
  return platforms.find(({ serviceCode }) => serviceCode === code)
}

interface PlacesProps {
  readonly offer: Offer | undefined
  readonly state: PlatformLine | undefined
}

/** What the commune says; failing that, where the State serves it. */
function Places({ offer, state }: PlacesProps) {
  if (offer?.place || offer?.url) return <OfferPlace place={offer.place} url={offer.url} />
  if (!state) return null
  const label = platformLabels[state.platform]
  return state.url ? <a href={state.url}>{label}</a> : <span>{label}</span>
}
