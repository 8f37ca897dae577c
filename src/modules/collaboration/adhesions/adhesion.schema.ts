/** The adhesion of a commune or a startup to one version of the framework. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'

export type AdhesionStatus = 'prepared' | 'signed' | 'replaced' | 'withdrawn'

export type Adhesion = Omit<
  Selectable<Tables['collaboration.adhesion']>,
  'status' | 'organisationKind'
> & {
  readonly status: AdhesionStatus
  readonly organisationKind: 'commune' | 'startup'
}
