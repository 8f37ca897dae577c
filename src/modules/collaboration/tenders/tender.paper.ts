/** The file on paper (« dossier de consultation, partie commune »), and its tables as a workbook. */
import {
  body,
  bullets,
  type DocumentModel,
  facts,
  type Issuer,
  notice,
  paragraph,
  prose,
  type Sheet,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { natureLabels } from './tender.labels.ts'
import type { FullTender } from './tender.schema.ts'
import { sumWeights } from './tender-completeness.rules.ts'
import { describeBasis, draftNotice } from './tender-draft.rules.ts'

/** Says nothing of the result: handed over, the paper never changes. */
export function writeTenderFile(
  full: FullTender,
  issuer: Issuer,
  communeName: string,
): DocumentModel {
  return inLocale('fr', () => write(full, issuer, communeName))
}

function write(full: FullTender, issuer: Issuer, communeName: string): DocumentModel {
  const { tender, lots } = full
  return {
    issuer,
    kicker: 'Dossier remis à la commande publique',
    title: tender.title,
    reference: tender.reference,
    date: tender.handedOverAt ?? tender.updatedAt,
    ...(tender.handedOverAt === null && { mention: 'Projet' }),
    body: body(
      notice(
        'Ce que contient ce dossier',
        'Ce que la commune sait dire : son besoin, ses exigences, son estimation, ses critères proposés. La procédure, ses délais et ses pièces obligatoires reviennent à la personne responsable des marchés publics.',
      ),
      facts([
        ['Nature', tender.nature && natureLabels[tender.nature]],
        ['Besoin de départ', `${tender.needReference} ${tender.needTitle}`],
        ['Remis le', tender.handedOverOn && formatDate(tender.handedOverOn)],
        ['Remis à', tender.handedOverTo],
      ]),
      section('Le besoin à satisfaire', prose(tender.purpose)),
      section('Exigences fonctionnelles', prose(tender.requirements)),
      section(
        'L’estimation et le financement',
        facts([
          ['Montant estimé', tender.estimate === null ? null : formatMoney(tender.estimate)],
          ['Financement', tender.funding],
        ]),
        prose(tender.estimateMethod),
      ),
      lots.length > 0 && section('Les lots', table(lotTable(full))),
      section(
        'Les critères proposés',
        paragraph('Une proposition : la procédure fixe les critères définitifs.'),
        table(criterionTable(full)),
      ),
      section('Projet de faits de publication', facts(draftNotice(full, communeName))),
      section('Les pièces du dossier', bullets(tender.documents)),
      section('Le fondement', prose(describeBasis(tender))),
      signatures([{ capacity: 'Pour la commune' }, { capacity: 'Reçu par' }], {
        place: communeName,
        ...(tender.handedOverOn && { day: tender.handedOverOn }),
      }),
    ),
  }
}

const columnsOf = (label: string, value: Sheet['columns'][number]) => [{ label, width: 2 }, value]

function lotTable({ tender, lots }: FullTender) {
  const listed = lots.map(({ title, estimate }) => [title, estimate])
  return {
    columns: columnsOf('Lot', { label: 'Montant estimé', kind: 'money' }),
    rows: listed.length > 0 ? listed : [['Lot unique', tender.estimate]],
    total: ['En tout', tender.estimate],
  }
}

function criterionTable({ criteria }: FullTender) {
  return {
    columns: columnsOf('Critère', { label: 'Poids', kind: 'percent' }),
    rows: criteria.map(({ label, weight }) => [label, weight]),
    total: ['En tout', sumWeights(criteria)],
  }
}

export function writeTenderSheets(full: FullTender): Sheet[] {
  return [
    { name: 'Lots', ...lotTable(full) },
    { name: 'Critères proposés', ...criterionTable(full) },
  ]
}
