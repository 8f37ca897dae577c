/** A file as the association reviews it. */
import type { VNode } from 'preact'
import type { Option } from '#web/components/index.tsx'
import type { VerificationStatus } from '../labels.ts'
import type { FileEvent } from './file-event.queries.ts'

export interface FileRow {
  readonly name: string
  readonly status: VerificationStatus
  readonly statusReason: string | null
  readonly version: number
}

export interface Review<Row extends FileRow = FileRow> {
  readonly row: Row
  /** The page of this file: each decision is a page below it. */
  readonly base: string
  /** What deserves a second look, in French. */
  readonly alerts: readonly string[]
  readonly content: VNode
  readonly checklist: readonly Option[]
  readonly events: readonly FileEvent[]
  readonly names: ReadonlyMap<string, string>
}
