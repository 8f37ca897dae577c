/** What waits for somebody in their commune's diagnosis, and where it is found. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { diagnosisPolicy, mayStartDiagnosis } from './diagnosis.policy.ts'
import { addAnswers, findRunningDiagnosis } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { isComplete, listProgress } from './questionnaire.rules.ts'

export const diagnosisSpace: SpaceContribution = {
  async listTasks(db, actor) {
    if (!mayStartDiagnosis(actor)) return []
    const running = await findRunningDiagnosis(db, getOrganisationId(actor))
    return running ? toTasks(await addAnswers(db, running), actor) : []
  },
  listLinks: (actor) => {
    if (mayStartDiagnosis(actor))
      return [{ label: 'Diagnostic numérique', href: '/espace/diagnostic' }]
    return associationStaff(actor, null)
      ? [{ label: 'Diagnostics des communes', href: '/espace/diagnostic' }]
      : []
  },
}

function toTasks({ diagnosis, version, answers }: FullDiagnosis, actor: Actor): SpaceTask[] {
  const href = `/espace/diagnostic/${diagnosis.id}`
  if (diagnosis.status === 'submitted')
    return diagnosisPolicy.confirm(actor, diagnosis)
      ? [{ title: t('Lire et confirmer le diagnostic numérique'), href, tone: 'warning' }]
      : []
  const progress = listProgress(version.content, diagnosis.category, answers)
  if (isComplete(progress) && actor.role === 'itOfficer')
    return [{ title: t('Soumettre le diagnostic numérique'), href, tone: 'warning' }]
  const missing = progress.reduce((sum, axis) => sum + axis.missing.length, 0)
  const isReturned = diagnosis.status === 'returned'
  return [
    {
      title: isReturned
        ? t('Revoir le diagnostic numérique, renvoyé par la direction')
        : t('Continuer le diagnostic numérique'),
      text: isReturned
        ? (diagnosis.statusReason ?? undefined)
        : t(
            '{count, plural, =0 {Toutes les questions ont une réponse} one {# question attend} other {# questions attendent}}',
            { count: missing },
          ),
      href,
      tone: isReturned ? 'warning' : 'neutral',
    },
  ]
}
