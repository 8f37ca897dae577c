/** The need as the standard's planning: why, with which means, and what was tried before. */
import type { PublicNeed, PublicPilot } from '#modules/collaboration/index.ts'
import { cleanText } from '#platform/clean-text.rules.ts'
import type { JsonObject } from './ocds.types.ts'
import { compact, moment, paper, value } from './parts.rules.ts'

export function composePlanning(
  need: PublicNeed,
  pilots: readonly PublicPilot[],
): JsonObject | undefined {
  if (!need.isPublic) return undefined
  const { reference, publishedAt } = need
  return compact({
    rationale: cleanText([need.problem, need.expectedOutcome].filter(Boolean).join('\n\n')),
    budget: compact({
      description: cleanText(need.budgetSource),
      amount: value(need.budgetMax ?? need.budgetMin),
    }),
    documents: [
      paper({
        ...{ id: reference, type: 'needsAssessment', called: 'Expression de besoin' },
        ...{ path: `/besoins/${reference}`, at: publishedAt, format: 'text/html' },
      }),
      paper({
        ...{ id: `${reference}-fiche`, type: 'needsAssessment', called: 'Fiche de besoin' },
        ...{ path: `/besoins/${reference}/fiche.pdf`, at: publishedAt },
      }),
    ],
    milestones: pilots.map(composePilot),
  })
}

/** Adopted, it did what was wanted of it; stopped, it did not; extended, nobody knows yet. */
const outcomes: Readonly<Record<string, (decidedAt: Date) => JsonObject>> = {
  adopted: (decidedAt) => ({ status: 'met', dateMet: moment(decidedAt) }),
  extended: (decidedAt) => ({ status: 'scheduled', dateModified: moment(decidedAt) }),
  stopped: () => ({ status: 'notMet' }),
}

/** A pilot that was decided: tried before anything was bought. */
function composePilot({ reference, title, status, decidedAt }: PublicPilot): JsonObject {
  return compact({
    ...{ id: reference, type: 'assessment', title: cleanText(`Expérimentation : ${title}`) },
    ...outcomes[status]?.(decidedAt),
    documents: [
      paper({
        ...{ id: `${reference}-evaluation`, type: 'feasibilityStudy', called: 'Évaluation' },
        ...{ path: `/experimentations/${reference}/evaluation.pdf`, at: decidedAt },
      }),
    ],
  })
}
