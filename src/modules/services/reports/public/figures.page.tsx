/** Reports in figures, for the country or one commune: how many, in what state, and in how many days. */

import { type CommunePlace, listCommunePlaces } from '#modules/directory/index.ts'
import { addDays } from '#platform/days.rules.ts'
import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import { ButtonLink, EmptyState, GetForm, Page, Select, Table } from '#web/components/index.tsx'
import { nameCategory } from '../category.facts.ts'
import { listTakingCommunes } from '../category.queries.ts'
import { type FigureLine, measureReports, type Quantiles } from '../figures.queries.ts'

export interface Figures {
  readonly commune: CommunePlace | null
  readonly communes: readonly CommunePlace[]
  readonly byCategory: readonly FigureLine[]
  /** Where all of them are shown. */
  readonly byCommune: readonly FigureLine[]
}

export const figuresPage = page('/signalements/chiffres', {
  load: (_, context) => loadFigures(context),
  allow: everyone,
  isPublic: true,
  view: (figures) => <ShowFigures {...figures} />,
})

/** Of the last twelve months. */
export async function loadFigures({
  db,
  query,
  now,
}: Pick<Context, 'db' | 'query' | 'now'>): Promise<Figures> {
  const taking = await listTakingCommunes(db)
  const communes = (await listCommunePlaces(db))
    .filter(({ id }) => taking.has(id))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
  const asked = readQueryText(query.commune)
  const commune = communes.find(({ slug }) => slug === asked) ?? null
  const since = addDays(now, -365)
  const scope = { communeId: commune?.id ?? null, since }
  return {
    ...{ commune, communes },
    byCategory: await measureReports(db, { by: 'category', ...scope }),
    byCommune: commune ? [] : await measureReports(db, { by: 'commune', ...scope }),
  }
}

function ShowFigures({ commune, communes, byCategory, byCommune }: Figures) {
  const nameOf = new Map(communes.map(({ id, name }) => [id, name]))
  const query = commune ? `?commune=${commune.slug}` : ''
  return (
    <Page
      title="Les signalements en chiffres"
      kicker={commune?.name}
      lead="Signalements reçus depuis douze mois. La première réponse et la réparation se comptent depuis la réception."
      wide
      breadcrumbs={[{ label: 'Signalements', href: '/signalements' }]}
    >
      <GetForm action="/signalements/chiffres" submit="Afficher">
        <Select
          name="commune"
          label="Commune"
          empty="Tout le pays"
          value={commune?.slug}
          options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      </GetForm>
      {byCategory.length === 0 ? (
        <EmptyState title="Aucun signalement à compter" />
      ) : (
        <FigureTables byCategory={byCategory} byCommune={byCommune} nameOf={nameOf} />
      )}
      <p>
        <ButtonLink kind="quiet" href={`/signalements/chiffres.csv${query}`}>
          Ces chiffres dans un tableur (CSV)
        </ButtonLink>
      </p>
    </Page>
  )
}

interface TablesProps extends Pick<Figures, 'byCategory' | 'byCommune'> {
  readonly nameOf: ReadonlyMap<string, string>
}

function FigureTables({ byCategory, byCommune, nameOf }: TablesProps) {
  return (
    <>
      <p>
        {t(
          'Médiane : un signalement sur deux va plus vite. Entre parenthèses : neuf sur dix vont plus vite. Les doublons ne sont pas mesurés.',
        )}
      </p>
      <FigureTable
        caption="Par genre de problème"
        first="Problème"
        lines={byCategory}
        nameOf={(key) => t(nameCategory(key))}
      />
      {byCommune.length > 0 && (
        <FigureTable
          caption="Par commune"
          first="Commune"
          lines={byCommune.filter(({ key }) => key !== null)}
          nameOf={(key) => nameOf.get(key) ?? ''}
        />
      )}
    </>
  )
}

interface TableProps {
  readonly caption: string
  readonly first: string
  readonly lines: readonly FigureLine[]
  readonly nameOf: (key: string) => string
}

function FigureTable({ caption, first, lines, nameOf }: TableProps) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: first },
        { key: 'received', label: 'Reçus', numeric: true },
        { key: 'open', label: 'À régler', numeric: true },
        { key: 'resolved', label: 'Réglés', numeric: true },
        { key: 'rejected', label: 'Rejetés', numeric: true },
        { key: 'duplicate', label: 'Doublons', numeric: true },
        { key: 'toAnswer', label: 'Première réponse', numeric: true },
        { key: 'toResolve', label: 'Réparation', numeric: true },
      ]}
      rows={lines.map(({ key, toAnswer, toResolve, ...counts }) => ({
        name: key === null ? t('Tous') : nameOf(key),
        ...counts,
        toAnswer: tellQuantiles(toAnswer),
        toResolve: tellQuantiles(toResolve),
      }))}
    />
  )
}

function tellQuantiles({ median, slowest }: Quantiles): string {
  if (median === null || slowest === null) return '—'
  return t('{median} j ({slowest} j)', {
    median: formatDecimal(median),
    slowest: formatDecimal(slowest),
  })
}
