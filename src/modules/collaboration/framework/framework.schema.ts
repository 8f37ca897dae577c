/** The framework agreement (« convention-cadre ») and its clauses; what was published never changes. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'

export type FrameworkStatus = 'draft' | 'published' | 'superseded'

export type FrameworkVersion = Omit<
  Selectable<Tables['collaboration.frameworkVersion']>,
  'status'
> & { readonly status: FrameworkStatus }

export type Clause = Selectable<Tables['collaboration.frameworkClause']>

export interface FullFramework {
  readonly version: FrameworkVersion
  readonly clauses: readonly Clause[]
}
