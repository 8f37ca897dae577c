/** The lettre de cadrage as a mayor signs it: its parts, then the annexes on a page of their own; and the association's model. */

import { describeEvidence } from '#modules/identity/index.ts'
import {
  body,
  type DocumentModel,
  type Issuer,
  pageBreak,
  paragraph,
  prose,
  type Signatory,
  section,
  signatures,
  strong,
  table,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import { budgetSectionLabels } from './letter.labels.ts'
import type { FullLetter, LetterSignature } from './letter.schema.ts'
import { sumCeilings, sumLines, sumOfDepartment } from './letter-sums.rules.ts'

export interface LetterParts {
  readonly full: FullLetter
  readonly communeName: string
  readonly issuer: Issuer
}

export function writeLetter({ full, communeName, issuer }: LetterParts): DocumentModel {
  const { letter, sections, signature } = full
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Lettre de cadrage budgétaire',
    title: `Orientations du budget ${letter.year}`,
    subtitle: letter.addressees,
    reference: letter.reference,
    date: letter.signedAt ?? letter.updatedAt,
    ...(signature === null && { mention: 'Projet' }),
    body: body(
      ...sections.map(({ title, body: text }, index) =>
        section(`${index + 1}. ${title}`, prose(text)),
      ),
      signatures([toSignatory(letter.signatory, signature)], {
        place: communeName,
        ...(letter.signedAt && { day: letter.signedAt }),
      }),
      pageBreak(),
      annexes(full),
    ),
  }))
}

function toSignatory(capacity: string, signature: LetterSignature | null): Signatory {
  if (!signature) return { capacity }
  const { personName, personRole } = signature
  return {
    capacity,
    name: personRole ? `${personName}, ${personRole}` : personName,
    evidence: describeEvidence(signature),
  }
}

function annexes({ ceilings, lines, dates }: FullLetter) {
  return [
    section('Annexe 1. Plafonds par service', ceilingTable({ ceilings, lines })),
    section(
      'Annexe 2. Lignes numériques',
      paragraph('Chaque ligne est inscrite au budget sous son nom.'),
      lineTable(lines),
      ...lines
        .filter(({ justification }) => justification !== '')
        .map(({ title, justification }) => paragraph([strong(`${title}. `), justification])),
    ),
    section(
      'Annexe 3. Calendrier',
      table({
        columns: [
          { label: 'Étape', width: 3 },
          { label: 'Au plus tard le', kind: 'date' },
          { label: 'Origine de la date', width: 2 },
        ],
        rows: dates.map(({ title, dueOn, source, isConfirmed }) => [
          title,
          dueOn,
          [source, !isConfirmed && !source.includes('confirmer') && 'à confirmer']
            .filter(Boolean)
            .join(', '),
        ]),
      }),
    ),
  ]
}

function ceilingTable({ ceilings, lines }: Pick<FullLetter, 'ceilings' | 'lines'>) {
  const total = sumCeilings(ceilings)
  const digital = sumLines(lines)
  return table({
    columns: [
      { label: 'Service', width: 3 },
      { label: 'Fonctionnement', kind: 'money' },
      { label: 'Investissement', kind: 'money' },
      { label: 'Dont numérique', kind: 'money' },
    ],
    rows: ceilings.map(({ department, running, investment, note }) => {
      const part = sumOfDepartment(lines, department)
      return [
        note ? `${department} (${note})` : department,
        running,
        investment,
        part.running + part.investment,
      ]
    }),
    total: ['Ensemble', total.running, total.investment, digital.running + digital.investment],
    whenEmpty: 'Aucun plafond n’est donné.',
  })
}

function lineTable(lines: FullLetter['lines']) {
  const { running, investment } = sumLines(lines)
  return table({
    columns: [
      { label: 'Ligne et compte', width: 3 },
      { label: 'Section', width: 1.9 },
      { label: 'Service', width: 2 },
      { label: 'Source', width: 1.4 },
      { label: 'Montant', kind: 'money' },
    ],
    rows: lines.map(({ title, account, section: part, department, source, amount }) => [
      account ? `${title} (${account})` : title,
      budgetSectionLabels[part],
      department,
      source,
      amount,
    ]),
    total: ['Ensemble', '', '', '', running + investment],
    whenEmpty: 'Aucune ligne numérique n’est nommée.',
  })
}
