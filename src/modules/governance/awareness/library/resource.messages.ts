/** Who is told of a resource: those who review, the sides asked to agree, the author of what comes back or is published. */
import { type Notification, notify } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { t } from '#platform/i18n.ts'
import type { Subscribers } from '#platform/jobs.ts'
import { workOnResource } from '../awareness-address.ts'
import { getResource } from './resource.queries.ts'
import type { Resource } from './resource.schema.ts'

type Words = Pick<Notification, 'subject' | 'text'>

const tell = (
  db: Db,
  { resource, event }: { resource: Resource; event: RecordedEvent },
  to: { readonly organisationId: string; readonly roles: readonly Role[] },
  words: Words,
) =>
  notify(
    db,
    { ...to, ...words, topic: 'awareness', link: workOnResource(resource), key: event.id },
    event.occurredAt,
  )

async function tellProposal(db: Db, event: RecordedEvent): Promise<void> {
  const resource = await getResource(db, event.subjectId)
  const { title, kind, associationId, authorOrganisationId, communeId, startupId } = resource
  const about = { resource, event }
  if (authorOrganisationId !== associationId)
    await tell(
      db,
      about,
      { organisationId: associationId, roles: ['staff'] },
      {
        subject: () => t('Une ressource attend votre relecture'),
        text: () =>
          t('« {title} » : publiez-la, ou renvoyez-la avec ce qui doit changer.', { title }),
      },
    )
  if (kind !== 'caseStudy' || !communeId || !startupId) return
  const words = {
    subject: () => t('Acceptez-vous que l’histoire de votre projet soit publiée ?'),
    text: () =>
      t('« {title} » : lisez ce texte. Il n’est publié que si les deux parties l’acceptent.', {
        title,
      }),
  }
  await tell(db, about, { organisationId: communeId, roles: ['secretary', 'mayor'] }, words)
  await tell(db, about, { organisationId: startupId, roles: ['manager'] }, words)
}

const authorRoles: readonly Role[] = [
  ...(['staff', 'commissioner', 'manager', 'member'] as const),
  ...(['secretary', 'mayor', 'itOfficer', 'agent'] as const),
]

async function tellAuthor(db: Db, event: RecordedEvent): Promise<void> {
  const resource = await getResource(db, event.subjectId)
  const { title, authorOrganisationId: organisationId, statusReason } = resource
  const isPublished = event.kind === 'resource.publish'
  await tell(
    db,
    { resource, event },
    { organisationId, roles: authorRoles },
    {
      subject: () =>
        isPublished ? t('Votre ressource est publiée') : t('Votre ressource est à revoir'),
      text: () =>
        isPublished
          ? t('« {title} » se lit dans la bibliothèque.', { title })
          : t('« {title} » : {reason}', { title, reason: statusReason ?? '' }),
    },
  )
}

export const resourceSubscribers: Subscribers = {
  'resource.propose': [tellProposal],
  'resource.sendBack': [tellAuthor],
  'resource.publish': [tellAuthor],
}
