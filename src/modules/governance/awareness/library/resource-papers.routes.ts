/** A sheet, a case or an experience as a paper: issued with its code once published, a working copy before. */

import { domainLabels } from '#modules/directory/index.ts'
import {
  body,
  type DocumentModel,
  facts,
  type NewDocument,
  paperRoutes,
  prose,
  section,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { type Audience, audienceLabels } from '../audience.labels.ts'
import { type NamedResource, nameParts } from './load-resource.ts'
import { resourceKindLabels } from './resource.labels.ts'
import { resourcePolicy } from './resource.policy.ts'
import { getResourceByReference } from './resource.queries.ts'

export const resourcePaperRoutes = paperRoutes('/sensibilisation/ressources/:ref/fiche', {
  load: async ({ ref }: { ref: string }, { db }: Context) =>
    nameParts(db, await getResourceByReference(db, ref)),
  allow: (actor, { resource }: NamedResource) => resourcePolicy.read(actor, resource),
  write: async (named: NamedResource): Promise<NewDocument> => {
    const { id, authorOrganisationId } = named.resource
    const name = named.names.get(authorOrganisationId) ?? ''
    return {
      kind: 'awarenessSheet',
      subject: { kind: 'resource', id },
      issuer: { id: authorOrganisationId, name },
      isPublic: true,
      model: writeSheet(named, name),
    }
  },
  isDraft: ({ resource }: NamedResource) => resource.status !== 'published',
})

function writeSheet({ resource, names, solution }: NamedResource, author: string): DocumentModel {
  const { communeId, startupId, status, publishedAt, updatedAt } = resource
  return inLocale('fr', () => ({
    issuer: { kind: 'organisation', name: author },
    kicker: resourceKindLabels[resource.kind],
    title: resource.title,
    subtitle: resource.summary,
    reference: resource.reference,
    date: publishedAt ?? updatedAt,
    ...(status !== 'published' && { mention: 'Projet' }),
    body: body(
      facts([
        ['Pour', resource.audiences.map((one) => audienceLabels[one as Audience]).join(', ')],
        ['Domaines', resource.domains.map((code) => domainLabels[code] ?? code).join(', ')],
        ['Solution', solution?.name],
        ['Commune', communeId && names.get(communeId)],
        ['Startup', startupId && names.get(startupId)],
      ]),
      resource.body !== '' && section('Ce qu’il faut savoir', prose(resource.body)),
      resource.videoUrl !== null && facts([['Vidéo', resource.videoUrl]]),
    ),
  }))
}
