/** The framework agreement (« convention-cadre ») and its clauses; what was published never changes. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'

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

export const ClauseInput = z.object({
  title: fields.text({ max: 200, missing: 'Donnez un titre à la clause' }),
  body: fields.text({ min: 40, max: 10_000, missing: 'Écrivez la clause' }),
  guidance: fields.optionalText(1000),
  isMandatory: fields.checkbox(),
})

export const FrameworkInput = z.object({
  title: fields.text({ min: 10, max: 200, missing: 'Donnez un titre' }),
  preamble: fields.text({ min: 40, max: 6000, missing: 'Écrivez le préambule' }),
  summaryOfChanges: fields.optionalText(4000),
  version: fields.version(),
})
