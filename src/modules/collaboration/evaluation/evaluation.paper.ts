/** The papers of a decision for everybody: the evaluation report and the award notice. */
import {
  type Block,
  body,
  type DocumentModel,
  type Issuer,
  paragraph,
  prose,
  section,
  signatures,
  strong,
  table,
} from '#platform/documents.ts'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Criterion, FullCall } from '../calls/call.schema.ts'
import { dutyLabels, memberStatusLabels } from '../committee/committee.labels.ts'
import type { Member } from '../committee/member.schema.ts'
import type { OpenedBid } from '../opening/bid.queries.ts'
import { readRanking } from '../result/award.rules.ts'
import { listNotedCriteria, rankLots } from './evaluation.rules.ts'
import type { Award, Consensus } from './evaluation.schema.ts'
import type { RankedBid } from './ranking.rules.ts'

interface Report {
  readonly full: FullCall
  readonly committee: readonly Member[]
  readonly bids: readonly OpenedBid[]
  readonly consensus: readonly Consensus[]
  readonly issuer: Issuer
}

export function writeEvaluationReport(report: Report): DocumentModel {
  return inLocale('fr', () => write(report))
}

function write({ full, committee, bids, consensus, issuer }: Report): DocumentModel {
  const { call, lots, criteria } = full
  const nameOf = (proposalId: string) =>
    bids.find((bid) => bid.proposalId === proposalId)?.name ?? ''
  return {
    issuer,
    kicker: 'Rapport d’évaluation',
    title: call.title,
    reference: `${call.reference}/RE`,
    date: call.awardedAt ?? call.updatedAt,
    body: body(
      section(
        'Le comité',
        table({
          columns: ['Membre', 'Rôle', 'Déclaration d’intérêts'],
          rows: committee.map(({ name, duty, status }) => [
            name,
            dutyLabels[duty],
            memberStatusLabels[status].label,
          ]),
        }),
      ),
      rankLots(full, bids, consensus).map(({ lotId, ranking }) =>
        section(
          lots.length > 1
            ? `Classement : ${lots.find(({ id }) => id === lotId)?.title}`
            : 'Classement',
          rankingTable(criteria, ranking, ({ proposalId }) => nameOf(proposalId)),
        ),
      ),
      section(
        'Les justifications du comité',
        bids.map((bid) => section(bid.name, justifications(bid, criteria, consensus))),
      ),
      signatures(
        committee
          .filter(({ status }) => status === 'declared')
          .map(({ name, duty }) => ({ capacity: dutyLabels[duty], name })),
      ),
    ),
  }
}

function justifications(
  { proposalId }: OpenedBid,
  criteria: readonly Criterion[],
  consensus: readonly Consensus[],
): Block {
  return table({
    columns: [
      { label: 'Critère', width: 1 },
      { label: 'Note', kind: 'number', width: 0.4 },
      { label: 'Justification', width: 2.4 },
    ],
    rows: listNotedCriteria(criteria).map(({ id, label }) => {
      const note = consensus.find((one) => one.proposalId === proposalId && one.criterionId === id)
      return [label, note?.points ?? null, note?.justification ?? '']
    }),
  })
}

type Line = Omit<RankedBid, 'proposalId'>

function rankingTable<Bid extends Line>(
  criteria: readonly Criterion[],
  ranking: readonly Bid[],
  nameOf: (bid: Bid, index: number) => string,
): Block {
  return table({
    columns: [
      { label: 'Proposition', width: 1.4 },
      { label: 'Rang', kind: 'number', width: 0.5 },
      { label: 'Prix', kind: 'money' },
      ...criteria.map(({ label, weight }) => ({
        label: `${label} (${weight} %)`,
        kind: 'decimal' as const,
        width: 0.9,
      })),
      { label: 'Total', kind: 'decimal', width: 0.7 },
    ],
    rows: ranking.map((bid, index) => [
      nameOf(bid, index),
      bid.rank,
      bid.price,
      ...criteria.map(({ id }) => (bid.pointsMilli[id] ?? 0) / 1000),
      bid.totalMilli / 1000,
    ]),
    whenEmpty: 'Aucune proposition pour ce lot.',
  })
}

interface Notice {
  readonly full: FullCall
  readonly awards: readonly Award[]
  readonly names: ReadonlyMap<string, string>
  readonly issuer: Issuer
}

/** Public: the winners and their amounts; the others by their rank, without their names. */
export function writeAwardNotice({ full, awards, names, issuer }: Notice): DocumentModel {
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Avis d’attribution',
    title: full.call.title,
    reference: `${full.call.reference}/AA`,
    date: full.call.awardedAt ?? full.call.updatedAt,
    body: body(
      full.lots.map((lot) => {
        const award = awards.find(({ lotId }) => lotId === lot.id)
        return award ? lotSection(lot.title, award, full.criteria, names) : null
      }),
      full.call.standstillUntil !== null &&
        paragraph(
          `Les réclamations sont reçues sur Cauri jusqu’au ${formatDateTime(full.call.standstillUntil)}.`,
        ),
      signatures([{ capacity: 'Pour la commune' }]),
    ),
  }))
}

function lotSection(
  title: string,
  award: Award,
  criteria: readonly Criterion[],
  names: ReadonlyMap<string, string>,
): Block {
  const winner = names.get(award.startupId ?? '')
  return section(
    title,
    winner && award.amount !== null
      ? paragraph(['Attribué à ', strong(winner), ` pour ${formatMoney(award.amount)}.`])
      : paragraph('Non attribué.'),
    prose(award.reason),
    rankingTable(criteria, readRanking(award), (bid, index) =>
      bid.isAwarded && winner ? winner : `Autre proposition ${index + 1}`,
    ),
  )
}
