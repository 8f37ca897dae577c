/** Where the work goes on once a mechanism is chosen for a need. */
import type { Need } from '../needs/need.schema.ts'
import type { Mechanism } from './mechanism-definitions.ts'

export function nextPageOf(mechanism: Mechanism, { id }: Pick<Need, 'id'>): string {
  switch (mechanism) {
    case 'contact':
      return `/espace/besoins/${id}/solutions`
    case 'pilot':
      return `/espace/besoins/${id}/experimenter`
    case 'tender':
      return `/espace/besoins/${id}/marche-formel`
    default:
      return `/espace/besoins/${id}/appeler?mecanisme=${mechanism}`
  }
}
