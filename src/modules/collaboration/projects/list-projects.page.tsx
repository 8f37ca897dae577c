/** The projects of communes that have started, newest first. */
import { listCommuneNames } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { formatDate, formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Select,
} from '#web/components/index.tsx'
import { projectStatusLabels } from './project.labels.ts'
import { listStartedProjects, type ProjectFilter, type StartedProject } from './project.queries.ts'
import type { ProjectStatus } from './project.workflow.ts'
import { ProjectStatusTag } from './project-body.view.tsx'

const pageSize = 20
const firstYear = 2024

interface Listing {
  readonly filter: ProjectFilter
  readonly projects: readonly StartedProject[]
  readonly communeNames: ReadonlyMap<string, string>
  readonly contractorNames: ReadonlyMap<string, string>
  readonly years: readonly number[]
  readonly nextHref?: string
}

export const listProjectsPage = page('/projets', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <ProjectList {...listing} />,
})

async function loadListing(_: unknown, { db, query, now }: Context): Promise<Listing> {
  const { filter, cursor } = readListQuery(query)
  const found = await listStartedProjects(db, filter, cursor, pageSize)
  const { rows: projects, last } = cutPage(found, pageSize)
  const lastYear = Number(toDay(now).slice(0, 4))
  return {
    filter,
    projects,
    ...(await readNames(db, projects)),
    years: Array.from({ length: lastYear - firstYear + 1 }, (_one, index) => lastYear - index),
    ...(last && { nextHref: hrefAfter(filter, last) }),
  }
}

export async function readNames(db: Context['db'], projects: readonly StartedProject[]) {
  const startups = projects.map(({ startupId }) => startupId).filter((id) => id !== null)
  return {
    communeNames: await listCommuneNames(
      db,
      projects.map(({ communeId }) => communeId),
    ),
    contractorNames: await listOrganisationNames(db, startups),
  }
}

const shownStatuses = ['running', 'suspended', 'closed', 'abandoned'] as const

function readListQuery(query: Context['query']) {
  const asked = readQueryText(query.etat)
  const year = readQueryText(query.annee)
  const filter: ProjectFilter = {
    status: shownStatuses.find((one) => one === asked) ?? null,
    communeId: null,
    startupId: null,
    year: /^20\d{2}$/.test(year) ? Number(year) : null,
  }
  return { filter, cursor: decodeCursor(readQueryText(query.apres)) }
}

function hrefAfter({ status, year }: ProjectFilter, last: StartedProject): string {
  const query = new URLSearchParams({
    ...(status && { etat: status }),
    ...(year && { annee: String(year) }),
    apres: encodeCursor({ publishedAt: last.startedAt.toISOString(), id: last.id }),
  })
  return `/projets?${query}`
}

function ProjectList({ filter, projects, years, nextHref, ...names }: Listing) {
  return (
    <Page
      title="Les projets"
      description="Ce que les communes du Bénin mettent en place, jalon par jalon, avec qui, pour combien et avec quel résultat."
      lead="Ce que les communes mettent en place, avec qui, pour combien, et avec quel résultat."
    >
      <p>
        <a href="/projets/points">{t('Les principaux points de tout projet de digitalisation')}</a>
      </p>
      <GetForm action="/projets" submit="Filtrer">
        <Select
          name="etat"
          label="État"
          empty="Tous"
          options={shownStatuses.map(toOption)}
          value={filter.status}
        />
        <Select
          name="annee"
          label="Année de démarrage"
          empty="Toutes"
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          value={filter.year === null ? null : String(filter.year)}
        />
      </GetForm>
      {projects.length === 0 ? (
        <EmptyState title="Aucun projet ne correspond">
          <p>{t('Élargissez les filtres.')}</p>
        </EmptyState>
      ) : (
        <ProjectCards projects={projects} {...names} />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

const toOption = (value: ProjectStatus) => ({ value, label: projectStatusLabels[value].label })

interface CardsProps extends Pick<Listing, 'projects' | 'communeNames' | 'contractorNames'> {
  readonly level?: 2 | 3
}

export function ProjectCards({ projects, communeNames, contractorNames, level }: CardsProps) {
  return (
    <CardList>
      {projects.map((project) => (
        <Card
          key={project.id}
          level={level}
          title={project.title}
          href={`/projets/${project.reference}`}
          kicker={project.reference}
          tags={<ProjectStatusTag status={project.status} />}
          meta={
            <>
              {t('Démarré le {date}', { date: formatDate(project.startedAt) })}
              {project.amount > 0 && ` · ${formatMoney(project.amount)}`}
            </>
          }
        >
          <p>
            {communeNames.get(project.communeId)} ·{' '}
            {contractorNames.get(project.startupId ?? '') ?? project.contractor}
          </p>
        </Card>
      ))}
    </CardList>
  )
}
