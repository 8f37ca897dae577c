/** What was signed as the standard's contracts, and how it is carried out: milestones accepted, payments made. */
import type {
  PublicAgreement,
  PublicMilestone,
  PublicProject,
} from '#modules/collaboration/index.ts'
import { cleanText } from '#platform/clean-text.rules.ts'
import { nameAward } from './compose-award.rules.ts'
import type { ContractingProcess } from './contracting-process.rules.ts'
import type { JsonObject } from './ocds.types.ts'
import type { Parties } from './parties.rules.ts'
import { compact, dayEnd, dayStart, moment, paper, value } from './parts.rules.ts'

export function composeContracts(
  { procedure, agreements, projects }: ContractingProcess,
  parties: Parties,
): JsonObject[] {
  const awardOf = ({ awardId, reference }: PublicAgreement) =>
    procedure?.kind === 'call' && awardId ? awardId : nameAward(reference)
  const signed = agreements.map((agreement) =>
    composeSigned(
      agreement,
      awardOf(agreement),
      projects.find(({ agreementId }) => agreementId === agreement.id),
      parties,
    ),
  )
  return procedure?.kind === 'project' ? [composeUnsigned(procedure.project, parties)] : signed
}

function composeSigned(
  agreement: PublicAgreement,
  awardID: string,
  project: PublicProject | undefined,
  parties: Parties,
): JsonObject {
  const { reference, amendments, events } = agreement
  const added = amendments.reduce((sum, { change }) => sum + change, 0)
  const isOver = ['terminated', 'ended'].includes(events.at(-1)?.toStatus ?? '')
  parties.of(agreement.communeId, 'buyer')
  return compact({
    ...{ id: reference, awardID, title: cleanText(agreement.title) },
    status: isOver || hasEnded(project) ? 'terminated' : 'active',
    value: agreement.amount > 0 ? value(agreement.amount + added) : undefined,
    period: project && composePeriod(project),
    dateSigned: moment(agreement.signedAt),
    amendments: amendments.map(({ number, reason, signedAt }) =>
      compact({
        ...{ id: `${reference}-avenant-${number}`, date: moment(signedAt) },
        rationale: cleanText(reason),
      }),
    ),
    implementation: project && composeImplementation(project, parties),
  })
}

/** A project that no agreement of Cauri's carries: work that was already under way. */
function composeUnsigned(project: PublicProject, parties: Parties): JsonObject {
  const { reference, title, summary, amount } = project
  return compact({
    ...{ id: reference, awardID: nameAward(reference), title: cleanText(title) },
    ...{ description: cleanText(summary), status: hasEnded(project) ? 'terminated' : 'active' },
    value: amount > 0 ? value(amount) : undefined,
    period: composePeriod(project),
    implementation: composeImplementation(project, parties),
  })
}

const hasEnded = (project: PublicProject | undefined) =>
  ['closed', 'abandoned'].includes(project?.events.at(-1)?.toStatus ?? '')

const composePeriod = ({ startsOn, endsOn }: PublicProject) =>
  compact({ startDate: dayStart(startsOn), endDate: dayEnd(endsOn) })

function composeImplementation(project: PublicProject, parties: Parties): JsonObject {
  const { reference, events, milestones } = project
  const closed = events.findLast(({ toStatus }) => toStatus === 'closed')
  return compact({
    milestones: milestones.map(composeMilestone),
    transactions: milestones.flatMap((milestone) =>
      milestone.paidOn === null ? [] : [composePayment(project, milestone, parties)],
    ),
    documents: closed
      ? [
          paper({
            ...{ id: `${reference}-cloture`, type: 'completionCertificate' },
            ...{ called: 'Rapport de clôture', path: `/projets/${reference}/cloture.pdf` },
            at: closed.occurredAt,
          }),
        ]
      : [],
  })
}

const milestoneStatuses: Readonly<Record<string, string>> = {
  accepted: 'met',
  partlyAccepted: 'partiallyMet',
  refused: 'notMet',
}

function composeMilestone({ id, title, position, dueOn, events }: PublicMilestone): JsonObject {
  const last = events.at(-1)
  const status = milestoneStatuses[last?.toStatus ?? ''] ?? 'scheduled'
  return compact({
    ...{ id, title: cleanText(`${position}. ${title}`), type: 'delivery', dueDate: dayEnd(dueOn) },
    dateModified: last && moment(last.occurredAt),
    ...{ status, dateMet: status === 'met' && last ? moment(last.occurredAt) : undefined },
  })
}

function composePayment(
  { communeId, startupId, contractor }: PublicProject,
  { id, paidOn, paidAmount }: PublicMilestone,
  parties: Parties,
): JsonObject {
  return compact({
    ...{ id: `${id}-paiement`, date: dayStart(paidOn), value: value(paidAmount) },
    payer: parties.of(communeId, 'payer'),
    payee: startupId ? parties.of(startupId, 'payee') : parties.outside(contractor, 'payee'),
  })
}
