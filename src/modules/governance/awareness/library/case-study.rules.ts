/** The first draft of a case study, from what a closed project left: only what is recorded, and what is not is left out. */
import type { ProjectRecord } from '#modules/collaboration/index.ts'
import { formatDate, formatMoney, formatNumber, toDay } from '#platform/format.ts'

export interface CaseDraft {
  readonly title: string
  readonly summary: string
  readonly body: string
}

/** In French, as whoever reviews it will read and rewrite it. */
export function draftCaseStudy(record: ProjectRecord, solutionName: string | null): CaseDraft {
  const { project, communeName, contractorName } = record
  const parts = [
    project.summary,
    describePurchase(record, solutionName),
    describeTime(record),
    describeResults(record),
    ...describeViews(record),
  ]
  return {
    title: `${communeName} : ${project.title}`.slice(0, 200),
    summary:
      `Ce que la commune de ${communeName} a mis en place avec ${contractorName}, ce que cela a coûté, combien de temps, avec quels résultats.`.slice(
        0,
        400,
      ),
    body: parts.filter(Boolean).join('\n\n'),
  }
}

function describePurchase(
  { project, contractorName, milestones }: ProjectRecord,
  solutionName: string | null,
): string {
  const items = [
    solutionName
      ? `La solution ${solutionName}, de ${contractorName}.`
      : `Une prestation de ${contractorName}.`,
    project.amount > 0 && `Montant convenu : ${formatMoney(project.amount)}.`,
    ...milestones.map(({ title }) => `${title}.`),
  ]
  return listUnder('Ce qui a été acheté', items)
}

function describeTime({ project, milestones }: ProjectRecord): string {
  const { startedAt, closedAt } = project
  const late = milestones.filter(
    ({ acceptedAt, dueOn }) => acceptedAt !== null && toDay(acceptedAt) > dueOn,
  ).length
  return listUnder('Le temps qu’il a fallu', [
    startedAt && closedAt && `Du ${formatDate(startedAt)} au ${formatDate(closedAt)}.`,
    milestones.length > 0 && tellLate(late),
  ])
}

function tellLate(late: number): string {
  if (late === 0) return 'Tous les jalons ont été reçus à temps.'
  return late === 1 ? 'Un jalon a été reçu en retard.' : `${late} jalons ont été reçus en retard.`
}

function describeResults({ indicators }: ProjectRecord): string {
  return listUnder(
    'Ce qui a été mesuré',
    indicators.map(({ label, unit, before, target, after }) => {
      const told = [
        before !== null && `avant, ${formatNumber(Number(before))}`,
        target !== null && `visé, ${formatNumber(Number(target))}`,
        after !== null && `après, ${formatNumber(Number(after))}`,
      ].filter(Boolean)
      return told.length > 0 && `${label}${unit && ` (${unit})`} : ${told.join(' ; ')}.`
    }),
  )
}

function describeViews({ project, evaluations, communeName, contractorName }: ProjectRecord) {
  return evaluations.map(({ organisationId, stars, achieved, toImprove }) => {
    const who = organisationId === project.communeId ? communeName : contractorName
    return listUnder(`Ce qu’en dit ${who} (${stars} sur 5)`, [
      achieved,
      `À améliorer : ${toImprove}`,
    ])
  })
}

function listUnder(title: string, items: readonly (string | false | null)[]): string {
  const known = items.filter((item): item is string => Boolean(item))
  return known.length > 0 ? `${title} :\n${known.map((item) => `- ${item}`).join('\n')}` : ''
}
