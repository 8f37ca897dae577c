/** Where the work goes on once a mechanism is chosen for a need. */
import type { Need } from '../needs/need.schema.ts'
import type { Mechanism } from './mechanism-definitions.ts'

export function nextPageOf(mechanism: Mechanism, { id }: Pick<Need, 'id'>): string {
  switch (mechanism) {
    // A trial is agreed with a startup met first; a formal tender leaves with the sheet of the need.
    case 'contact':
    case 'pilot':
      return `/espace/besoins/${id}/solutions`
    case 'tender':
      return `/espace/besoins/${id}`
    default:
      return `/espace/besoins/${id}/appeler?mecanisme=${mechanism}`
  }
}
