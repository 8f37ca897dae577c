/** What a startup's file lacks, each point with the field where it is filled in. */
import type { MissingPoint } from '../verification/missing-points.view.tsx'
import type { Startup } from './startup.schema.ts'
import { listMissingAnswers } from './startup-completeness.rules.ts'

export function listStartupGaps(startup: Startup): MissingPoint[] {
  return listMissingAnswers(startup).map(({ field, message }) => ({
    label: message,
    href: `/espace/startup/modifier#field-${field === 'labelFileId' ? 'labelFile' : field}`,
  }))
}
