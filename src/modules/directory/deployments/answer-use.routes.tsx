/** The commune's word on a use: it confirms, contests or ends it. */
import { z } from 'zod'
import { action, type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextArea } from '#web/components/index.tsx'
import { moveUse } from './deployment.actions.ts'
import { deploymentPolicy } from './deployment.policy.ts'
import { getDeployment, type NamedUse } from './deployment.queries.ts'
import { ownUsesPath } from './own-uses.page.tsx'

const load = ({ deploymentId }: { deploymentId: string }, { db }: Context) =>
  getDeployment(db, deploymentId)

const confirmUseAction = action(`${ownUsesPath}/:deploymentId/confirmer`, {
  load,
  allow: deploymentPolicy.confirm,
  input: z.object({}),
  back: () => ownUsesPath,
  act: async (use, _, context) => {
    await moveUse(context, use, 'confirm')
    return seeOther(
      ownUsesPath,
      'L’utilisation est confirmée. Vous pouvez maintenant donner votre avis.',
    )
  },
})

const Reason = z.object({
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez le motif' }),
})

interface Turn {
  readonly step: 'contest' | 'end'
  readonly path: string
  readonly title: string
  readonly done: string
}

const contestTurn: Turn = {
  step: 'contest',
  path: 'contester',
  title: 'Contester cette utilisation',
  done: 'L’utilisation est contestée. La startup est prévenue.',
}

const endTurn: Turn = {
  step: 'end',
  path: 'terminer',
  title: 'Ne plus utiliser cette solution',
  done: 'C’est noté. La startup est prévenue.',
}

const toForm = (turn: Turn) =>
  form(`${ownUsesPath}/:deploymentId/${turn.path}`, {
    load: (params: { deploymentId: string }, context) => load(params, context),
    allow: deploymentPolicy[turn.step],
    input: Reason,
    invalid: (use, submission) => <GiveReason use={use} turn={turn} {...submission} />,
    valid: async (use, { reason }, context) => {
      await moveUse(context, use, turn.step, reason)
      return seeOther(ownUsesPath, turn.done)
    },
  })

export const answerUseRoutes = [confirmUseAction, toForm(contestTurn), toForm(endTurn)]

type Props = Submission<z.infer<typeof Reason>> & { use: NamedUse; turn: Turn }

function GiveReason({ use, turn: { path, title }, values, errors }: Props) {
  return (
    <Page
      title={title}
      kicker={use.solutionName}
      errors={errors}
      breadcrumbs={[{ label: 'Solutions utilisées', href: ownUsesPath }]}
    >
      <Form
        action={`${ownUsesPath}/${use.id}/${path}`}
        submit={title}
        danger
        secondary={{ label: 'Annuler', href: ownUsesPath }}
      >
        <TextArea
          name="reason"
          label="Pourquoi"
          hint="La startup recevra ce texte tel quel."
          value={values.reason}
          error={errors.reason}
          rows={4}
        />
      </Form>
    </Page>
  )
}
