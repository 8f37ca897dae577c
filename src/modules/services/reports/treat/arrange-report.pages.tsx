/** Who has a report, what it is grouped with, and what everybody reads of it. */
import { listMembers } from '#modules/identity/index.ts'
import { communeTeam } from '#platform/actor.ts'
import { type Context, form, refuse, seeOther } from '#platform/web.ts'
import { listTakenCategories } from '../category.queries.ts'
import { mergeReport } from '../merge-report.actions.ts'
import { moderateReport, routeReport, takeReport } from '../treat-report.actions.ts'
import { type Assigning, Assignment, Grouping, Publication } from './arrange-report.schema.ts'
import { AssignReport, MergeReport, ModerateReport } from './arrange-report.view.tsx'
import { loadReport, loadTreated, may, treatHref, treatPath } from './load-treated.ts'

export const assignReportPage = form(`${treatPath}/confier`, {
  load: loadAssigning,
  allow: may('route'),
  input: Assignment,
  initial: ({ report: { department, assigneeId } }) => ({ department, assigneeId }),
  invalid: (assigning, submission) => <AssignReport {...assigning} {...submission} />,
  valid: async (assigning, { department, assigneeId }, context) => {
    const { report, members } = assigning
    if (assigneeId && !members.some(({ personId }) => personId === assigneeId))
      return refuse({ assigneeId: 'Choisissez une personne de la commune' })
    if (department !== report.department) await routeReport(context, report, department)
    if (assigneeId && assigneeId !== report.assigneeId)
      await takeReport(context, report.id, assigneeId)
    return seeOther(treatHref(assigning), 'Le signalement est confié.')
  },
})

async function loadAssigning(params: { reportId: string }, context: Context): Promise<Assigning> {
  const { db } = context
  const { report } = await loadReport(params, context)
  const taken = await listTakenCategories(db, report.communeId)
  const members = await listMembers(db, report.communeId)
  return {
    report,
    departments: [...new Set([report.department, ...taken.map(({ department }) => department)])],
    members: members.filter(({ role }) => communeTeam.some((one) => one === role)),
  }
}

export const mergeReportPage = form(`${treatPath}/regrouper`, {
  load: loadTreated,
  allow: may('merge'),
  input: Grouping,
  invalid: (treated, submission) => <MergeReport {...treated} {...submission} />,
  valid: async ({ report }, { reference }, context) => {
    await mergeReport(context, report.id, reference)
    return seeOther(
      treatHref({ report }),
      'Le signalement est regroupé. Qui l’a fait suit l’autre.',
    )
  },
})

export const moderateReportPage = form(`${treatPath}/publier`, {
  load: loadTreated,
  allow: may('moderate'),
  input: Publication,
  initial: ({ report: { visibility, showsPhoto, visibilityReason } }) => ({
    ...{ visibility, showsPhoto, reason: visibilityReason },
  }),
  invalid: (treated, submission) => <ModerateReport {...treated} {...submission} />,
  valid: async ({ report }, publication, context) => {
    await moderateReport(context, report, publication)
    return seeOther(treatHref({ report }), 'Ce que tout le monde voit est enregistré.')
  },
})
