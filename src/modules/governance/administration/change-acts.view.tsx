/** What the reader may do with a change, and why they may not when they wrote it. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { ActionButton, Actions, ButtonLink, Notice } from '#web/components/index.tsx'
import { changeLifecycle } from './change.lifecycle.ts'
import type { ReferenceChange } from './change.schema.ts'
import type { ChangeStep } from './change.workflow.ts'
import { changeAddress } from './reference-lists.ts'

interface Props {
  readonly change: ReferenceChange
  readonly actor: Actor
}

export function ChangeActs({ change, actor }: Props) {
  const base = changeAddress(change)
  const { policy, workflow } = changeLifecycle
  const may = (step: ChangeStep) =>
    policy[step](actor, change) && workflow.steps[step].from.includes(change.status)
  return (
    <>
      {change.status === 'proposed' && actor.id === change.proposedBy && (
        <Notice kind="info">
          <p>
            {t('Vous avez écrit ce changement : une autre personne de l’association le relit.')}
          </p>
        </Notice>
      )}
      <Actions>
        {may('approve') && (
          <ActionButton
            action={`${base}/approuver`}
            label="Approuver"
            kind="primary"
            confirm="Le changement prendra effet à sa date, ou tout de suite si elle est venue."
          />
        )}
        {may('return') && <Link href={`${base}/renvoyer`} label="Renvoyer à son auteur" />}
        {may('resubmit') && (
          <Link href={`${base}/reprendre`} label="Corriger et proposer de nouveau" />
        )}
        {may('withdraw') && <Link href={`${base}/retirer`} label="Retirer la proposition" />}
      </Actions>
    </>
  )
}

function Link({ href, label }: { href: string; label: string }) {
  return (
    <ButtonLink href={href} kind="quiet">
      {label}
    </ButtonLink>
  )
}
