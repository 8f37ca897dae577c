/** What can be done with a resource now. */
import type { Actor } from '#platform/actor.ts'
import { tryStep } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { workOnResource } from '../awareness-address.ts'
import { resourceLifecycle } from './resource.lifecycle.ts'
import { resourcePolicy } from './resource.policy.ts'
import { isWhole } from './resource.rules.ts'
import type { Resource } from './resource.schema.ts'
import type { ResourceStep } from './resource.workflow.ts'

const plain = [
  {
    step: 'propose',
    path: 'proposer',
    label: 'Envoyer à la relecture',
    confirm: 'Le secrétariat de l’association la relit, puis la publie ou la renvoie.',
  },
  {
    step: 'publish',
    path: 'publier',
    label: 'Publier',
    confirm: 'Tout le monde la lit. Pour la réécrire, il faudra la retirer.',
  },
  {
    step: 'resume',
    path: 'reprendre',
    label: 'Reprendre la ressource',
    confirm: 'Elle redevient un brouillon.',
  },
] as const

const reasoned = [
  { step: 'sendBack', path: 'renvoyer', label: 'Renvoyer à son auteur' },
  { step: 'withdraw', path: 'retirer', label: 'Retirer de la bibliothèque' },
] as const

interface Props {
  readonly resource: Resource
  readonly waiting: readonly string[]
  readonly actor: Actor
}

export function ResourceActs({ resource, waiting, actor }: Props) {
  const base = workOnResource(resource)
  const facts = {
    isWhole: isWhole(resource),
    sidesAgree: waiting.length === 0,
    reasonIsGiven: true,
  }
  const may = (step: ResourceStep) =>
    resourcePolicy[step](actor, resource) &&
    tryStep(resourceLifecycle.workflow, step, resource.status, facts).ok
  const mayAgree =
    resourcePolicy.agree(actor, resource) && waiting.includes(actor.organisation?.id ?? '')
  return (
    <Actions>
      {mayAgree && (
        <ActionButton
          action={`${base}/accepter`}
          label="Accepter ce texte"
          confirm="Il peut être publié tel qu’il est ci-dessous. Un autre texte demandera un autre accord."
          kind="primary"
          fields={{ version: resource.version }}
        />
      )}
      {plain
        .filter(({ step }) => may(step))
        .map(({ step, path, label, confirm }) => (
          <ActionButton
            key={step}
            action={`${base}/${path}`}
            label={label}
            confirm={confirm}
            kind="primary"
            fields={{ version: resource.version }}
          />
        ))}
      {resourcePolicy.edit(actor, resource) && (
        <ButtonLink href={`${base}/modifier`} kind="quiet">
          Modifier
        </ButtonLink>
      )}
      {reasoned
        .filter(({ step }) => may(step))
        .map(({ step, path, label }) => (
          <ButtonLink key={step} href={`${base}/${path}`} kind="quiet">
            {label}
          </ButtonLink>
        ))}
    </Actions>
  )
}
