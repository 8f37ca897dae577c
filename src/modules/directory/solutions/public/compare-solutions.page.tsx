/** Up to four solutions side by side, chosen by links: no script is needed. */

import type { Db } from '#platform/database.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  CompareTable,
  EmptyState,
  GetForm,
  Hidden,
  Notice,
  Page,
  Select,
} from '#web/components/index.tsx'
import { type CatalogueEntry, selectEntries } from '../../catalogue/catalogue-entry.queries.ts'
import { describePrice } from '../../catalogue/price-words.ts'
import {
  apdpLabels,
  connectivityLabels,
  domainLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
  maturityLabels,
} from '../../labels.ts'
import { computeCost } from '../price.rules.ts'

export const mostCompared = 4

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
  const slugs = [...new Set([query.s ?? []].flat().filter((slug) => slug !== ''))]
  const found = await listBySlugs(db, slugs.slice(0, mostCompared))
  const compared = slugs.flatMap((slug) => found.filter((entry) => entry.slug === slug))
  return {
    compared,
    others: await listOthers(db, compared),
    isTooMany: slugs.length > mostCompared,
  }
}

async function listBySlugs(db: Db, slugs: readonly string[]): Promise<CatalogueEntry[]> {
  return slugs.length === 0
    ? []
    : selectEntries(db)
        .where('slug', 'in', [...slugs])
        .execute()
}

/** What may be added: solutions of the same domains first, a hundred at most. */
function listOthers(db: Db, compared: readonly CatalogueEntry[]) {
  return db
    .selectFrom('directory.catalogueEntry')
    .select(['slug', 'name'])
    .where('slug', 'not in', ['', ...compared.map(({ slug }) => slug)])
    .orderBy('name')
    .limit(200)
    .execute()
}

function Compare({ compared, others, isTooMany }: Comparison) {
  return (
    <Page
      title="Comparer des solutions"
      wide
      breadcrumbs={[{ label: 'Solutions', href: '/solutions' }]}
    >
      {isTooMany && (
        <Notice kind="warning">
          <p>{t('Quatre solutions au plus se comparent : les quatre premières sont montrées.')}</p>
        </Notice>
      )}
      {compared.length === 0 ? (
        <EmptyState title="Choisissez deux à quatre solutions" />
      ) : (
        <CompareTable
          caption="Comparaison"
          columns={compared.map(({ name, slug }) => ({ title: name, href: `/solutions/${slug}` }))}
          rows={[
            ...rows.map(({ label, cell }) => ({
              label: markDifference(label, compared, cell),
              cells: compared.map(cell),
            })),
            removalRow(compared),
          ]}
        />
      )}
      {compared.length < mostCompared && (
        <GetForm action="/comparer" submit="Ajouter">
          {compared.map(({ slug }) => (
            <Hidden key={slug} name="s" value={slug} />
          ))}
          <Select
            name="s"
            label="Ajouter une solution"
            empty="Choisissez"
            options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </GetForm>
      )}
    </Page>
  )
}

type Cell = (entry: CatalogueEntry) => string
const yesNo = (value: boolean) => t(value ? 'Oui' : 'Non')
const labelAll = (codes: readonly string[], labels: Readonly<Record<string, string>>) =>
  codes.map((code) => t(labels[code] ?? code)).join(', ')
const label = (code: string, labels: Readonly<Record<string, string>>) => t(labels[code] ?? code)

const rows: readonly { label: string; cell: Cell }[] = [
  { label: 'Startup', cell: ({ startupName }) => startupName },
  { label: 'Résumé', cell: ({ summary }) => summary },
  { label: 'Domaines', cell: ({ domains }) => labelAll(domains, domainLabels) },
  { label: 'Maturité', cell: ({ maturity }) => label(maturity, maturityLabels) },
  {
    label: 'Connexion minimale',
    cell: ({ minConnectivity }) => label(minConnectivity, connectivityLabels),
  },
  { label: 'Fonctionne hors ligne', cell: ({ worksOffline }) => yesNo(worksOffline) },
  { label: 'Agents informaticiens nécessaires', cell: ({ minItStaff }) => String(minItStaff) },
  { label: 'Langues', cell: ({ languages }) => labelAll(languages, languageLabels) },
  { label: 'Prix', cell: describePrice },
  { label: 'Première année pour 100 000 habitants', cell: (entry) => estimate(entry) },
  { label: 'Hébergement', cell: ({ hosting }) => label(hosting, hostingLabels) },
  {
    label: 'Données personnelles (APDP)',
    cell: ({ handlesPersonalData, apdpStatus }) =>
      handlesPersonalData ? label(apdpStatus, apdpLabels) : t('Aucune'),
  },
  { label: 'Licence', cell: ({ licence }) => label(licence, licenceLabels) },
  { label: 'Usages confirmés', cell: ({ confirmedUses }) => String(confirmedUses) },
  {
    label: 'Note',
    cell: ({ ratingAverage, ratingCount }) =>
      ratingAverage === null
        ? t('Pas encore d’avis')
        : t('{value} sur 5 ({count} avis)', { value: ratingAverage, count: ratingCount }),
  },
]

function estimate({
  priceSetup,
  priceYearly,
  pricePerInhabitant,
  pricePerUser,
}: CatalogueEntry): string {
  const cost = computeCost(
    {
      setup: priceSetup,
      yearly: priceYearly,
      perInhabitant: pricePerInhabitant,
      perUser: pricePerUser,
    },
    { population: 100_000, users: 1 },
  )
  return cost.isOnQuote ? t('Sur devis') : formatMoney(cost.firstYear)
}

/** A criterion on which the solutions differ is marked, so that the eye goes there. */
function markDifference(name: string, compared: readonly CatalogueEntry[], cell: Cell): string {
  const isSame = new Set(compared.map(cell)).size < 2
  return isSame ? t(name) : `≠ ${t(name)}`
}

function removalRow(compared: readonly CatalogueEntry[]) {
  const without = (slug: string) =>
    `/comparer?${new URLSearchParams(compared.filter((entry) => entry.slug !== slug).map((entry) => ['s', entry.slug]))}`
  return {
    label: 'Retirer',
    cells: compared.map(({ slug, name }) => (
      <a key={slug} href={without(slug)} aria-label={t('Retirer {name}', { name })}>
        {t('Retirer')}
      </a>
    )),
  }
}
