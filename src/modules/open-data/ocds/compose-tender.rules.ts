/** The procedure as the standard's tender: a need that waits for one, a call, a file handed over to the State, or what had none. */
import type { PublicCall, PublicNeed, PublicTender } from '#modules/collaboration/index.ts'
import { cleanText } from '#platform/clean-text.rules.ts'
import type { Procedure } from './contracting-process.rules.ts'
import type { JsonObject } from './ocds.types.ts'
import type { Parties } from './parties.rules.ts'
import { compact, moment, paper, value } from './parts.rules.ts'

/** Before any procedure: what it would be about, or that it was given up. */
export function composePlannedTender(need: PublicNeed, parties: Parties): JsonObject {
  const { reference, isPublic, metAt, title, communeId } = need
  return compact({
    ...{ id: reference, title: cleanText(title) },
    status: isPublic ? (metAt ? 'complete' : 'planning') : 'withdrawn',
    procuringEntity: parties.of(communeId, 'procuringEntity'),
  })
}

export function composeTender(procedure: Procedure, parties: Parties): JsonObject {
  if (procedure.kind === 'call') return composeCall(procedure.call, parties)
  if (procedure.kind === 'tender') return composeFile(procedure.tender, parties)
  const isSigned = procedure.kind === 'agreement'
  const { reference, title, communeId } = isSigned ? procedure.agreement : procedure.project
  return compact({
    ...{ id: reference, title: cleanText(title), status: 'complete' },
    procuringEntity: parties.of(communeId, 'procuringEntity'),
    ...(isSigned && {
      procurementMethod: 'direct',
      procurementMethodDetails: 'Convention conclue sans appel',
    }),
  })
}

const callStatuses: Readonly<Record<string, string>> = {
  opened: 'active',
  evaluated: 'active',
  awarded: 'complete',
  concluded: 'complete',
  unsuccessful: 'unsuccessful',
  cancelled: 'cancelled',
}

function composeCall(call: PublicCall, parties: Parties): JsonObject {
  const { reference, publishedAt, events, lots } = call
  const openedAt = events.find(({ step }) => step === 'open')?.occurredAt
  const status = events.at(-1)?.toStatus ?? ''
  const decidedAt = status === 'opened' ? undefined : findLast(call, 'award')
  return compact({
    ...{ id: reference, title: cleanText(call.title), description: cleanText(call.purpose) },
    ...{ status: callStatuses[status] ?? 'active' },
    procuringEntity: parties.of(call.communeId, 'procuringEntity'),
    ...{ value: value(call.budgetMax), minValue: value(call.budgetMin) },
    ...{ procurementMethod: 'open', procurementMethodDetails: call.mechanism },
    eligibilityCriteria: cleanText(call.requirements),
    awardCriteria: 'ratedCriteria',
    awardCriteriaDetails: cleanText(
      call.criteria.map(({ label, weight }) => `${label} : ${weight} %`).join(' ; '),
    ),
    submissionMethod: ['electronicSubmission'],
    submissionMethodDetails: 'Proposition scellée, déposée sur Cauri avant la date limite.',
    tenderPeriod: period(publishedAt, call.deadline),
    enquiryPeriod: call.questionsUntil ? period(publishedAt, call.questionsUntil) : undefined,
    awardPeriod: openedAt ? period(openedAt, decidedAt ?? null) : undefined,
    numberOfTenderers: lots.length === 1 ? call.awards[0]?.bids : undefined,
    lots: lots.length > 1 ? lots.map(composeLot) : [],
    documents: listCallPapers(reference, publishedAt),
    amendments: call.addenda.map(({ number, reason, publishedAt: at }) =>
      compact({
        id: `${reference}-additif-${number}`,
        date: moment(at),
        rationale: cleanText(reason),
      }),
    ),
  })
}

const findLast = ({ events }: PublicCall, step: string) =>
  events.findLast((event) => event.step === step)?.occurredAt

const period = (start: Date, end: Date | null) =>
  compact({ startDate: moment(start), endDate: end && end > start ? moment(end) : undefined })

function composeLot({ id, title, description, amount }: PublicCall['lots'][number]): JsonObject {
  return compact({
    ...{ id, title: cleanText(title), description: cleanText(description) },
    value: value(amount),
  })
}

function listCallPapers(reference: string, at: Date): JsonObject[] {
  const path = `/appels/${reference}`
  const called = 'L’appel'
  return [
    paper({ ...{ id: reference, type: 'tenderNotice', called, path, at }, format: 'text/html' }),
    paper({
      ...{ id: `${reference}-dossier`, type: 'biddingDocuments', called: 'L’appel, à imprimer' },
      ...{ path: `${path}/appel.pdf`, at },
    }),
  ]
}

const categories: Readonly<Record<string, string>> = {
  goods: 'goods',
  services: 'services',
  intellectual: 'services',
  works: 'works',
}

/** The procedure itself runs in the State's system; who received the file is not told. */
function composeFile(tender: PublicTender, parties: Parties): JsonObject {
  const { reference, result, nature, lots, handedOverAt } = tender
  const status = result === 'awarded' ? 'complete' : (result ?? 'active')
  return compact({
    ...{ id: reference, title: cleanText(tender.title), description: cleanText(tender.purpose) },
    ...{ status, value: value(tender.estimate) },
    procuringEntity: parties.of(tender.communeId, 'procuringEntity'),
    procurementMethodDetails: 'Dossier remis à la commande publique',
    mainProcurementCategory: nature ? categories[nature] : undefined,
    additionalProcurementCategories: nature === 'intellectual' ? ['consultingServices'] : [],
    eligibilityCriteria: cleanText(tender.requirements),
    lots: lots.length > 1 ? lots.map(composeLot) : [],
    documents: [
      paper({
        ...{ id: reference, type: 'biddingDocuments', called: 'Le dossier remis' },
        ...{ path: `/marches-formels/${reference}/dossier.pdf`, at: handedOverAt },
      }),
    ],
  })
}
