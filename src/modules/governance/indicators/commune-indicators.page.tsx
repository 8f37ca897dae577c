/** The indicators of one commune, each beside the median of its category and the country. */
import {
  type Category,
  type Commune,
  categoryLabels,
  getCommuneBySlug,
  listMatchingCommunes,
} from '#modules/directory/index.ts'
import { afterOf } from '#platform/elision.rules.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { CardList, EmptyState, Page } from '#web/components/index.tsx'
import {
  getDefinition,
  type IndicatorCode,
  indicatorCodes,
  themeLabels,
} from './indicator.lists.ts'
import {
  type DatedValue,
  type IndicatorRow,
  listCommuneSeries,
  listGroupSeries,
  listValuesOn,
} from './indicator.queries.ts'
import type { Theme } from './indicator.types.ts'
import { IndicatorCard } from './indicator-card.view.tsx'
import { findKept } from './load-snapshots.ts'
import { findMedian, groupBy } from './series.rules.ts'
import { formatIndicator, tellValue } from './tell-value.ts'

type Series = ReadonlyMap<IndicatorCode, readonly DatedValue[]>

interface Shown {
  readonly commune: Commune
  readonly days: readonly string[]
  readonly own: Series
  /** Of its category, taken whole. */
  readonly category: Series
  /** Of the latest day: the country, and the communes of its category. */
  readonly country: ReadonlyMap<IndicatorCode, IndicatorRow>
  readonly alike: ReadonlyMap<IndicatorCode, readonly IndicatorRow[]>
}

export const communeIndicatorsPage = page('/communes/:slug/indicateurs', {
  load: ({ slug }, context) => loadShown(slug, context),
  allow: everyone,
  isPublic: true,
  view: (shown) => <CommuneIndicators {...shown} />,
})

async function loadShown(slug: string, { db }: Context): Promise<Shown> {
  const commune = await getCommuneBySlug(db, slug)
  const kept = await findKept(db)
  const none = new Map()
  if (!kept) return { commune, days: [], own: none, category: none, country: none, alike: none }
  const { latest, days, fromDay } = kept
  const byIndicator = ({ indicator }: DatedValue) => indicator
  const alike = new Set(
    (await listMatchingCommunes(db))
      .filter(({ category }) => category === commune.category)
      .map(({ id }) => id),
  )
  const values = await listValuesOn(db, latest.day)
  const isOfCountry = ({ groupKey, communeId }: IndicatorRow) => groupKey === '' && !communeId
  return {
    ...{ commune, days },
    own: groupBy(await listCommuneSeries(db, commune.id, fromDay), byIndicator),
    category: groupBy(await listGroupSeries(db, commune.category, fromDay), byIndicator),
    country: new Map(values.filter(isOfCountry).map((row) => [row.indicator, row])),
    alike: groupBy(
      values.filter(({ communeId }) => communeId !== null && alike.has(communeId)),
      byIndicator,
    ),
  }
}

function CommuneIndicators(shown: Shown) {
  const { commune, days, own } = shown
  const told = indicatorCodes.filter((code) => own.has(code))
  const missing = indicatorCodes.filter((code) => !own.has(code) && !getDefinition(code).isNational)
  const latest = days.at(-1)
  return (
    <Page
      wide
      title={t('Les indicateurs {ofName}', { ofName: afterOf(commune.name) })}
      breadcrumbs={[
        { label: 'Communes', href: '/communes' },
        { label: commune.name, href: `/communes/${commune.slug}` },
      ]}
    >
      {latest && told.length > 0 ? (
        <>
          <p>
            {t('Au {day}. En tirets, la catégorie de la commune : {category}.', {
              day: formatDate(latest),
              category: t(categoryLabels[commune.category as Category]).toLowerCase(),
            })}
          </p>
          <Themes {...shown} told={told} />
        </>
      ) : (
        <EmptyState title="Aucun indicateur n’est encore mesuré dans cette commune" />
      )}
      {missing.length > 0 && (
        <p class="meta">
          {t('Pas encore mesurés : {names}.', {
            names: missing.map((code) => t(getDefinition(code).label)).join(', '),
          })}
        </p>
      )}
      <p>
        <a href={`/communes/${commune.slug}/indicateurs.csv`}>
          {t('Toutes les valeurs, et leur histoire, en CSV')}
        </a>
      </p>
    </Page>
  )
}

function Themes({ told, ...shown }: Shown & { told: readonly IndicatorCode[] }) {
  const themes = (Object.keys(themeLabels) as Theme[]).filter((theme) =>
    told.some((code) => getDefinition(code).theme === theme),
  )
  return themes.map((theme) => (
    <section key={theme}>
      <h2>{t(themeLabels[theme])}</h2>
      <CardList>
        {told
          .filter((code) => getDefinition(code).theme === theme)
          .map((code) => (
            <IndicatorCard
              key={code}
              {...{ code, days: shown.days, isOfCommune: true }}
              series={shown.own.get(code) ?? []}
              other={{ label: t('sa catégorie'), series: shown.category.get(code) ?? [] }}
              compared={tellCompared(code, shown)}
            />
          ))}
      </CardList>
    </section>
  ))
}

/** What is so or not of a commune has no median: its category is told as a share. */
function tellCompared(code: IndicatorCode, { alike, country, category, days }: Shown): string[] {
  const definition = getDefinition(code)
  const ofCountry = country.get(code)
  const group = category.get(code)?.findLast(({ day }) => day === days.at(-1))
  const median = definition.isYesNo ? (group?.value ?? null) : findMedian(alike.get(code) ?? [])
  const told = median === null ? '—' : formatIndicator(median, definition.unit)
  return [
    definition.isYesNo
      ? t('Catégorie : {value} des communes', { value: told })
      : t('Médiane de la catégorie : {value}', { value: told }),
    t('Pays : {value}', { value: ofCountry ? tellValue(definition, ofCountry) : '—' }),
  ]
}
