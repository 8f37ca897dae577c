/** The certificate of an adhesion: issued when it is signed, for everybody to read. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { issueDocument, type NewDocument } from '#platform/documents.ts'
import type { Context } from '#platform/web.ts'
import { getFramework } from '../framework/framework.queries.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { writeAdhesionPaper } from './adhesion.paper.ts'
import type { Adhesion } from './adhesion.schema.ts'

export async function issueAdhesion(context: Context, adhesion: Adhesion): Promise<void> {
  await issueDocument(context, await loadAdhesionPaper(context.db, adhesion))
}

export async function loadAdhesionPaper(db: Db, adhesion: Adhesion): Promise<NewDocument> {
  const framework = await getFramework(db, adhesion.frameworkVersionId)
  const { associationId } = framework.version
  const names = await listOrganisationNames(db, [associationId, adhesion.organisationId])
  const association = names.get(associationId) ?? ''
  return {
    kind: 'adhesion',
    subject: { kind: 'adhesion', id: adhesion.id },
    issuer: { id: associationId, name: association },
    readerIds: [adhesion.organisationId],
    isPublic: true,
    model: writeAdhesionPaper({
      adhesion,
      framework,
      association,
      adherent: names.get(adhesion.organisationId) ?? '',
      signatures: await listSignatures(db, 'adhesion', adhesion.id),
    }),
  }
}
