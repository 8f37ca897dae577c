/** An agreement (« convention ») between a commune and a startup, its clauses, and every wording proposed for them. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { AgreementStatus } from './agreement.workflow.ts'

export type AgreementSource = 'call' | 'pilot' | 'contact' | 'direct'

export type Agreement = Omit<
  Selectable<Tables['collaboration.agreement']>,
  'status' | 'source' | 'startsOn' | 'endsOn'
> & {
  readonly status: AgreementStatus
  readonly source: AgreementSource
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export type AgreementClause = Selectable<Tables['collaboration.agreementClause']>
export type ClauseWording = Selectable<Tables['collaboration.clauseWording']>

export interface FullAgreement {
  readonly agreement: Agreement
  readonly clauses: readonly AgreementClause[]
}

export const DetailsInput = z
  .object({
    title: fields.text({ min: 8, max: 200, missing: 'Donnez un titre' }),
    purpose: fields.text({ min: 20, max: 4000, missing: 'Dites ce que la startup fournit' }),
    amount: fields.optionalMoney(),
    startsOn: fields.optionalDay(),
    endsOn: fields.optionalDay(),
    version: fields.version(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn < endsOn, {
    path: ['endsOn'],
    message: 'La fin vient après le début',
  })

export type Details = z.infer<typeof DetailsInput>
