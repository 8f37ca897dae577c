/** The steps of a diagnosis: submitted with its unknowns in view, read then confirmed, or sent back with a reason. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { type Context, form, seeOther } from '#platform/web.ts'
import { Form, Notice, Page } from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { axisLabels } from '../axes.ts'
import { confirmDiagnosis, sendBackDiagnosis, submitDiagnosis } from './diagnosis.actions.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import { getDiagnosis, getFullDiagnosis } from './diagnosis.queries.ts'
import type { Diagnosis, FullDiagnosis } from './diagnosis.schema.ts'
import { type Assessment, loadAssessment } from './load-assessment.ts'
import { listProgress } from './questionnaire.rules.ts'
import { AssessmentBody } from './show-result.page.tsx'

const addressOf = ({ id }: Diagnosis) => `/espace/diagnostic/${id}`
const crumbsOf = (diagnosis: Diagnosis) => [
  { label: 'Diagnostic numérique', href: '/espace/diagnostic' },
  { label: diagnosis.reference, href: addressOf(diagnosis) },
]

interface Path {
  readonly diagnosisId: string
}

type Errors = Readonly<Record<string, string | undefined>>

const submitPage = form('/espace/diagnostic/:diagnosisId/soumettre', {
  load: ({ diagnosisId }: Path, { db }: Context) => getFullDiagnosis(db, diagnosisId),
  allow: (actor, { diagnosis }) => diagnosisPolicy.submit(actor, diagnosis),
  input: z.object({}),
  invalid: (full, { errors }) => <SubmitDiagnosis full={full} errors={errors} />,
  valid: async ({ diagnosis }, _, context) => {
    await submitDiagnosis(context, diagnosis)
    return seeOther(addressOf(diagnosis), 'Le diagnostic est soumis. La direction est prévenue.')
  },
})

function SubmitDiagnosis({ full, errors }: { full: FullDiagnosis; errors: Errors }) {
  const { diagnosis, version, answers } = full
  const progress = listProgress(version.content, diagnosis.category, answers)
  const missing = progress.reduce((sum, axis) => sum + axis.missing.length, 0)
  const unknown = progress.filter((axis) => axis.unknown.length > 0)
  return (
    <Page title="Soumettre le diagnostic" errors={errors} breadcrumbs={crumbsOf(diagnosis)}>
      <p>
        {t(
          'La direction lira le résultat, puis le confirmera ou le renverra. Les réponses ne changent plus d’ici là.',
        )}
      </p>
      {missing > 0 && (
        <Notice kind="warning" title="Pas encore complet">
          <p>
            {t(
              '{count, plural, one {# question attend} other {# questions attendent}} une réponse, ou « ne sait pas ».',
              { count: missing },
            )}
          </p>
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice kind="info" title="Ce que personne ne sait compte 0">
          <ul>
            {unknown.flatMap((one) =>
              one.unknown.map(({ code, title }) => (
                <li key={code}>{`${t(axisLabels[one.axis])} : ${t(title)}`}</li>
              )),
            )}
          </ul>
        </Notice>
      )}
      <Form
        submit="Soumettre à la direction"
        secondary={{ label: 'Annuler', href: addressOf(diagnosis) }}
      />
    </Page>
  )
}

const sendBackPage = reasonForm('/espace/diagnostic/:diagnosisId/renvoyer', {
  load: ({ diagnosisId }: Path, { db }: Context) => getDiagnosis(db, diagnosisId),
  allow: diagnosisPolicy.sendBack,
  back: (diagnosis: Diagnosis) => ({ href: addressOf(diagnosis), label: diagnosis.reference }),
  title: 'Renvoyer à l’équipe',
  label: 'Ce qu’il faut revoir',
  hint: 'L’équipe recevra ce texte tel quel : dites quelles réponses et pourquoi.',
  done: 'Le diagnostic est renvoyé. L’équipe est prévenue.',
  act: (diagnosis, reason, context) => sendBackDiagnosis(context, diagnosis, reason),
})

const confirmPage = form('/espace/diagnostic/:diagnosisId/confirmer', {
  load: ({ diagnosisId }: Path, context: Context) => loadAssessment(diagnosisId, context),
  allow: (actor, { full }) => diagnosisPolicy.confirm(actor, full.diagnosis),
  input: z.object({}),
  invalid: (assessment, { errors }) => <ConfirmDiagnosis {...assessment} errors={errors} />,
  valid: async ({ full }, _, context) => {
    await confirmDiagnosis(context, full.diagnosis)
    return seeOther(
      `${addressOf(full.diagnosis)}/resultat`,
      'Le diagnostic est confirmé. Le rapport est prêt et l’équipe est prévenue.',
    )
  },
})

function ConfirmDiagnosis(assessment: Assessment & { errors: Errors }) {
  const { diagnosis } = assessment.full
  return (
    <Page title="Lire et confirmer" errors={assessment.errors} breadcrumbs={crumbsOf(diagnosis)}>
      <AssessmentBody {...assessment} />
      <Notice kind="info" title="Ce que confirmer veut dire">
        <p>
          {t(
            'Le niveau par axe devient public. Les réponses et les commentaires restent à la commune et à l’ANCB. Le diagnostic ne change plus : pour le refaire, on en commence un autre.',
          )}
        </p>
      </Notice>
      <Form
        submit="Confirmer le diagnostic"
        secondary={{ label: 'Renvoyer à l’équipe', href: `${addressOf(diagnosis)}/renvoyer` }}
      />
    </Page>
  )
}

export const moveDiagnosisPages = [submitPage, sendBackPage, confirmPage]
