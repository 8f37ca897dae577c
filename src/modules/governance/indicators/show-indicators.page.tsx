/** The national board: every indicator with its figure and its course, categories side by side, the yearly reports. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDate, formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { ActionButton, CardList, EmptyState, Page, Table } from '#web/components/index.tsx'
import {
  getDefinition,
  type IndicatorCode,
  indicatorCodes,
  themeLabels,
} from './indicator.lists.ts'
import {
  type DatedValue,
  type IndicatorRow,
  listGroupSeries,
  listGroupValues,
  type Snapshot,
} from './indicator.queries.ts'
import type { Theme } from './indicator.types.ts'
import { IndicatorCard } from './indicator-card.view.tsx'
import { findKept } from './load-snapshots.ts'
import { groupBy } from './series.rules.ts'
import { tellValue } from './tell-value.ts'

interface Board {
  readonly latest: Snapshot
  readonly days: readonly string[]
  readonly series: ReadonlyMap<IndicatorCode, readonly DatedValue[]>
  /** Of the latest day, for departments and categories. */
  readonly groups: readonly IndicatorRow[]
}

export const showIndicatorsPage = page('/indicateurs', {
  load: (_, context) => loadBoard(context),
  allow: everyone,
  isPublic: true,
  view: (board, { actor }) => <ShowIndicators board={board} actor={actor} />,
})

async function loadBoard({ db }: Context): Promise<Board | null> {
  const kept = await findKept(db)
  if (!kept) return null
  const { latest, days, fromDay } = kept
  return {
    ...{ latest, days },
    series: groupBy(await listGroupSeries(db, '', fromDay), ({ indicator }) => indicator),
    groups: await listGroupValues(db, latest.day),
  }
}

function ShowIndicators({ board, actor }: { board: Board | null; actor: Actor }) {
  return (
    <Page
      wide
      title="Indicateurs"
      lead="Où en sont les communes et leur travail avec les startups, compté d’après ce qui est enregistré ici, et rien d’autre."
    >
      {board ? (
        <Measured {...board} />
      ) : (
        <EmptyState title="Aucun indicateur n’a encore été calculé">
          <p>{t('Ils le sont chaque nuit.')}</p>
        </EmptyState>
      )}
      {associationStaff(actor, null) && (
        <ActionButton action="/indicateurs/recalculer" label="Recalculer maintenant" />
      )}
    </Page>
  )
}

function Measured({ latest, days, series, groups }: Board) {
  return (
    <>
      <p>
        {t('Au {day}, calculé le {moment}. Chaque chiffre mène à sa définition et à ses données.', {
          day: formatDate(latest.day),
          moment: formatDateTime(latest.computedAt),
        })}
      </p>
      {(Object.keys(themeLabels) as Theme[]).map((theme) => (
        <section key={theme}>
          <h2>{t(themeLabels[theme])}</h2>
          <CardList>
            {indicatorCodes
              .filter((code) => getDefinition(code).theme === theme)
              .map((code) => (
                <IndicatorCard key={code} code={code} series={series.get(code) ?? []} days={days} />
              ))}
          </CardList>
        </section>
      ))}
      <Comparison latest={latest} series={series} groups={groups} />
      <Reports days={days} />
    </>
  )
}

const categories = Object.keys(categoryLabels) as Category[]

function Comparison({ latest, series, groups }: Omit<Board, 'days'>) {
  const compared = indicatorCodes.filter((code) => !getDefinition(code).isNational)
  return (
    <section>
      <h2>{t('Par catégorie de commune')}</h2>
      <Table
        caption="Les indicateurs, catégorie par catégorie"
        isCaptionHidden
        columns={[
          { key: 'label', label: 'Indicateur' },
          { key: 'country', label: 'Pays', numeric: true },
          ...categories.map((category) => ({
            key: category,
            label: categoryLabels[category],
            numeric: true,
          })),
        ]}
        rows={compared.map((code) => {
          const own = groups.filter(({ indicator }) => indicator === code)
          const country = series.get(code)?.findLast(({ day }) => day === latest.day)
          const tell = (value: { value: number } | undefined) =>
            value ? tellValue(getDefinition(code), value) : '—'
          return {
            label: <a href={`/indicateurs/${code}`}>{t(getDefinition(code).label)}</a>,
            country: tell(country),
            ...Object.fromEntries(
              categories.map((category) => [
                category,
                tell(own.find(({ groupKey }) => groupKey === category)),
              ]),
            ),
          }
        })}
      />
      <p class="meta">{t('— : pas encore mesuré.')}</p>
    </section>
  )
}

function Reports({ days }: Pick<Board, 'days'>) {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))].reverse()
  return (
    <section>
      <h2>{t('Rapports annuels')}</h2>
      <ul>
        {years.map((year) => (
          <li key={year}>
            {year} : <a href={`/indicateurs/rapport/${year}.pdf`}>{t('en PDF')}</a>,{' '}
            <a href={`/indicateurs/rapport/${year}.docx`}>{t('en Word')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
