/** What can be done with a campaign now, by whoever looks at it. */
import type { Actor } from '#platform/actor.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { campaignPolicy } from './campaign.policy.ts'
import type { Campaign } from './campaign.schema.ts'
import { type CampaignStep, campaignWorkflow } from './campaign.workflow.ts'
import { campaignAddress, publicAddress } from './campaign-address.ts'

interface Props {
  readonly campaign: Campaign
  readonly actor: Actor
}

export function CampaignActs({ campaign, actor }: Props) {
  const base = campaignAddress(campaign)
  const may = (step: CampaignStep) =>
    campaignPolicy[step](actor, campaign) &&
    campaignWorkflow.steps[step].from.includes(campaign.status)
  const isOpen = ['draft', 'submitted', 'scheduled'].includes(campaign.status)
  return (
    <Actions>
      {may('approve') && (
        <ActionButton
          action={`${base}/approuver`}
          label="Approuver l’envoi"
          kind="primary"
          fields={{ version: campaign.version }}
          confirm="Les messages partent à l’heure dite, sans autre question."
        />
      )}
      {may('submit') && (
        <ActionButton
          action={`${base}/proposer`}
          label="Proposer au secrétariat"
          kind="primary"
          fields={{ version: campaign.version }}
        />
      )}
      {campaignPolicy.edit(actor, campaign) && <Link href={`${base}/modifier`} label="Modifier" />}
      {isOpen && <ActionButton action={`${base}/essayer`} label="L’envoyer à moi seul" />}
      {may('return') && <Link href={`${base}/renvoyer`} label="Renvoyer à corriger" />}
      {may('stop') && <Link href={`${base}/arreter`} label="Arrêter l’envoi" />}
      {may('withdraw') && <Link href={`${base}/retirer`} label="Retirer la campagne" />}
      {campaign.startedAt !== null && (
        <Link href={publicAddress(campaign)} label="La page qu’elle ouvre" />
      )}
    </Actions>
  )
}

function Link({ href, label }: { href: string; label: string }) {
  return (
    <ButtonLink href={href} kind="quiet">
      {label}
    </ButtonLink>
  )
}
