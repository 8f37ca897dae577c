/** What can be done with a session now, and what is missing before it. */
import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { tryStep } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink, Notice } from '#web/components/index.tsx'
import { sessionAddress } from './load-session.ts'
import { establishFacts } from './session.actions.ts'
import { sessionLifecycle } from './session.lifecycle.ts'
import { sessionPolicy } from './session.policy.ts'
import type { FullSession } from './session.schema.ts'
import type { SessionStep } from './session.workflow.ts'

interface Act {
  readonly step: SessionStep
  readonly path: string
  readonly label: string
  readonly confirm: string
}

const acts: readonly Act[] = [
  {
    step: 'announce',
    path: 'annoncer',
    label: 'Annoncer la session',
    confirm: 'La session et son ordre du jour paraissent au calendrier public.',
  },
  {
    step: 'hold',
    path: 'tenir',
    label: 'Dire que la session s’est tenue',
    confirm: 'Elle passe au compte rendu.',
  },
  {
    step: 'publish',
    path: 'publier',
    label: 'Publier le compte rendu',
    confirm: 'Tout le monde le lit. Il ne change plus, sauf par une correction motivée.',
  },
]

interface Props {
  readonly full: FullSession
  readonly actor: Actor
  readonly now: Date
}

export function SessionActs({ full, actor, now }: Props) {
  const { session } = full
  const facts = establishFacts(full, toDay(now))
  const base = sessionAddress(session)
  const moves = acts
    .filter(({ step }) => sessionLifecycle.policy[step](actor, session))
    .map((act) => ({
      ...act,
      move: tryStep(sessionLifecycle.workflow, act.step, session.status, facts),
    }))
  return (
    <>
      {moves.map(
        ({ step, label, move }) =>
          !move.ok &&
          move.because === 'fact' && (
            <Notice key={step} kind="info" title={label}>
              <ul>
                {move.missing.map((fact) => (
                  <li key={fact}>{t(sessionLifecycle.missing[fact])}</li>
                ))}
              </ul>
            </Notice>
          ),
      )}
      <Actions>
        {moves.map(
          ({ step, path, label, confirm, move }) =>
            move.ok && (
              <ActionButton
                key={step}
                action={`${base}/${path}`}
                label={label}
                confirm={confirm}
                kind="primary"
              />
            ),
        )}
        {sessionPolicy.edit(actor, session) && (
          <ButtonLink href={`${base}/modifier`} kind="quiet">
            Modifier la session
          </ButtonLink>
        )}
        <ReasonedActs {...{ full, actor, base }} />
      </Actions>
    </>
  )
}

function ReasonedActs({ full, actor, base }: Omit<Props, 'now'> & { base: string }) {
  const { session } = full
  const may = (step: SessionStep) =>
    sessionLifecycle.policy[step](actor, session) &&
    sessionLifecycle.workflow.steps[step].from.includes(session.status)
  return (
    <>
      {may('correct') && (
        <ButtonLink href={`${base}/corriger`} kind="quiet">
          Corriger le compte rendu
        </ButtonLink>
      )}
      {may('cancel') && (
        <ButtonLink href={`${base}/annuler`} kind="quiet">
          Annuler la session
        </ButtonLink>
      )}
    </>
  )
}
