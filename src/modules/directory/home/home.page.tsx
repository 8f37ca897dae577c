/** The home page: what Cauri is in a sentence, a search, and what is new. */
import { sql } from 'kysely'
import type { VNode } from 'preact'
import type { Db } from '#platform/database.ts'
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { CardList, Figure, GetForm, Grid, Hero, Page, SearchBox } from '#web/components/index.tsx'
import { type CatalogueEntry, selectEntries } from '../catalogue/catalogue-entry.queries.ts'
import { SolutionCard } from '../catalogue/solution-card.view.tsx'

/** What a later module adds below; nothing where it has nothing to say. */
export type HomeSection = (db: Db) => Promise<(() => VNode) | null>

export function createHomePage(sections: readonly HomeSection[]) {
  return page('/', {
    load: async (_, { db }) => {
      const added: (() => VNode)[] = []
      for (const section of sections)
        added.push(...[await section(db)].filter((one) => one !== null))
      return {
        figures: await countFigures(db),
        mostUsed: await listMostUsed(db),
        newest: await listNewest(db),
        added,
      }
    },
    allow: everyone,
    isPublic: true,
    view: (shown) => <Home {...shown} />,
  })
}

interface Figures {
  readonly communes: number
  readonly solutions: number
  readonly startups: number
  readonly uses: number
  readonly equipped: number
}

async function countFigures(db: Db): Promise<Figures> {
  const { rows } = await sql<Figures>`select
    (select count(*)::int from directory.commune) as communes,
    (select count(*)::int from directory.catalogue_entry) as solutions,
    (select count(*)::int from directory.startup where status = 'verified') as startups,
    (select count(*)::int from directory.deployment where status = 'confirmed') as uses,
    (select count(distinct commune_id)::int from directory.deployment where status = 'confirmed') as equipped`.execute(
    db,
  )
  return rows[0] ?? { communes: 0, solutions: 0, startups: 0, uses: 0, equipped: 0 }
}

const shownSolutions = 3

function listMostUsed(db: Db): Promise<CatalogueEntry[]> {
  return selectEntries(db)
    .where('confirmedUses', '>', 0)
    .orderBy('confirmedUses', 'desc')
    .orderBy('solutionId', 'desc')
    .limit(shownSolutions)
    .execute()
}

function listNewest(db: Db): Promise<CatalogueEntry[]> {
  return selectEntries(db)
    .orderBy('publishedAt', 'desc')
    .orderBy('solutionId', 'desc')
    .limit(shownSolutions)
    .execute()
}

interface Props {
  readonly figures: Figures
  readonly mostUsed: readonly CatalogueEntry[]
  readonly newest: readonly CatalogueEntry[]
  readonly added: readonly (() => VNode)[]
}

function Home({ figures, mostUsed, newest, added }: Props) {
  return (
    <Page
      title={title}
      description="La plateforme où les 77 communes du Bénin et les startups numériques se trouvent, s’accordent et mettent les services municipaux en ligne."
      hero={<Opening />}
    >
      <KeyFigures figures={figures} />
      {added.map((render) => render())}
      <Solutions title="Les solutions les plus utilisées" entries={mostUsed} />
      <Solutions title="Les dernières solutions vérifiées" entries={newest} />
    </Page>
  )
}

const title = 'Les communes et les startups du Bénin, ensemble'

function Opening() {
  return (
    <Hero
      title={title}
      lead="Une commune dit son besoin. Cauri trouve qui peut y répondre, explique pourquoi, et les met en relation."
    >
      <GetForm action="/solutions">
        <SearchBox
          label="Chercher une solution"
          hint="Par exemple : marché, état civil, déchets."
        />
      </GetForm>
    </Hero>
  )
}

function KeyFigures({
  figures: { communes, solutions, startups, uses, equipped },
}: Pick<Props, 'figures'>) {
  return (
    <Grid>
      <Figure value={formatNumber(communes)} label="communes" href="/communes" />
      <Figure value={formatNumber(solutions)} label="solutions vérifiées" href="/solutions" />
      <Figure value={formatNumber(startups)} label="startups vérifiées" href="/startups" />
      <Figure
        value={formatNumber(uses)}
        label={t('usages confirmés, dans {count, plural, one {une commune} other {# communes}}', {
          count: equipped,
        })}
      />
    </Grid>
  )
}

function Solutions({
  title: heading,
  entries,
}: {
  title: string
  entries: readonly CatalogueEntry[]
}) {
  if (entries.length === 0) return null
  return (
    <section>
      <h2>{t(heading)}</h2>
      <CardList>
        {entries.map((entry) => (
          <SolutionCard key={entry.solutionId} entry={entry} level={3} />
        ))}
      </CardList>
    </section>
  )
}
