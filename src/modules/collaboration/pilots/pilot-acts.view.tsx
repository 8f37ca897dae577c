/** What may be done with a pilot now: nothing else is shown. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { pilotPolicy } from './pilot.policy.ts'
import type { FullPilot } from './pilot.schema.ts'
import { type PilotStep, pilotWorkflow } from './pilot.workflow.ts'
import { listGaps } from './pilot-bounds.rules.ts'

interface Props {
  readonly full: FullPilot
  readonly actor: Actor
}

const reasonPages: readonly { step: PilotStep; path: string; label: string }[] = [
  { step: 'decline', path: 'decliner', label: 'Décliner' },
  { step: 'withdraw', path: 'retirer', label: 'Retirer' },
  { step: 'stop', path: 'arreter', label: 'Arrêter avant la fin' },
]

export function PilotActs({ full, actor }: Props) {
  const { pilot } = full
  const isComplete = listGaps(full).length === 0
  const may = (step: PilotStep) =>
    listSteps(pilotWorkflow, pilot.status).includes(step) && pilotPolicy[step](actor, pilot)
  const base = `/espace/experimentations/${pilot.id}`
  const reasons = reasonPages.filter(
    ({ step }) => may(step) && !(step === 'stop' && pilot.status === 'evaluated'),
  )
  return (
    <Actions>
      {may('propose') && isComplete && (
        <ActionButton
          action={`${base}/proposer`}
          label="Proposer à la startup"
          kind="primary"
          confirm="La startup reçoit la fiche. Les critères et leurs cibles ne changent plus, sauf si vous la reprenez."
        />
      )}
      {pilotPolicy.edit(actor, pilot) && (
        <ButtonLink href={`${base}/fiche`} kind={isComplete ? 'quiet' : 'primary'}>
          Remplir la fiche
        </ButtonLink>
      )}
      {may('accept') && (
        <ActionButton
          action={`${base}/accepter`}
          label="Accepter l’expérimentation"
          kind="primary"
          confirm="Votre startup s’engage sur la fiche telle qu’elle est : périmètre, dates, montant et critères."
        />
      )}
      {may('evaluate') && <ButtonLink href={`${base}/evaluer`}>Évaluer</ButtonLink>}
      {pilotPolicy.decide(actor, pilot) && (
        <ButtonLink href={`${base}/decider`}>Décider de la suite</ButtonLink>
      )}
      {pilotPolicy.conclude(actor, pilot) && (
        <ActionButton action={`${base}/convention`} label="Préparer la convention" kind="primary" />
      )}
      {may('takeBack') && (
        <ActionButton action={`${base}/reprendre`} label="Reprendre la fiche" kind="quiet" />
      )}
      {reasons.map(({ step, path, label }) => (
        <ButtonLink key={step} href={`${base}/${path}`} kind="quiet">
          {label}
        </ButtonLink>
      ))}
    </Actions>
  )
}
