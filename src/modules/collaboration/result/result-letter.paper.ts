/** The letter to each startup once a call is decided: retained or not, and why. */
import {
  type Block,
  body,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Criterion, FullCall } from '../calls/call.schema.ts'
import { listNotedCriteria } from '../evaluation/evaluation.rules.ts'
import type { Award, Consensus } from '../evaluation/evaluation.schema.ts'

interface Letter {
  readonly full: FullCall
  readonly proposalId: string
  /** Of the proposal: it tells the letters of one call apart. */
  readonly receipt: string
  readonly startup: string
  readonly notes: readonly Consensus[]
  readonly awards: readonly Award[]
  readonly names: ReadonlyMap<string, string>
  readonly issuer: Issuer
}

/** To one startup: retained or not, its own notes and their reasons, and what it may do. */
export function writeResultLetter(letter: Letter): DocumentModel {
  return inLocale('fr', () => writeLetter(letter))
}

function writeLetter({
  full,
  proposalId,
  receipt,
  startup,
  notes,
  awards,
  names,
  issuer,
}: Letter): DocumentModel {
  const { call, criteria, lots } = full
  const won = awards.filter((award) => award.proposalId === proposalId)
  return {
    issuer,
    kicker: won.length > 0 ? 'Notification d’attribution' : 'Lettre aux candidats non retenus',
    title: call.title,
    subtitle: startup,
    reference: `${call.reference}/N/${receipt}`,
    date: call.awardedAt ?? call.updatedAt,
    body: body(
      paragraph(
        won.length > 0
          ? 'Votre proposition est retenue.'
          : 'Nous vous remercions de votre proposition. Elle n’a pas été retenue.',
      ),
      facts(
        awards.map((award): [string, string] => [
          lots.length > 1 ? (lots.find(({ id }) => id === award.lotId)?.title ?? '') : 'Décision',
          award.startupId && award.amount !== null
            ? `${names.get(award.startupId) ?? ''}, ${formatMoney(award.amount)}. ${award.reason}`
            : `Non attribué. ${award.reason}`,
        ]),
      ),
      ownNotes(criteria, notes),
      call.standstillUntil !== null &&
        paragraph(
          `Vous pouvez déposer une réclamation motivée sur Cauri jusqu’au ${formatDateTime(call.standstillUntil)}.`,
        ),
      signatures([{ capacity: 'Pour la commune' }]),
    ),
  }
}

function ownNotes(criteria: readonly Criterion[], notes: readonly Consensus[]): Block {
  return section(
    'Vos notes',
    table({
      columns: [
        { label: 'Critère', width: 1 },
        { label: 'Note', kind: 'number', width: 0.4 },
        { label: 'Justification du comité', width: 2.4 },
      ],
      rows: listNotedCriteria(criteria).map(({ id, label, weight }) => {
        const note = notes.find(({ criterionId }) => criterionId === id)
        return [`${label} (${weight} %)`, note?.points ?? null, note?.justification ?? '']
      }),
    }),
  )
}
