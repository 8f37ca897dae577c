/** Where sensibilisation is prepared: what one wrote, what one may write, what waits for a review. */
import type { Actor } from '#platform/actor.ts'
import { formatShortDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table } from '#web/components/index.tsx'
import { mayPrepareAwareness } from './awareness.policy.ts'
import { awarenessHome, awarenessPage, workOnResource } from './awareness-address.ts'
import { resourceKindLabels } from './library/resource.labels.ts'
import { listKindsFor } from './library/resource.policy.ts'
import { listOwnResources } from './library/resource.queries.ts'
import type { Resource, ResourceKind } from './library/resource.schema.ts'
import { ResourceTag } from './library/resource-body.view.tsx'

export const myAwarenessPage = page(awarenessHome, {
  load: async (_, { db, actor }: Context) => {
    const { organisation } = actor
    const whose = organisation && organisation.kind !== 'association' ? organisation.id : null
    return { resources: await listOwnResources(db, whose) }
  },
  allow: mayPrepareAwareness,
  view: (shown, { actor }) => <MyAwareness {...shown} actor={actor} />,
})

interface Props {
  readonly resources: readonly Resource[]
  readonly actor: Actor
}

const writeLabels: Readonly<Record<ResourceKind, string>> = {
  sheet: 'Écrire une fiche',
  video: 'Signaler une vidéo',
  caseStudy: 'Écrire une étude de cas',
  experience: 'Raconter une expérience',
  document: 'Déposer un document',
}

function MyAwareness({ resources, actor }: Props) {
  return (
    <Page
      title="Préparer la sensibilisation"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Ce qui fait connaître les solutions : l’association relit tout avant de publier."
    >
      <Actions>
        {listKindsFor(actor).map((kind) => (
          <ButtonLink key={kind} href={writeAddress(kind)} kind="quiet">
            {writeLabels[kind]}
          </ButtonLink>
        ))}
        <ButtonLink href={awarenessPage} kind="quiet">
          La page publique
        </ButtonLink>
      </Actions>
      <h2>{t('Ressources')}</h2>
      {resources.length === 0 ? (
        <EmptyState title="Aucune ressource pour l’instant" />
      ) : (
        <Table
          caption="Ressources"
          isCaptionHidden
          columns={[
            { key: 'title', label: 'Titre' },
            { key: 'kind', label: 'Nature' },
            { key: 'status', label: 'État' },
            { key: 'touched', label: 'Modifiée le' },
          ]}
          rows={resources.map((resource) => ({
            title: <a href={workOnResource(resource)}>{resource.title}</a>,
            kind: t(resourceKindLabels[resource.kind]),
            status: <ResourceTag status={resource.status} />,
            touched: formatShortDate(resource.updatedAt),
          }))}
        />
      )}
    </Page>
  )
}

function writeAddress(kind: ResourceKind): string {
  return kind === 'caseStudy'
    ? `${awarenessHome}/etudes-de-cas`
    : `${awarenessHome}/ressources/nouvelle/${kind}`
}
