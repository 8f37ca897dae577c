/** A proposal: what a startup answers to a call. While it is sealed only its envelope exists. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import { criterionRows, lotRows } from '../calls/call.schema.ts'
import type { ProposalStatus } from './proposal.workflow.ts'

export type Proposal = Omit<
  Selectable<Tables['collaboration.proposal']>,
  'status' | 'content' | 'draft' | 'contentKey'
> & {
  readonly status: ProposalStatus
  /** Encrypted under the server's secret; null when nothing is being written. */
  readonly draft: string | null
  /** Given back by the opening. */
  readonly content: ProposalContent | null
  readonly contentKey: string | null
}

/** What is sealed, and what the committee reads. */
export interface ProposalContent {
  readonly solutionId: string | null
  readonly summary: string
  readonly schedule: string
  /** By criterion of quality. */
  readonly answers: readonly { readonly criterionId: string; readonly text: string }[]
  /** All taxes included, by lot; a lot without a price is not answered. */
  readonly prices: readonly { readonly lotId: string; readonly amount: number }[]
  readonly files: readonly AttachedFile[]
  /** The startup declares that it may contract, and has no interest in the commune. */
  readonly isDeclared: boolean
}

/** The stored bytes are encrypted with the proposal's own key from the moment the file is attached. */
export interface AttachedFile {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  /** Of the clear bytes. */
  readonly sha256: string
}

export interface ProposalDraft {
  /** base64url; the key of the attachments, and of the envelope to come. */
  readonly contentKey: string
  readonly content: ProposalContent
}

export const mostFiles = 5
export const largestFileMegabytes = 5

const rowsOf = <Row extends number, Field extends z.ZodType>(
  name: string,
  rows: readonly Row[],
  field: Field,
) => Object.fromEntries(rows.map((row) => [`${name}${row}`, field])) as Record<string, Field>

/** An unfinished proposal may be kept; `proposal-completeness.rules.ts` says what is missing. */
export const ProposalInput = z.object({
  solutionId: fields.optionalText(60),
  summary: fields.optionalText(4000),
  schedule: fields.optionalText(3000),
  ...rowsOf('answer', criterionRows, fields.optionalText(6000)),
  ...rowsOf('price', lotRows, fields.optionalMoney()),
  isDeclared: fields.checkbox(),
  version: fields.version(),
})

export type ProposalAnswers = z.infer<typeof ProposalInput>
