/** Up to four solutions side by side, added and removed by links: no script is needed. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  CompareTable,
  EmptyState,
  Notice,
  Page,
} from '#web/components/index.tsx'
import { type CatalogueEntry, selectEntries } from '../../catalogue/catalogue-entry.queries.ts'
import { mostCompared, readList, writeComparison } from '../../catalogue/catalogue-query.rules.ts'
import { type Criterion, criteria, isDifferent } from './comparison-criteria.ts'

interface Comparison {
  readonly compared: readonly CatalogueEntry[]
  readonly others: readonly { slug: string; name: string }[]
  readonly isTooMany: boolean
}

export const compareSolutionsPage = page('/comparer', {
  load: loadComparison,
  allow: everyone,
  isPublic: true,
  view: (comparison) => <Compare {...comparison} />,
})

async function loadComparison(_: unknown, { db, query }: Context): Promise<Comparison> {
  const slugs = readList(query.s)
  const found = await listBySlugs(db, slugs.slice(0, mostCompared))
  const compared = slugs.flatMap((slug) => found.find((entry) => entry.slug === slug) ?? [])
  return {
    compared,
    others: compared.length < mostCompared ? await listLike(db, compared) : [],
    isTooMany: slugs.length > mostCompared,
  }
}

async function listBySlugs(db: Db, slugs: readonly string[]): Promise<CatalogueEntry[]> {
  if (slugs.length === 0) return []
  return selectEntries(db)
    .where('slug', 'in', [...slugs])
    .execute()
}

const mostSuggested = 6

/** What is likely to be added: the most used solutions of the same domains. */
async function listLike(db: Db, compared: readonly CatalogueEntry[]) {
  if (compared.length === 0) return []
  const domains = [...new Set(compared.flatMap((entry) => entry.domains))]
  return db
    .selectFrom('directory.catalogueEntry')
    .select(['slug', 'name'])
    .where(sql<boolean>`domains && ${domains}::text[]`)
    .where(
      'slug',
      'not in',
      compared.map(({ slug }) => slug),
    )
    .orderBy('confirmedUses', 'desc')
    .orderBy('solutionId', 'desc')
    .limit(mostSuggested)
    .execute()
}

function Compare({ compared, others, isTooMany }: Comparison) {
  return (
    <Page
      title="Comparer des solutions"
      wide
      description="Jusqu’à quatre solutions côte à côte, critère par critère."
      breadcrumbs={[{ label: 'Solutions', href: '/solutions' }]}
    >
      {isTooMany && (
        <Notice kind="warning">
          <p>
            {t(
              'Quatre solutions au plus se comparent : les autres ne sont pas ajoutées. Retirez-en une d’abord.',
            )}
          </p>
        </Notice>
      )}
      {compared.length === 0 ? (
        <EmptyState
          title="Choisissez deux à quatre solutions"
          action={{ label: 'Ouvrir le catalogue', href: '/solutions' }}
        >
          <p>{t('Le bouton « Comparer » est sur la page de chaque solution.')}</p>
        </EmptyState>
      ) : (
        <SideBySide compared={compared} />
      )}
      {compared.length > 0 && compared.length < mostCompared && (
        <Additions compared={compared} others={others} />
      )}
    </Page>
  )
}

function SideBySide({ compared }: { compared: readonly CatalogueEntry[] }) {
  const rows = criteria.map(({ label, say }) => ({
    label: markDifference({ label, say }, compared),
    cells: compared.map(say),
  }))
  return (
    <>
      {compared.length > 1 && <p class="meta">{t('Le signe ≠ marque ce qui diffère.')}</p>}
      <CompareTable
        caption="Comparaison"
        columns={compared.map(({ name, slug }) => ({ title: name, href: `/solutions/${slug}` }))}
        rows={[...rows, toRemovals(compared)]}
      />
    </>
  )
}

/** Where the solutions differ, the eye goes there. */
function markDifference(criterion: Criterion, compared: readonly CatalogueEntry[]): string {
  const label = t(criterion.label)
  return isDifferent(criterion, compared) ? `≠ ${label}` : label
}

function toRemovals(compared: readonly CatalogueEntry[]) {
  const without = (slug: string) =>
    writeComparison(compared.map((entry) => entry.slug).filter((other) => other !== slug))
  return {
    label: 'Retirer',
    cells: compared.map(({ slug, name }) => (
      <a key={slug} href={without(slug)} aria-label={t('Retirer {name}', { name })}>
        {t('Retirer')}
      </a>
    )),
  }
}

function Additions({ compared, others }: Omit<Comparison, 'isTooMany'>) {
  const slugs = compared.map(({ slug }) => slug)
  const choosing = new URLSearchParams(slugs.map((slug) => ['comparer', slug]))
  return (
    <section>
      <h2>{t('Ajouter une solution')}</h2>
      {others.length > 0 && (
        <ul>
          {others.map(({ slug, name }) => (
            <li key={slug}>
              <a href={writeComparison([...slugs, slug])}>{t('Ajouter {name}', { name })}</a>
            </li>
          ))}
        </ul>
      )}
      <Actions>
        <ButtonLink href={`/solutions?${choosing}`} kind="quiet">
          Choisir dans le catalogue
        </ButtonLink>
      </Actions>
    </section>
  )
}
