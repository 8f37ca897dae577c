/** A solution's public page: what it solves, what it needs, what it costs here, and who really uses it. */
import { Fragment, type VNode } from 'preact'
import { type Actor, worksFor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { NotFound, orNotFound } from '#platform/errors.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Badge, DefinitionList, Notice, Page, Prose, Stars } from '#web/components/index.tsx'
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
} from '../../catalogue/catalogue-entry.queries.ts'
import { type CommuneLine, listCommunes } from '../../communes/commune.queries.ts'
import { listUsesOfSolution, type SolutionUse } from '../../deployments/deployment.queries.ts'
import { domainLabels, serviceLabels } from '../../labels.ts'
import { findLabelState } from '../../startups/label.rules.ts'
import { getStartup } from '../../startups/startup.queries.ts'
import type { Startup } from '../../startups/startup.schema.ts'
import { findSolutionBySlug } from '../solution.queries.ts'
import type { Solution, SolutionFile } from '../solution.schema.ts'
import { listSolutionFiles } from '../solution-file.queries.ts'
import { PriceCalculator } from './price-calculator.view.tsx'
import { type ChosenClient, readClient } from './price-client.rules.ts'
import { SolutionActs } from './solution-acts.view.tsx'
import { listPrerequisites, listTerms } from './solution-facts.ts'
import { SolutionFiles } from './solution-files.view.tsx'
import { Uses } from './uses.view.tsx'

/** What a later module adds to the page; nothing where it has nothing to say. */
export type SolutionSection = (db: Db, solutionId: string) => Promise<(() => VNode) | null>

interface Shown {
  /** Absent while the solution or its startup is not verified: then only their own people see this page. */
  readonly entry: CatalogueEntry | undefined
  readonly solution: Solution
  readonly startup: Startup
  readonly files: readonly SolutionFile[]
  readonly uses: readonly SolutionUse[]
  readonly communes: readonly CommuneLine[]
  readonly client: ChosenClient
  readonly added: readonly (() => VNode)[]
}

export function createSolutionPage(sections: readonly SolutionSection[]) {
  return page('/solutions/:slug', {
    load: ({ slug }, context) => loadSolution(slug, context, sections),
    allow: everyone,
    isPublic: true,
    view: (shown, { actor, now }) => <ShowSolution {...shown} actor={actor} today={toDay(now)} />,
  })
}

async function loadSolution(
  slug: string,
  { db, query, actor }: Context,
  sections: readonly SolutionSection[],
): Promise<Shown> {
  const solution = orNotFound(await findSolutionBySlug(db, slug))
  const entry = await findCatalogueEntryBySlug(db, slug)
  if (!entry && !mayPreview(actor, solution)) throw new NotFound()
  const communes = await listCommunes(db)
  const added: (() => VNode)[] = []
  for (const section of sections)
    added.push(...[await section(db, solution.id)].filter((one) => one !== null))
  return {
    entry,
    solution,
    communes,
    added,
    client: readClient(query, communes, actor.organisation?.id),
    startup: await getStartup(db, solution.startupId),
    files: await listSolutionFiles(db, solution.id),
    uses: await listUsesOfSolution(db, solution.id),
  }
}

function mayPreview(actor: Actor, solution: Solution): boolean {
  return worksFor(actor, solution.startupId) || associationStaff(actor, null)
}

type Props = Shown & { actor: Actor; today: string }

function ShowSolution(props: Props) {
  const { entry, solution, startup, files, uses, added, actor, today, ...price } = props
  return (
    <Page
      title={solution.name}
      lead={solution.summary}
      description={solution.summary}
      breadcrumbs={[{ label: 'Solutions', href: '/solutions' }]}
    >
      {!entry && <Preview />}
      <Maker startup={startup} entry={entry} today={today} />
      <SolutionActs solution={solution} confirmedUses={entry?.confirmedUses ?? 0} actor={actor} />
      <Passage title="Le problème résolu" text={solution.problem} />
      <Passage title="La solution" text={solution.description} />
      <Coverage solution={solution} />
      <Uses uses={uses} mayModerate={associationStaff(actor, null)} />
      {added.map((render) => render())}
      <h2>{t('Ce qu’il faut pour l’utiliser')}</h2>
      <DefinitionList items={listPrerequisites(solution)} />
      <PriceCalculator solution={solution} {...price} />
      <h2>{t('Données, garanties et support')}</h2>
      <DefinitionList items={listTerms(solution)} />
      <SolutionFiles files={files} demoUrl={solution.demoUrl} />
      {entry && (
        <p class="meta">
          {t('Vérifiée par l’ANCB le {date}.', { date: formatDate(entry.publishedAt) })}
        </p>
      )}
    </Page>
  )
}

function Preview() {
  return (
    <Notice kind="warning">
      <p>
        {t(
          'Aperçu : cette page n’est pas publique, car la solution ou sa startup n’est pas vérifiée. Vous seuls et l’association la voyez.',
        )}
      </p>
    </Notice>
  )
}

function Maker({ startup, entry, today }: Pick<Props, 'startup' | 'entry' | 'today'>) {
  const label = findLabelState(startup, today)
  return (
    <p class="tags">
      <a href={`/startups/${startup.slug}`}>{startup.name}</a>
      {(label === 'valid' || label === 'ending') && <Badge>{t('Label startup')}</Badge>}
      {entry && entry.ratingAverage !== null && (
        <Stars value={entry.ratingAverage} count={entry.ratingCount} />
      )}
    </p>
  )
}

function Passage({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{t(title)}</h2>
      <Prose text={text} />
    </section>
  )
}

function Coverage({ solution: { domains, services } }: { solution: Solution }) {
  const links = domains.map((code, index) => (
    <Fragment key={code}>
      {index > 0 && ', '}
      <a href={`/solutions?domaine=${code}`}>{t(domainLabels[code] ?? code)}</a>
    </Fragment>
  ))
  const names = services.map((code) => t(serviceLabels[code] ?? code)).join(', ')
  return (
    <DefinitionList
      items={[
        { term: 'Domaines', value: links },
        ...(names ? [{ term: 'Services couverts', value: names }] : []),
      ]}
    />
  )
}
