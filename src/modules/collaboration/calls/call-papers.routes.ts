/** The papers of a call, for whoever may read what they say. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { findAssociation, listOrganisationNames } from '#modules/identity/index.ts'
import { asSystem, type Db } from '#platform/database.ts'
import {
  type DocumentModel,
  type NewDocument,
  nameCommune,
  paperRoutes,
  pdfRoute,
} from '#platform/documents.ts'
import { NotFound, orNotFound } from '#platform/errors.ts'
import type { Context, Route } from '#platform/web.ts'
import { listCommittee } from '../committee/member.queries.ts'
import { writeAwardNotice, writeEvaluationReport } from '../evaluation/evaluation.paper.ts'
import { listAwards, listConsensus } from '../evaluation/evaluation.queries.ts'
import { listBids } from '../opening/bid.queries.ts'
import { writeOpeningMinutes } from '../opening/opening-minutes.paper.ts'
import { loadOwnProposal, mayRead, type OwnProposal } from '../proposals/load-own-proposal.ts'
import { listReceipts, type Receipt } from '../proposals/proposal.queries.ts'
import { writeReceipt } from '../proposals/receipt.paper.ts'
import { findOwnResult } from '../result/own-result.queries.ts'
import { writeResultLetter } from '../result/result-letter.paper.ts'
import { listAddenda } from './addendum.queries.ts'
import { writeAddendum, writeCall } from './call.paper.ts'
import { callPolicy } from './call.policy.ts'
import { addParts, getCallByReference, getFullCall } from './call.queries.ts'
import type { Call, FullCall } from './call.schema.ts'

const byReference = async ({ ref }: { ref: string }, { db }: Context) =>
  addParts(db, await getCallByReference(db, ref))
const byId = ({ callId }: { callId: string }, { db }: Context) => getFullCall(db, callId)

/** A paper of the commune that leads; what is public once published is for everybody. */
function ofCommune(
  call: Call,
  kind: string,
  model: DocumentModel,
  rest: Partial<NewDocument> = {},
): NewDocument {
  return {
    kind,
    subject: { kind: 'call', id: call.id },
    issuer: { id: call.communeId, name: nameCommune(model.issuer.name) },
    readerIds: call.partyIds,
    model,
    ...rest,
  }
}

const mayReadCall = {
  load: byReference,
  allow: (actor: Parameters<typeof callPolicy.read>[0], { call }: FullCall) =>
    callPolicy.read(actor, call) && call.publishedAt !== null,
}

async function writeCallPaper(full: FullCall, { db }: Context): Promise<NewDocument> {
  const issuer = await getCommuneIssuer(db, full.call.communeId)
  return ofCommune(full.call, 'call', writeCall(full, issuer), { isPublic: true })
}

async function writeNotice(full: FullCall, { db }: Context): Promise<NewDocument> {
  const awards = await listAwards(db, full.call.id)
  if (awards.length === 0) throw new NotFound()
  const names = await listOrganisationNames(
    db,
    awards.map(({ startupId }) => startupId),
  )
  const issuer = await getCommuneIssuer(db, full.call.communeId)
  const model = writeAwardNotice({ full, awards, names, issuer })
  return ofCommune(full.call, 'awardNotice', model, { isPublic: true })
}

const publicPapers = [
  ...paperRoutes('/appels/:ref/appel', { ...mayReadCall, write: writeCallPaper }),
  ...paperRoutes('/appels/:ref/avis', { ...mayReadCall, write: writeNotice }),
  ...paperRoutes('/appels/:ref/additifs/:number/additif', {
    load: async ({ ref, number }: { ref: string; number: string }, context: Context) => {
      const full = await byReference({ ref }, context)
      const addenda = await listAddenda(context.db, full.call.id)
      const addendum = orNotFound(addenda.find((one) => String(one.number) === number))
      return { ...full, addendum }
    },
    allow: (actor, { call }) => callPolicy.read(actor, call),
    write: async ({ call, addendum }, { db }) => {
      const model = writeAddendum(call, addendum, await getCommuneIssuer(db, call.communeId))
      const subject = { kind: 'callAddendum', id: addendum.id }
      return ofCommune(call, 'addendum', model, { subject, isPublic: true })
    },
  }),
]

const communePapers = [
  ...paperRoutes('/espace/appels/:callId/proces-verbal', {
    load: byId,
    allow: (actor, { call }) => callPolicy.follow(actor, call) && call.openedAt !== null,
    write: async (full, context) => {
      const issuer = await getCommuneIssuer(context.db, full.call.communeId)
      const bids = await listBids(context, full.call)
      const model = writeOpeningMinutes(full, bids, issuer)
      return ofCommune(full.call, 'openingMinutes', model)
    },
  }),
  ...paperRoutes('/espace/appels/:callId/rapport', {
    load: byId,
    allow: (actor, { call }) =>
      callPolicy.follow(actor, call) && ['evaluated', 'awarded', 'concluded'].includes(call.status),
    write: async (full, context) => {
      const { db } = context
      const model = writeEvaluationReport({
        full,
        committee: await listCommittee(db, full.call.id),
        bids: await listBids(context, full.call),
        consensus: await listConsensus(db, full.call.id),
        issuer: await getCommuneIssuer(db, full.call.communeId),
      })
      return ofCommune(full.call, 'evaluationReport', model)
    },
  }),
]

/** Of what is sealed now. */
async function getReceipt(db: Db, { id }: OwnProposal['proposal']): Promise<Receipt> {
  const receipts = await listReceipts(db, id)
  return orNotFound(receipts.find(({ replacedAt }) => replacedAt === null))
}

async function writeReceiptPaper(
  { full, proposal }: OwnProposal,
  { db }: Context,
): Promise<NewDocument> {
  const current = await getReceipt(db, proposal)
  const id = orNotFound(await findAssociation(db))
  const names = await listOrganisationNames(db, [id, proposal.startupId])
  const name = names.get(id) ?? ''
  const startup = names.get(proposal.startupId) ?? ''
  const issuer = { kind: 'organisation', name } as const
  return {
    kind: 'receipt',
    subject: { kind: 'proposal', id: proposal.id },
    issuer: { id, name },
    readerIds: [proposal.startupId],
    model: writeReceipt(full.call, current, { issuer, startup }),
  }
}

async function writeLetter(
  { full, proposal }: OwnProposal,
  context: Context,
): Promise<NewDocument> {
  const { db } = context
  const result = orNotFound(await findOwnResult(context, full.call, proposal.id))
  const winnerIds = result.awards.map(({ startupId }) => startupId)
  const names = await listOrganisationNames(db, [proposal.startupId, ...winnerIds])
  const issuer = await asSystem(context, (system) => getCommuneIssuer(system, full.call.communeId))
  const model = writeResultLetter({
    full,
    proposalId: proposal.id,
    receipt: (await getReceipt(db, proposal)).receipt,
    startup: names.get(proposal.startupId) ?? '',
    ...result,
    names,
    issuer,
  })
  return ofCommune(full.call, 'resultLetter', model, {
    subject: { kind: 'proposal', id: proposal.id },
    readerIds: [...full.call.partyIds, proposal.startupId],
  })
}

const startupPapers = [
  pdfRoute('/appels/:ref/ma-proposition/accuse.pdf', {
    load: loadOwnProposal,
    allow: mayRead,
    write: writeReceiptPaper,
  }),
  ...paperRoutes('/appels/:ref/ma-proposition/notification', {
    load: loadOwnProposal,
    allow: mayRead,
    write: writeLetter,
  }),
]

export const callPaperRoutes: Route[] = [...publicPapers, ...communePapers, ...startupPapers]
