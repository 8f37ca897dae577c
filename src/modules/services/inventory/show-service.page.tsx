/** One service: what it is, what to bring, where the State serves it, how each commune offers it and for how much. */
import { domainLabels, listCommuneNames, serviceDomains } from '#modules/directory/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, EmptyState, Notice, Page } from '#web/components/index.tsx'
import { FactList, FactText } from './fact-text.view.tsx'
import { FeeTable } from './fee-table.view.tsx'
import { nameService } from './listed-service.ts'
import { listOffersOfService } from './offer.queries.ts'
import { OfferTable } from './offer-table.view.tsx'
import {
  authorityLabels,
  channelLabels,
  lifeEventLabels,
  platformLabels,
  targetLabels,
} from './service.labels.ts'
import type { Fee, Offer, PlatformLine, Sheet } from './service.schema.ts'
import { getSheet, listFees, listPlatforms } from './sheet.queries.ts'

interface Shown {
  readonly sheet: Sheet
  readonly offers: readonly Offer[]
  readonly platforms: readonly PlatformLine[]
  readonly fees: readonly Fee[]
  readonly communes: ReadonlyMap<string, string>
}

export const showServicePage = page('/services/:code', {
  load: ({ code }, context) => loadService(code, context),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowService {...shown} />,
})

async function loadService(code: string, { db }: Context): Promise<Shown> {
  const sheet = await getSheet(db, code)
  const offers = await listOffersOfService(db, code)
  const platforms = await listPlatforms(db, code)
  const fees = await listFees(db, { serviceCode: code })
  const named = [...offers, ...fees, ...platforms].flatMap(({ communeId }) => communeId ?? [])
  return { sheet, offers, platforms, fees, communes: await listCommuneNames(db, named) }
}

function ShowService(shown: Shown) {
  const { sheet, offers, fees, communes } = shown
  const domain = domainLabels[serviceDomains[sheet.serviceCode] ?? '']
  return (
    <Page
      title={nameService(sheet.serviceCode)}
      kicker={domain && t(domain)}
      lead={sheet.description}
      breadcrumbs={[{ label: 'Services municipaux', href: '/services' }]}
    >
      {sheet.suspension && (
        <Notice kind="warning" title="Service suspendu">
          <p>
            <FactText {...sheet.suspension} />
          </p>
        </Notice>
      )}
      <Identity sheet={sheet} />
      <h2>{t('Ce qu’il faut apporter')}</h2>
      <FactList facts={sheet.documents} />
      <h2>{t('Ce que disent les textes')}</h2>
      <FactList facts={sheet.regulations} />
      <Platforms {...shown} />
      <h2>{t('Commune par commune')}</h2>
      {offers.length === 0 ? (
        <EmptyState title="Aucune commune n’a encore dit comment elle rend ce service" />
      ) : (
        <OfferTable offers={offers} communes={communes} />
      )}
      <h2>{t('Les tarifs connus')}</h2>
      <FeeTable fees={fees} communes={communes} />
      <p class="meta">
        {sheet.source} {t('Mis à jour le {date}.', { date: formatDate(sheet.sourceDate) })}
      </p>
    </Page>
  )
}

function Identity({ sheet }: Pick<Shown, 'sheet'>) {
  const { outcome, targets, lifeEvent, authority, channels, delay, serviceCode } = sheet
  const say = (labels: Readonly<Record<string, string>>, codes: readonly string[]) =>
    codes.map((code) => t(labels[code] ?? code)).join(', ')
  return (
    <DefinitionList
      items={[
        { term: 'Ce que l’on reçoit', value: outcome },
        { term: 'Pour qui', value: say(targetLabels, targets) },
        { term: 'Moment de la vie', value: say(lifeEventLabels, [lifeEvent]) },
        { term: 'Autorité compétente', value: say(authorityLabels, [authority]) },
        { term: 'Comment demander', value: say(channelLabels, channels) },
        {
          term: 'Délai',
          value: delay ? <FactText {...delay} /> : t('À confirmer auprès de la commune.'),
        },
        { term: 'Code', value: serviceCode },
      ]}
    />
  )
}

function Platforms({ platforms, communes }: Pick<Shown, 'platforms' | 'communes'>) {
  if (platforms.length === 0) return null
  return (
    <>
      <h2>{t('Servi par l’État')}</h2>
      <ul>
        {platforms.map(({ id, platform, communeId, url, since, source }) => (
          <li key={id}>
            {url ? <a href={url}>{platformLabels[platform]}</a> : platformLabels[platform]},{' '}
            {communeId === null ? t('toutes les communes') : communes.get(communeId)}
            {since && ` (${t('depuis le {date}', { date: formatDate(since) })})`}{' '}
            <small class="soft">{t('(source : {source})', { source })}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
