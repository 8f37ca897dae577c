/** The papers of an agreement: PDF to keep and check, Word for those who sign by hand. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { type NewDocument, nameCommune } from '#platform/documents.ts'
import type { Context, Route } from '#platform/web.ts'
import { docxRoute, pdfRoute } from '../papers/paper-routes.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { writeAgreement, writeAmendment } from './agreement.paper.ts'
import { agreementPolicy } from './agreement.policy.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import type { FullAgreement } from './agreement.schema.ts'
import { getAmendment } from './amendment.queries.ts'

const load = ({ agreementId }: { agreementId: string }, { db }: Context) =>
  getFullAgreement(db, agreementId)
const allow = (actor: Parameters<typeof agreementPolicy.read>[0], { agreement }: FullAgreement) =>
  agreementPolicy.read(actor, agreement)

async function loadParts(
  full: FullAgreement,
  { db }: Context,
  kind: 'agreement' | 'amendment',
  id: string,
) {
  return {
    full,
    names: await getPartyNames(db, full.agreement),
    signatures: await listSignatures(db, kind, id),
    issuer: await getCommuneIssuer(db, full.agreement.communeId),
  }
}

function ofParties(
  { agreement }: FullAgreement,
  subject: NewDocument['subject'],
  model: NewDocument['model'],
): NewDocument {
  return {
    kind: subject.kind,
    subject,
    issuer: { id: agreement.communeId, name: nameCommune(model.issuer.name) },
    readerIds: [agreement.startupId],
    model,
  }
}

async function write(full: FullAgreement, context: Context): Promise<NewDocument> {
  const { id } = full.agreement
  const parts = await loadParts(full, context, 'agreement', id)
  return ofParties(full, { kind: 'agreement', id }, writeAgreement(parts))
}

export const agreementPaperRoutes: Route[] = [
  pdfRoute('/espace/conventions/:agreementId/convention.pdf', { load, allow, write }),
  docxRoute('/espace/conventions/:agreementId/convention.docx', { load, allow, write }),
  pdfRoute('/espace/conventions/:agreementId/avenants/:amendmentId/avenant.pdf', {
    load: async (
      { agreementId, amendmentId }: { agreementId: string; amendmentId: string },
      context: Context,
    ) => ({
      ...(await load({ agreementId }, context)),
      amendment: await getAmendment(context.db, agreementId, amendmentId),
    }),
    allow,
    write: async ({ amendment, ...full }, context) => {
      const parts = await loadParts(full, context, 'amendment', amendment.id)
      const subject = { kind: 'amendment', id: amendment.id }
      return ofParties(full, subject, writeAmendment(parts, amendment))
    },
  }),
]
