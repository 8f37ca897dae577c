/** The adoption of solutions: the whole country for the association, its own solutions for a startup. */
import { type CatalogueEntry, listCatalogueEntries } from '#modules/directory/index.ts'
import { worksForA } from '#platform/actor.ts'
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, page } from '#platform/web.ts'
import { EmptyState, Page, Table } from '#web/components/index.tsx'
import { stageLabels } from './adoption.labels.ts'
import { adoptionPolicy } from './adoption.policy.ts'
import { countNational, listFunnels } from './adoption.queries.ts'
import { type Funnel, stages } from './adoption.rules.ts'
import { FunnelDrawing } from './funnel.view.tsx'

export const adoptionHome = '/espace/adoption'

interface Line {
  readonly entry: CatalogueEntry
  readonly funnel: Funnel
}

interface Shown {
  readonly lines: readonly Line[]
  /** For the association. */
  readonly national: Funnel | null
}

export const listAdoptionPage = page(adoptionHome, {
  load: async (_, context): Promise<Shown> => ({
    lines: await loadLines(context),
    national: worksForA(context.actor, 'association') ? await countNational(context.db) : null,
  }),
  allow: adoptionPolicy.readOwn,
  view: (shown) => <ListAdoption {...shown} />,
})

/** Solutions that left the catalogue are not shown. */
async function loadLines({ db, actor }: Context): Promise<Line[]> {
  const ownStartup = worksForA(actor, 'startup') ? actor.organisation?.id : undefined
  const funnels = await listFunnels(db, ownStartup)
  const entries = await listCatalogueEntries(
    db,
    funnels.map(({ solutionId }) => solutionId),
  )
  const byId = new Map(entries.map((entry) => [entry.solutionId, entry]))
  return funnels.flatMap(({ solutionId, funnel }) => {
    const entry = byId.get(solutionId)
    return entry ? [{ entry, funnel }] : []
  })
}

function ListAdoption({ lines, national }: Shown) {
  return (
    <Page
      title="Adoption des solutions"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Jusqu’où chaque commune est allée, d’après ce qui s’est passé sur la plateforme. Personne ne saisit ces chiffres, et une étape atteinte le reste."
    >
      {national && (
        <section>
          <h2>{t('Dans le pays')}</h2>
          <FunnelDrawing
            funnel={national}
            title="Communes par étape, toutes solutions confondues"
          />
        </section>
      )}
      <h2>{t('Solution par solution')}</h2>
      {lines.length === 0 ? (
        <EmptyState title="Aucune commune n’a encore franchi la première étape" />
      ) : (
        <SolutionTable lines={lines} />
      )}
      {national && (
        <p class="meta">
          <a href={`${adoptionHome}.csv`}>{t('Ces chiffres en CSV')}</a>
        </p>
      )}
    </Page>
  )
}

function SolutionTable({ lines }: Pick<Shown, 'lines'>) {
  return (
    <Table
      caption="Communes par solution et par étape"
      isCaptionHidden
      columns={[
        { key: 'solution', label: 'Solution' },
        ...stages.map((stage) => ({ key: stage, label: stageLabels[stage], numeric: true })),
      ]}
      rows={lines.map(({ entry, funnel }) => ({
        solution: <a href={`${adoptionHome}/${entry.slug}`}>{entry.name}</a>,
        ...Object.fromEntries(stages.map((stage) => [stage, formatNumber(funnel[stage])])),
      }))}
    />
  )
}

export const adoptionFile = endpoint(`${adoptionHome}.csv`, {
  load: (_, context) => loadLines(context),
  allow: adoptionPolicy.readNational,
  reply: (lines) => ({
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="adoption.csv"',
    },
    body:
      byteOrderMark +
      writeCsvLine(['Solution', 'Startup', ...stages.map((stage) => stageLabels[stage])]) +
      lines
        .map(({ entry, funnel }) =>
          writeCsvLine([entry.name, entry.startupName, ...stages.map((stage) => funnel[stage])]),
        )
        .join(''),
  }),
})
