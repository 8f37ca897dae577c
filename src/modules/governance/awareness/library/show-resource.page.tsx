/** A resource, for everybody; that a commune opened it is noted once, never who did. */
import { worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Page } from '#web/components/index.tsx'
import { pageCrumb, readResource, workOnResource } from '../awareness-address.ts'
import { type NamedResource, nameParts } from './load-resource.ts'
import { recordReading } from './resource.actions.ts'
import { resourceKindLabels } from './resource.labels.ts'
import { resourcePolicy } from './resource.policy.ts'
import { getResourceByReference, hasRead } from './resource.queries.ts'
import { ResourceBody, ResourceTag } from './resource-body.view.tsx'

interface Shown {
  readonly named: NamedResource
  /** The commune that opens it for the first time. */
  readonly newReader: string | null
}

export const showResourcePage = page('/sensibilisation/ressources/:ref', {
  load: async ({ ref }, { db, actor }: Context): Promise<Shown> => {
    const resource = await getResourceByReference(db, ref)
    const reader = worksForA(actor, 'commune') ? (actor.organisation?.id ?? null) : null
    const isNew =
      reader !== null &&
      resource.status === 'published' &&
      !(await hasRead(db, resource.id, reader))
    return { named: await nameParts(db, resource), newReader: isNew ? reader : null }
  },
  allow: (actor, { named }) => resourcePolicy.read(actor, named.resource),
  isPublic: true,
  view: ({ named }, { actor }) => (
    <ShowResource named={named} mayOpen={resourcePolicy.open(actor, named.resource)} />
  ),
  afterwards: async ({ named, newReader }, context) => {
    if (newReader) await recordReading(context, named.resource, newReader)
  },
})

function ShowResource({ named, mayOpen }: { named: NamedResource; mayOpen: boolean }) {
  const { resource } = named
  return (
    <Page
      title={resource.title}
      description={resource.summary}
      kicker={
        <>
          {t(resourceKindLabels[resource.kind])} {resource.reference}{' '}
          {resource.status !== 'published' && <ResourceTag status={resource.status} />}
        </>
      }
      breadcrumbs={[pageCrumb]}
    >
      <ResourceBody named={named} />
      {resource.body && (
        <p>
          <a href={`${readResource(resource)}/fiche.pdf`}>{t('À imprimer (PDF)')}</a>{' '}
          <a href={`${readResource(resource)}/fiche.docx`}>{t('le même texte dans Word')}</a>
        </p>
      )}
      {mayOpen && (
        <Actions>
          <ButtonLink href={workOnResource(resource)} kind="quiet">
            Ouvrir le dossier
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}
