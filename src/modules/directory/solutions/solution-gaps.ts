/** What a solution's file lacks, each point with the page where it is filled in. */
import type { MissingPoint } from '../verification/missing-points.view.tsx'
import { hasSilentScreenshot, listMissingAnswers } from './completeness.rules.ts'
import type { Section } from './sections/section.schema.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'

export interface Gap extends MissingPoint {
  /** Null for what is missing in the files. */
  readonly section: Section | null
}

export function listSolutionGaps(solution: Solution, files: readonly SolutionFile[]): Gap[] {
  const base = `/espace/solutions/${solution.id}`
  const answers = listMissingAnswers(solution).map(({ section, field, message }) => ({
    section,
    label: message,
    href: `${base}/modifier/${section}#field-${field}`,
  }))
  const captions = {
    section: null,
    label: 'Donnez une légende à chaque capture d’écran.',
    href: `${base}/fichiers`,
  }
  return hasSilentScreenshot(files) ? [...answers, captions] : answers
}
