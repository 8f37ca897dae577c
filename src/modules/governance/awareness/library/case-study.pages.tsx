/** A case study, drafted from a closed project: chosen, then rewritten before both sides are asked to agree. */
import {
  getProjectRecord,
  listClosedProjects,
  type ProjectRecord,
} from '#modules/collaboration/index.ts'
import {
  type CatalogueEntry,
  listCatalogueEntries,
  serviceDomains,
} from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { worksForA } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, page, type Submission, seeOther } from '#platform/web.ts'
import { Card, CardList, EmptyState, Form, Notice, Page } from '#web/components/index.tsx'
import { awarenessHome, homeCrumb, workOnResource } from '../awareness-address.ts'
import { draftCaseStudy } from './case-study.rules.ts'
import { findFault, listSolutionOptions, ResourceFields } from './edit-resource.pages.tsx'
import { openResource } from './resource.actions.ts'
import { listKindsFor } from './resource.policy.ts'
import { listToldProjects } from './resource.queries.ts'
import { ResourceInput, type ResourceValues } from './resource.schema.ts'

const home = `${awarenessHome}/etudes-de-cas`

type Listed = Awaited<ReturnType<typeof loadUntold>>

async function loadUntold(_: unknown, { db }: Context) {
  const projects = await listClosedProjects(db)
  const told = new Set(await listToldProjects(db))
  const untold = projects.filter(({ id }) => !told.has(id))
  const names = await listOrganisationNames(
    db,
    untold.map(({ communeId }) => communeId),
  )
  return { untold, names }
}

const chooseProjectPage = page(home, {
  load: loadUntold,
  allow: (actor) => listKindsFor(actor).includes('caseStudy'),
  view: (listed) => <ChooseProject {...listed} />,
})

function ChooseProject({ untold, names }: Listed) {
  return (
    <Page
      title="De quel projet raconter l’histoire"
      lead="Les projets terminés, menés avec une startup de Cauri, dont aucune étude de cas n’existe encore."
      breadcrumbs={[homeCrumb]}
    >
      {untold.length === 0 && <EmptyState title="Aucun projet terminé n’attend son étude de cas" />}
      <CardList>
        {untold.map(({ id, title, reference, communeId, closedAt }) => (
          <Card
            key={id}
            title={title}
            href={`${home}/${id}`}
            kicker={reference}
            meta={`${names.get(communeId)}${closedAt ? `, ${formatDate(closedAt)}` : ''}`}
          />
        ))}
      </CardList>
    </Page>
  )
}

interface Telling {
  readonly record: ProjectRecord
  readonly solution: CatalogueEntry | undefined
  readonly solutions: Awaited<ReturnType<typeof listSolutionOptions>>
}

const writeCasePage = form(`${home}/:projectId`, {
  load: async ({ projectId }: { projectId: string }, { db, actor }: Context): Promise<Telling> => {
    const record = await getProjectRecord(db, projectId)
    const { status, startupId, solutionId } = record.project
    if (status !== 'closed' || startupId === null) throw new NotFound()
    const [solution] = solutionId ? await listCatalogueEntries(db, [solutionId]) : []
    return { record, solution, solutions: await listSolutionOptions(db, actor) }
  },
  allow: (actor) => listKindsFor(actor).includes('caseStudy') && worksForA(actor, 'association'),
  input: ResourceInput,
  initial: ({ record, solution }) => ({
    ...draftCaseStudy(record, solution?.name ?? null),
    solutionId: solution?.solutionId ?? null,
    domains: solution?.domains ?? record.project.services.map((code) => serviceDomains[code] ?? ''),
    services: record.project.services,
    audiences: ['elected', 'staff'],
    version: 0,
  }),
  invalid: (telling, submission) => <WriteCase {...telling} {...submission} />,
  valid: async ({ record, solutions }, values, context) => {
    const fault = findFault({ kind: 'caseStudy', resource: null, solutions }, values, context.actor)
    if (fault) return fault
    const { id: projectId, communeId, startupId } = record.project
    const resource = await openResource(context, 'caseStudy', values, {
      ...{ projectId, communeId, startupId },
    })
    return seeOther(
      workOnResource(resource),
      'L’étude de cas est enregistrée. Envoyez-la : la commune et la startup diront si elles l’acceptent.',
    )
  },
})

function WriteCase({ record, solutions, values, errors }: Telling & Submission<ResourceValues>) {
  return (
    <Page
      title="Écrire l’étude de cas"
      kicker={record.project.reference}
      errors={errors}
      breadcrumbs={[{ label: 'Les projets terminés', href: home }]}
    >
      <Notice title="Un brouillon, d’après ce qui est enregistré du projet">
        <p>
          {t(
            'Réécrivez-le pour qui le lira. Rien n’est public avant que la commune et la startup aient accepté ce texte.',
          )}
        </p>
      </Notice>
      <Form submit="Enregistrer l’étude de cas" secondary={{ label: 'Annuler', href: home }}>
        <ResourceFields
          kind="caseStudy"
          version={0}
          solutions={solutions}
          values={values}
          errors={errors}
        />
      </Form>
    </Page>
  )
}

export const caseStudyPages = [chooseProjectPage, writeCasePage]
