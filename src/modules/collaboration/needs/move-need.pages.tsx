/** The steps of a need: plain buttons where nothing needs saying, forms where a reason is owed. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { action, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextArea } from '#web/components/index.tsx'
import { moveNeed } from './need.actions.ts'
import { needPolicy } from './need.policy.ts'
import { getNeed } from './need.queries.ts'
import type { Need } from './need.schema.ts'
import type { NeedStep } from './need.workflow.ts'

interface PlainStep {
  readonly step: NeedStep
  readonly path: string
  readonly done: string
}

const plainSteps: readonly PlainStep[] = [
  {
    step: 'submit',
    path: 'soumettre',
    done: 'Le besoin est soumis. La direction de la commune est prévenue.',
  },
  {
    step: 'publish',
    path: 'publier',
    done: 'Le besoin est public. Voici les solutions qui peuvent y répondre.',
  },
  { step: 'reopen', path: 'rouvrir', done: 'Le besoin est de nouveau un brouillon.' },
]

const plainActions = plainSteps.map(({ step, path, done }) =>
  action(`/espace/besoins/:needId/${path}`, {
    load: ({ needId }: { needId: string }, { db }) => getNeed(db, needId),
    allow: needPolicy[step],
    input: z.object({}),
    back: (need) => `/espace/besoins/${need.id}`,
    act: async (need, _, context) => {
      await moveNeed(context, need, step)
      return seeOther(
        step === 'publish' ? `/espace/besoins/${need.id}/solutions` : `/espace/besoins/${need.id}`,
        done,
      )
    },
  }),
)

interface ReasonedStep extends PlainStep {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly isDangerous?: boolean
}

const reasonedSteps: readonly ReasonedStep[] = [
  {
    step: 'sendBack',
    path: 'renvoyer',
    title: 'Renvoyer pour correction',
    label: 'Ce qu’il faut corriger',
    hint: 'La personne qui a rédigé le besoin recevra ce texte tel quel.',
    done: 'Le besoin est renvoyé. Ses rédacteurs sont prévenus.',
  },
  {
    step: 'takeBack',
    path: 'retirer',
    title: 'Retirer pour corriger',
    label: 'Pourquoi le retirer',
    hint: 'Le besoin ne sera plus visible du public jusqu’à sa prochaine publication.',
    done: 'Le besoin n’est plus public. Il peut être corrigé.',
  },
  {
    step: 'meet',
    path: 'satisfait',
    title: 'Déclarer le besoin satisfait',
    label: 'Comment il a été satisfait',
    hint: 'Solution retenue, date, résultat : les autres communes apprendront de vous.',
    done: 'Le besoin est déclaré satisfait.',
  },
  {
    step: 'withdraw',
    path: 'abandonner',
    title: 'Abandonner le besoin',
    label: 'Pourquoi l’abandonner',
    hint: 'Le motif reste dans l’historique.',
    isDangerous: true,
    done: 'Le besoin est abandonné. Il peut être rouvert.',
  },
]

const Reason = z.object({
  reason: fields.text({ min: 20, max: 2000, missing: 'Indiquez le motif' }),
})

const reasonPages = reasonedSteps.map((parts) =>
  form(`/espace/besoins/:needId/${parts.path}`, {
    load: ({ needId }: { needId: string }, { db }) => getNeed(db, needId),
    allow: needPolicy[parts.step],
    input: Reason,
    invalid: (need, submission) => <AskReason need={need} parts={parts} {...submission} />,
    valid: async (need, { reason }, context) => {
      await moveNeed(context, need, parts.step, reason)
      return seeOther(`/espace/besoins/${need.id}`, parts.done)
    },
  }),
)

export const moveNeedPages = [...plainActions, ...reasonPages]

type Props = Submission<z.infer<typeof Reason>> & { need: Need; parts: ReasonedStep }

function AskReason({ need, parts, values, errors }: Props) {
  const back = `/espace/besoins/${need.id}`
  return (
    <Page
      title={parts.title}
      errors={errors}
      breadcrumbs={[{ label: need.title || t('Besoin sans titre'), href: back }]}
    >
      <Form
        action={`${back}/${parts.path}`}
        submit={parts.title}
        danger={parts.isDangerous}
        secondary={{ label: 'Annuler', href: back }}
      >
        <TextArea
          name="reason"
          label={parts.label}
          hint={parts.hint}
          value={values.reason}
          error={errors.reason}
          rows={5}
        />
      </Form>
    </Page>
  )
}
