/** Decisions as the standard's awards, and how many proposals were judged: numbers, never who was not retained. */
import type { PublicAward, PublicCall, PublicTender } from '#modules/collaboration/index.ts'
import { cleanText } from '#platform/clean-text.rules.ts'
import type { Procedure } from './contracting-process.rules.ts'
import type { JsonObject } from './ocds.types.ts'
import type { Parties } from './parties.rules.ts'
import { compact, dayStart, moment, paper, value } from './parts.rules.ts'

export function composeAwards(procedure: Procedure, parties: Parties): JsonObject[] {
  if (procedure.kind === 'call')
    return procedure.call.awards.map((award) => composeAward(procedure.call, award, parties))
  if (procedure.kind === 'tender') return composeResult(procedure.tender, parties)
  return [composeDirect(procedure, parties)]
}

function composeAward(call: PublicCall, award: PublicAward, parties: Parties): JsonObject {
  const isFinal = call.events.some(({ step }) => step === 'conclude')
  const lot = call.lots.find(({ id }) => id === award.lotId)
  return compact({
    ...{ id: award.id, title: cleanText(call.lots.length > 1 ? lot?.title : call.title) },
    ...{ description: cleanText(award.reason), date: moment(award.decidedAt) },
    status: award.startupId === null ? 'unsuccessful' : isFinal ? 'active' : 'pending',
    value: value(award.amount),
    suppliers: award.startupId ? [parties.of(award.startupId, 'supplier', 'tenderer')] : [],
    relatedLots: call.lots.length > 1 ? [award.lotId] : [],
    documents: [
      paper({
        ...{ id: `${call.reference}-avis`, type: 'awardNotice', called: 'Avis d’attribution' },
        ...{ path: `/appels/${call.reference}/avis.pdf`, at: award.decidedAt },
      }),
    ],
  })
}

export const nameAward = (reference: string): string => `${reference}-attribution`

function composeResult(tender: PublicTender, parties: Parties): JsonObject[] {
  const { result, reference } = tender
  if (result !== 'awarded' && result !== 'unsuccessful') return []
  const supplier = result === 'awarded' && parties.outside(tender.awardedTo, 'supplier')
  return [
    compact({
      ...{ id: nameAward(reference), title: cleanText(tender.title) },
      status: result === 'awarded' ? 'active' : 'unsuccessful',
      date: dayStart(tender.decidedOn),
      value: result === 'awarded' ? value(tender.awardedAmount) : undefined,
      suppliers: supplier ? [supplier] : [],
    }),
  ]
}

/** An agreement without a call, or work that a project only describes: awarded when signed, or started. */
function composeDirect(
  procedure: Extract<Procedure, { kind: 'agreement' | 'project' }>,
  parties: Parties,
): JsonObject {
  const isSigned = procedure.kind === 'agreement'
  const { reference, title, amount, startupId } = isSigned ? procedure.agreement : procedure.project
  const contractor = isSigned ? '' : procedure.project.contractor
  const supplier = startupId
    ? parties.of(startupId, 'supplier')
    : parties.outside(contractor, 'supplier')
  return compact({
    ...{ id: nameAward(reference), title: cleanText(title), status: 'active' },
    date: moment(isSigned ? procedure.agreement.signedAt : procedure.project.startedAt),
    value: amount > 0 ? value(amount) : undefined,
    suppliers: supplier ? [supplier] : [],
  })
}

/** The bids extension: how many for each lot, once it is decided. */
export function composeBids(procedure: Procedure): JsonObject | undefined {
  if (procedure.kind !== 'call' || procedure.call.awards.length === 0) return undefined
  const { awards, lots } = procedure.call
  return {
    statistics: awards.flatMap(({ lotId, decidedAt, bids, validBids }) => {
      const of = (measure: string, count: number) =>
        compact({
          ...{ id: `${lotId}-${measure}`, measure, value: count, date: moment(decidedAt) },
          relatedLot: lots.length > 1 ? lotId : undefined,
        })
      return [of('bids', bids), of('validBids', validBids)]
    }),
  }
}
