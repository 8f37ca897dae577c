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
      return { figures: await countFigures(db), solutions: await listMostUsed(db), added }
    },
    allow: everyone,
    isPublic: true,
    view: (shown) => <Home {...shown} />,
  })
}

interface Figures {
  readonly solutions: number
  readonly startups: number
  readonly uses: number
  readonly equipped: number
}

async function countFigures(db: Db): Promise<Figures> {
  const { rows } = await sql<Figures>`select
    (select count(*)::int from directory.catalogue_entry) as solutions,
    (select count(*)::int from directory.startup where status = 'verified') as startups,
    (select count(*)::int from directory.deployment where status = 'confirmed') as uses,
    (select count(distinct commune_id)::int from directory.deployment where status = 'confirmed') as equipped`.execute(
    db,
  )
  return rows[0] ?? { solutions: 0, startups: 0, uses: 0, equipped: 0 }
}

function listMostUsed(db: Db): Promise<CatalogueEntry[]> {
  return selectEntries(db)
    .orderBy('confirmedUses', 'desc')
    .orderBy('solutionId', 'desc')
    .limit(4)
    .execute()
}

interface Props {
  readonly figures: Figures
  readonly solutions: readonly CatalogueEntry[]
  readonly added: readonly (() => VNode)[]
}

function Home({ figures, solutions, added }: Props) {
  return (
    <Page
      title="Les communes et les startups du Bénin, ensemble"
      description="La plateforme où les 77 communes du Bénin et les startups numériques se trouvent, s’accordent et mettent les services municipaux en ligne."
      hero={
        <Hero
          title="Les communes et les startups du Bénin, ensemble"
          lead="Une commune dit son besoin. Cauri trouve qui peut y répondre, explique pourquoi, et les met en relation."
        >
          <GetForm action="/solutions">
            <SearchBox
              label="Chercher une solution"
              hint="Par exemple : marché, état civil, déchets."
            />
          </GetForm>
        </Hero>
      }
    >
      <Grid>
        <Figure value={formatNumber(77)} label="communes" href="/communes" />
        <Figure
          value={formatNumber(figures.solutions)}
          label="solutions vérifiées"
          href="/solutions"
        />
        <Figure
          value={formatNumber(figures.startups)}
          label="startups vérifiées"
          href="/startups"
        />
        <Figure
          value={formatNumber(figures.uses)}
          label={t('usages confirmés, dans {count, plural, one {une commune} other {# communes}}', {
            count: figures.equipped,
          })}
        />
      </Grid>
      {added.map((render) => render())}
      {solutions.length > 0 && (
        <section>
          <h2>{t('Les solutions les plus utilisées')}</h2>
          <CardList>
            {solutions.map((entry) => (
              <SolutionCard key={entry.solutionId} entry={entry} level={3} />
            ))}
          </CardList>
        </section>
      )}
    </Page>
  )
}
