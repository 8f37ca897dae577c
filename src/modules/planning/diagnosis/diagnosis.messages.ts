/** Who is told when a diagnosis moves: its executive when it is submitted, the team when it comes back or is confirmed. */
import { notify } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import type { DiagnosisStep } from './diagnosis.workflow.ts'

const recipients: Readonly<Record<DiagnosisStep, Role[]>> = {
  submit: ['secretary', 'mayor'],
  sendBack: ['itOfficer', 'agent', 'secretary'],
  confirm: ['itOfficer', 'agent', 'secretary', 'mayor'],
}

const stepTitles: Readonly<Record<DiagnosisStep, string>> = {
  submit: 'Diagnostic numérique à confirmer',
  sendBack: 'Diagnostic numérique à compléter',
  confirm: 'Diagnostic numérique confirmé',
}

const stepIntroductions: Readonly<Record<DiagnosisStep, string>> = {
  submit:
    'Toutes les questions ont une réponse. Lisez le résultat, puis confirmez-le ou renvoyez-le.',
  sendBack: 'La direction demande de revoir des réponses.',
  confirm: 'Le résultat par axe est publié, le rapport peut être téléchargé.',
}

export async function tellTeam(
  { db, actor, now }: Context,
  diagnosis: Diagnosis,
  step: DiagnosisStep,
  reason?: string,
): Promise<void> {
  await notify(
    db,
    {
      organisationId: diagnosis.communeId,
      roles: recipients[step],
      exceptPersonId: actor.id,
      topic: 'planning',
      subject: () =>
        t('{what} : {about}', { what: t(stepTitles[step]), about: diagnosis.reference }),
      text: () => reason ?? t(stepIntroductions[step]),
      link: `/espace/diagnostic/${diagnosis.id}`,
      key: `diagnosis:${diagnosis.id}:${step}:${now.getTime()}`,
    },
    now,
  )
}
