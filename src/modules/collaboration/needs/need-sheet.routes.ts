/** The sheet of a need: issued once it is public, a draft marked as such before; as PDF to keep, in Word to work on. */
import { getCommuneIssuer, listCommuneNames } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import {
  leadToPaper,
  type NewDocument,
  nameCommune,
  renderDocx,
  renderPdf,
  replyWithFile,
} from '#platform/documents.ts'
import {
  type Afterwards,
  type Context,
  endpoint,
  type Redirect,
  type Reply,
} from '#platform/web.ts'
import { isPublicNeed, needPolicy } from './need.policy.ts'
import { getNeed, getNeedByReference, listJoiners } from './need.queries.ts'
import type { Need } from './need.schema.ts'
import { writeNeedSheet } from './need-sheet.paper.ts'

const limit = { points: 30, seconds: 60 }
const byReference = ({ ref }: { ref: string }, { db }: Context) => getNeedByReference(db, ref)
const byId = ({ needId }: { needId: string }, { db }: Context) => getNeed(db, needId)

export const needSheetRoutes = [
  endpoint('/besoins/:ref/fiche.pdf', {
    load: byReference,
    allow: needPolicy.read,
    limit,
    reply: replyWithPdf,
  }),
  endpoint('/besoins/:ref/fiche.docx', {
    load: byReference,
    allow: needPolicy.read,
    limit,
    reply: replyWithDocx,
  }),
  endpoint('/espace/besoins/:needId/fiche.pdf', {
    load: byId,
    allow: needPolicy.rank,
    limit,
    reply: replyWithPdf,
  }),
  endpoint('/espace/besoins/:needId/fiche.docx', {
    load: byId,
    allow: needPolicy.rank,
    limit,
    reply: replyWithDocx,
  }),
]

async function loadSheet(db: Db, need: Need) {
  const joiners = await listJoiners(db, need.id)
  const names = await listCommuneNames(
    db,
    joiners.map(({ communeId }) => communeId),
  )
  const issuer = await getCommuneIssuer(db, need.communeId)
  return writeNeedSheet({ need, issuer, joiners, names })
}

async function replyWithPdf(need: Need, context: Context): Promise<Reply | Redirect | Afterwards> {
  const model = await loadSheet(context.db, need)
  if (!isPublicNeed(need)) return replyWithFile(nameFile(need, 'pdf'), await renderPdf(model))
  const paper: NewDocument = {
    kind: 'needSheet',
    subject: { kind: 'need', id: need.id },
    issuer: { id: need.communeId, name: nameCommune(model.issuer.name) },
    isPublic: true,
    model,
  }
  return leadToPaper(context, paper)
}

async function replyWithDocx(need: Need, { db }: Context): Promise<Reply> {
  return replyWithFile(nameFile(need, 'docx'), await renderDocx(await loadSheet(db, need)))
}

function nameFile({ reference, id }: Need, extension: 'pdf' | 'docx'): string {
  return `${reference ?? `besoin-${id.slice(-8)}`}-fiche.${extension}`
}
