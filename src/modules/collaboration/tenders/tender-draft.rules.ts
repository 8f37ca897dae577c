/** The first draft of a file, from its need, and the publication facts that whoever runs the procedure will need. */
import { formatMoney } from '#platform/format.ts'
import { draftCall, firstCriteria } from '../calls/call-draft.rules.ts'
import type { Need } from '../needs/need.schema.ts'
import { natureLabels } from './tender.labels.ts'
import type { FullTender, Tender } from './tender.schema.ts'

/** Sentences of the draft are the commune's to change: they are written in French, as data. */
export function draftTender(need: Need) {
  const { title, purpose, requirements, domains, budgetMax } = draftCall(need, 'call')
  return {
    ...{ title, purpose, requirements, domains: [...domains] },
    needTitle: need.title,
    needReference: need.reference ?? '',
    estimate: budgetMax || null,
    funding: need.budgetSource,
    documents: [...firstDocuments],
  }
}

/** To start from; whoever runs the procedure says what the law asks. */
const firstDocuments = [
  'Fiche de besoin',
  'Exigences fonctionnelles',
  'Estimation et sa méthode',
  'Preuve de l’inscription au budget',
  'Critères proposés et leurs poids',
]

export const proposedCriteria = firstCriteria.map(({ label, weight }) => ({ label, weight }))

const theirs = 'À fixer par la personne responsable des marchés publics'

/** What is not the commune's to decide here says so: nothing is invented. */
export function draftNotice(
  { tender, lots, criteria }: FullTender,
  communeName: string,
): [term: string, value: string][] {
  return [
    ['Autorité contractante', `Commune de ${communeName}`],
    ['Objet', tender.title],
    ['Nature', tender.nature ? natureLabels[tender.nature] : ''],
    ['Mode de passation', theirs],
    ['Montant estimé', tender.estimate ? formatMoney(tender.estimate) : ''],
    ['Financement', tender.funding],
    ['Lots', lots.length > 0 ? lots.map(({ title }) => title).join(' ; ') : 'Lot unique'],
    [
      'Critères proposés',
      criteria.map(({ label, weight }) => `${label} (${weight} %)`).join(' ; '),
    ],
    ['Retrait du dossier', theirs],
    ['Date et heure limites des offres', theirs],
    ['Fondement', describeBasis(tender)],
  ]
}

export function describeBasis({
  legalBasis,
  legalSource,
  legalConfirmed,
}: Pick<Tender, 'legalBasis' | 'legalSource' | 'legalConfirmed'>): string {
  return `${legalBasis} Source : ${legalSource}${legalConfirmed ? '.' : ' (à confirmer).'}`
}
