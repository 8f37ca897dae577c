/** Where the executive changes a published call: everybody sees what changed, and a late change gives time. */
import { z } from 'zod'
import { toLocalMoment } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { DateTimeField, Form, Hidden, Notice, Page, TextArea } from '#web/components/index.tsx'
import { checkAmendedDates, listChanges } from './addendum.rules.ts'
import { loadTimeLimits } from './call.actions.ts'
import { callPolicy } from './call.policy.ts'
import { readClock } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { loadCall } from './move-call.pages.tsx'
import { publishAddendum } from './publish-addendum.ts'

const Given = z.object({
  purpose: fields.text({ min: 80, max: 6000, missing: 'Gardez l’objet de l’appel' }),
  requirements: fields.text({ min: 20, max: 10_000, missing: 'Gardez ce qui est demandé' }),
  questionsUntil: fields.optionalMoment(),
  deadline: fields.optionalMoment(),
  reason: fields.text({ min: 20, max: 2000, missing: 'Dites pourquoi l’appel change' }),
  version: fields.version(),
})

export const publishAddendumPage = form('/espace/appels/:callId/additif', {
  load: loadCall,
  allow: callPolicy.amend,
  input: Given,
  initial: (call) => ({
    purpose: call.purpose,
    requirements: call.requirements,
    questionsUntil: call.questionsUntil && toLocalMoment(call.questionsUntil),
    deadline: call.deadline && toLocalMoment(call.deadline),
    version: String(call.version),
  }),
  invalid: (call, submission) => <PublishAddendum call={call} {...submission} />,
  valid: async (call, { questionsUntil, deadline, ...given }, context) => {
    const limits = await loadTimeLimits(context.db, call, context.now)
    const dates = { questionsUntil, deadline }
    const problems = checkAmendedDates(call, dates, limits, await readClock(context.db))
    if (!questionsUntil || !deadline || Object.keys(problems).length > 0) return refuse(problems)
    if (listChanges(call, { ...given, ...dates }).length === 0)
      return refuse({ form: 'Rien n’a changé : l’additif serait vide.' })
    const number = await publishAddendum(context, call, { ...given, questionsUntil, deadline })
    return seeOther(
      `/appels/${call.reference}#additif-${number}`,
      'L’additif est public. Les startups qui préparent une réponse sont prévenues.',
    )
  },
})

function PublishAddendum({
  call,
  values,
  errors,
}: Submission<z.infer<typeof Given>> & { call: Call }) {
  const back = `/espace/appels/${call.id}`
  return (
    <Page
      title="Publier un additif"
      errors={errors}
      breadcrumbs={[{ label: call.title, href: back }]}
    >
      <Notice kind="info">
        <p>
          {t(
            'L’additif est public et ne se retire pas. Chacun y voit, mot par mot, ce qui a changé. Une date limite trop proche devra être repoussée.',
          )}
        </p>
      </Notice>
      <Form
        action={`${back}/additif`}
        submit="Publier l’additif"
        secondary={{ label: 'Annuler', href: back }}
      >
        <Hidden name="version" value={values.version} />
        <TextArea
          name="reason"
          label="Pourquoi l’appel change"
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
        <AmendedFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function AmendedFields({ values, errors }: Submission<z.infer<typeof Given>>) {
  return (
    <>
      <TextArea
        name="purpose"
        label="L’objet"
        value={values.purpose}
        error={errors.purpose}
        rows={12}
      />
      <TextArea
        name="requirements"
        label="Ce que la réponse doit contenir et respecter"
        value={values.requirements}
        error={errors.requirements}
        rows={10}
      />
      <DateTimeField
        name="questionsUntil"
        label="Fin des questions"
        hint="Heure du Bénin."
        value={values.questionsUntil}
        error={errors.questionsUntil}
      />
      <DateTimeField
        name="deadline"
        label="Date et heure limites des propositions"
        value={values.deadline}
        error={errors.deadline}
      />
    </>
  )
}
