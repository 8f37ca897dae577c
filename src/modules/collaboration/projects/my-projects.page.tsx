/** The projects of the commune or the startup acted for; all of them for the association. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table } from '#web/components/index.tsx'
import { mayListProjects, mayOpenProject } from './project.policy.ts'
import { listProjects } from './project.queries.ts'
import type { Project } from './project.schema.ts'
import { ProjectStatusTag } from './project-body.view.tsx'

interface Listing {
  readonly projects: readonly Project[]
  readonly names: ReadonlyMap<string, string>
}

export const myProjectsPage = page('/espace/projets', {
  load: loadListing,
  allow: mayListProjects,
  view: (listing, { actor }) => (
    <MyProjects
      {...listing}
      mayOpen={mayOpenProject(actor, null)}
      isAssociation={worksForA(actor, 'association')}
    />
  ),
})

async function loadListing(_: unknown, { db, actor }: Context): Promise<Listing> {
  const isStaff = associationStaff(actor, null)
  const projects = await listProjects(db, isStaff ? null : getOrganisationId(actor))
  const ids = projects.flatMap(({ communeId, startupId }) => [communeId, startupId ?? communeId])
  return { projects, names: await listOrganisationNames(db, ids) }
}

const columns = [
  { key: 'title', label: 'Projet' },
  { key: 'commune', label: 'Commune' },
  { key: 'contractor', label: 'Réalisé par' },
  { key: 'status', label: 'État' },
  { key: 'updated', label: 'Modifié le' },
]

type Props = Listing & { mayOpen: boolean; isAssociation: boolean }

function MyProjects({ projects, names, mayOpen, isAssociation }: Props) {
  return (
    <Page title="Les projets" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      <Actions>
        {mayOpen && (
          <ButtonLink href="/espace/projets/nouveau">Ouvrir un projet déjà engagé</ButtonLink>
        )}
        {isAssociation && (
          <ButtonLink href="/espace/referentiels/points" kind="quiet">
            Points d’un projet
          </ButtonLink>
        )}
      </Actions>
      {projects.length === 0 ? (
        <EmptyState title="Aucun projet pour l’instant">
          <p>{t('Un projet s’ouvre quand une convention est signée, ou à la main.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Projets"
          isCaptionHidden
          columns={columns}
          rows={projects.map((project) => ({
            title: <a href={`/espace/projets/${project.id}`}>{project.title}</a>,
            commune: names.get(project.communeId) ?? '',
            contractor: names.get(project.startupId ?? '') ?? project.contractor,
            status: <ProjectStatusTag status={project.status} />,
            updated: formatDate(project.updatedAt),
          }))}
        />
      )}
    </Page>
  )
}
