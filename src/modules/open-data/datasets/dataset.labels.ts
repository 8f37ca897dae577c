/** How what describes a dataset reads in French. */
import type { FieldKind } from '#platform/tables/published-table.ts'
import type { Frequency } from './dataset.types.ts'

export const fieldKindLabels: Readonly<Record<FieldKind, string>> = {
  text: 'Texte',
  code: 'Code',
  integer: 'Nombre entier',
  decimal: 'Nombre',
  yesNo: 'Oui ou non',
  day: 'Date (AAAA-MM-JJ)',
  moment: 'Date et heure (UTC)',
  address: 'Adresse web',
  texts: 'Liste de textes',
  codes: 'Liste de codes',
}

export const frequencyLabels: Readonly<Record<Frequency, string>> = {
  continuous: 'Au fil des changements',
  daily: 'Chaque jour',
  irregular: 'Quand il y a du nouveau',
}
