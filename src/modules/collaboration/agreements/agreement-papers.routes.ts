/** The papers of an agreement, for its parties: PDF to keep and check, Word for those who sign by hand; and the scan of that. */
import { asSystem } from '#platform/database.ts'
import { paperRoutes } from '#platform/documents.ts'
import { orNotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { findFile } from '#platform/files/file-records.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { findScanId } from '../signatures/signature.queries.ts'
import { agreementPolicy } from './agreement.policy.ts'
import { getAgreement } from './agreement.queries.ts'
import type { Agreement } from './agreement.schema.ts'
import { type Amendment, getAmendment } from './amendment.queries.ts'
import { loadAgreementPaper, loadAmendmentPaper } from './issue-agreement.ts'

const base = '/espace/conventions/:agreementId'

interface Amended {
  readonly agreement: Agreement
  readonly amendment: Amendment
}

const agreementParts = {
  load: ({ agreementId }: { agreementId: string }, { db }: Context) =>
    getAgreement(db, agreementId),
  allow: agreementPolicy.read,
  write: ({ id }: Agreement, { db }: Context) => loadAgreementPaper(db, id),
}

const amendmentParts = {
  load: async (
    { agreementId, amendmentId }: { agreementId: string; amendmentId: string },
    { db }: Context,
  ): Promise<Amended> => ({
    agreement: await getAgreement(db, agreementId),
    amendment: await getAmendment(db, agreementId, amendmentId),
  }),
  allow: (actor: Context['actor'], { agreement }: Amended) =>
    agreementPolicy.read(actor, agreement),
  write: ({ agreement, amendment }: Amended, { db }: Context) =>
    loadAmendmentPaper(db, agreement.id, amendment.id),
}

const scanEndpoint = endpoint(`${base}/signatures/:signatureId/document`, {
  load: async (
    { agreementId, signatureId }: { agreementId: string; signatureId: string },
    { db }: Context,
  ) => ({
    agreement: await getAgreement(db, agreementId),
    fileId: orNotFound(await findScanId(db, agreementId, signatureId)),
  }),
  allow: (actor, { agreement }) => agreementPolicy.read(actor, agreement),
  // The scan belongs to whoever signed: the other party reads it because it is part of the agreement.
  reply: async ({ fileId }, context) => {
    const file = orNotFound(await asSystem(context, (db) => findFile(db, fileId)))
    const headers = { ...describeFile(file), 'cache-control': 'private, no-store' }
    return { headers, body: await context.platform.files.open(file.sha256) }
  },
})

export const agreementPaperRoutes: Route[] = [
  ...paperRoutes(`${base}/convention`, {
    ...agreementParts,
    isDraft: ({ status }) => status === 'negotiating' || status === 'abandoned',
  }),
  ...paperRoutes(`${base}/avenants/:amendmentId/avenant`, {
    ...amendmentParts,
    isDraft: ({ amendment }) => amendment.status === 'refused',
  }),
  scanEndpoint,
]
