/** The file as PDF, in Word and as a workbook, for its commune; as PDF for everybody once it has been handed over. */
import { getCommuneIssuer, listCommuneNames } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import {
  type NewDocument,
  nameCommune,
  paperRoutes,
  pdfRoute,
  renderSpreadsheet,
  replyWithFile,
} from '#platform/documents.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { writeTenderFile, writeTenderSheets } from './tender.paper.ts'
import { tenderPolicy } from './tender.policy.ts'
import { getFullTender, getFullTenderByReference } from './tender.queries.ts'
import type { FullTender } from './tender.schema.ts'

async function write(full: FullTender, { db }: Context): Promise<NewDocument> {
  const { id, communeId, handedOverAt } = full.tender
  const issuer = await getCommuneIssuer(db, communeId)
  const names = await listCommuneNames(db, [communeId])
  return {
    kind: 'tenderFile',
    subject: { kind: 'tender', id },
    issuer: { id: communeId, name: nameCommune(issuer.name) },
    readerIds: [],
    isPublic: handedOverAt !== null,
    model: writeTenderFile(full, issuer, names.get(communeId) ?? ''),
  }
}

const ofCommune = {
  load: ({ tenderId }: { tenderId: string }, { db }: Context) => getFullTender(db, tenderId),
  allow: (actor: Actor, { tender }: FullTender) => tenderPolicy.follow(actor, tender),
  write,
}

export const tenderPaperRoutes: Route[] = [
  ...paperRoutes('/espace/marches-formels/:tenderId/dossier', ofCommune),
  endpoint('/espace/marches-formels/:tenderId/dossier.xlsx', {
    load: ofCommune.load,
    allow: ofCommune.allow,
    limit: { points: 30, seconds: 60 },
    reply: async (full) =>
      replyWithFile(
        `${full.tender.reference}.xlsx`,
        await renderSpreadsheet(writeTenderSheets(full)),
      ),
  }),
  pdfRoute('/marches-formels/:ref/dossier.pdf', {
    load: ({ ref }: { ref: string }, { db }: Context) => getFullTenderByReference(db, ref),
    allow: (actor, { tender }) => tenderPolicy.readPublic(actor, tender),
    write,
  }),
]
