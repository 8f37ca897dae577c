/** The steps that belong to those who prepare a file: buttons on its page, and the routes behind them. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import type { Rule } from '#platform/policy.ts'
import { action, type Context, fields, type Route, seeOther } from '#platform/web.ts'
import { ActionButton, Actions } from '#web/components/index.tsx'
import type { VerificationStatus } from '../labels.ts'
import { startupWorkflow, type VerificationStep } from './verification.workflow.ts'

const ownSteps = [
  {
    step: 'submit',
    path: 'soumettre',
    label: 'Soumettre à vérification',
    confirm: 'Le dossier ne pourra plus être modifié pendant que l’association le lit.',
    done: 'Le dossier est soumis. L’association est prévenue ; vous le serez de sa décision.',
  },
  {
    step: 'resubmit',
    path: 'soumettre-de-nouveau',
    label: 'Soumettre de nouveau',
    confirm: 'Le dossier ne pourra plus être modifié pendant que l’association le lit.',
    done: 'Le dossier corrigé est soumis. L’association est prévenue.',
  },
  {
    step: 'withdraw',
    path: 'reprendre',
    label: 'Reprendre le dossier',
    confirm: 'Il redevient un brouillon et quitte la file de l’association.',
    done: 'Le dossier est de nouveau un brouillon : vous pouvez le modifier.',
  },
  {
    step: 'reopen',
    path: 'rouvrir',
    label: 'Rouvrir le dossier',
    confirm: 'Il redevient un brouillon, que vous pourrez corriger et soumettre.',
    done: 'Le dossier est rouvert : vous pouvez le modifier.',
  },
] as const satisfies readonly { step: VerificationStep; [text: string]: string }[]

type OwnStep = (typeof ownSteps)[number]['step']

interface FileRow {
  readonly status: VerificationStatus
  readonly version: number
}

interface ButtonsProps<Row extends FileRow> {
  actor: Actor
  row: Row
  policy: Readonly<Record<OwnStep, Rule<Row>>>
  /** The page of the file: each step is posted below it. */
  base: string
  /** An incomplete file is not offered to be submitted: what it lacks is said beside. */
  isComplete: boolean
}

export function OwnSteps<Row extends FileRow>(props: ButtonsProps<Row>) {
  const { actor, row, policy, base, isComplete } = props
  const possible = ownSteps.filter(
    ({ step }) =>
      startupWorkflow.steps[step].from.includes(row.status) && (isComplete || !submits(step)),
  )
  const offered = possible.filter(({ step }) => policy[step](actor, row))
  if (offered.length === 0) return possible.length > 0 ? <LeftToManager /> : null
  return (
    <Actions>
      {offered.map(({ step, path, label, confirm }) => (
        <ActionButton
          key={step}
          action={`${base}/${path}`}
          label={label}
          confirm={confirm}
          kind="primary"
          fields={{ version: row.version }}
        />
      ))}
    </Actions>
  )
}

function submits(step: OwnStep): boolean {
  return step === 'submit' || step === 'resubmit'
}

function LeftToManager() {
  return (
    <p class="soft">
      {t('L’étape suivante revient au responsable de la startup : prévenez-le le moment venu.')}
    </p>
  )
}

interface RouteParts<Row> {
  path: string
  load: (params: Record<string, string>, context: Context) => Promise<Row>
  policy: Readonly<Record<OwnStep, Rule<Row>>>
  back: (row: Row) => string
  move: (
    context: Context,
    row: Row,
    step: OwnStep,
    options: { version: number },
  ) => Promise<unknown>
}

export function createOwnStepRoutes<Row>({
  path,
  load,
  policy,
  back,
  move,
}: RouteParts<Row>): Route[] {
  return ownSteps.map(({ step, path: stepPath, done }) =>
    action(`${path}/${stepPath}`, {
      load: (params, context) => load(params as Record<string, string>, context),
      allow: policy[step],
      input: z.object({ version: fields.version() }),
      back,
      act: async (row, { version }, context) => {
        await move(context, row, step, { version })
        return seeOther(back(row), done)
      },
    }),
  )
}
