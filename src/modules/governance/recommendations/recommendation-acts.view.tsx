/** What can be done with a recommendation now, by whoever follows it. */
import type { Actor } from '#platform/actor.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { recommendationLifecycle } from './recommendation.lifecycle.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import type { FullRecommendation } from './recommendation.schema.ts'
import type { RecommendationStep } from './recommendation.workflow.ts'

interface Props {
  readonly full: FullRecommendation
  readonly actor: Actor
}

export function RecommendationActs({ full, actor }: Props) {
  const { recommendation, evidence } = full
  const base = `/espace/recommandations/${recommendation.id}`
  const may = (step: RecommendationStep) =>
    recommendationLifecycle.policy[step](actor, recommendation) &&
    recommendationLifecycle.workflow.steps[step].from.includes(recommendation.status)
  const mayFollow = recommendationPolicy.follow(actor, recommendation)
  if (!mayFollow && !may('reopen')) return null
  return (
    <Actions>
      {may('start') && <ActionButton action={`${base}/commencer`} label="Dire que c’est engagé" />}
      {may('complete') && evidence.length > 0 && (
        <ActionButton
          action={`${base}/terminer`}
          label="Dire que c’est fait"
          kind="primary"
          confirm="Les preuves données le montrent : tout le monde lira qu’elle est faite."
        />
      )}
      {recommendationPolicy.rewrite(actor, recommendation) && (
        <Link href={`${base}/modifier`} label="Modifier le texte" />
      )}
      {mayFollow && <Link href={`${base}/suivi`} label="Qui la porte, pour quand, quel chiffre" />}
      {mayFollow && <Link href={`${base}/preuves`} label="Ajouter une preuve" />}
      {may('drop') && <Link href={`${base}/abandonner`} label="Abandonner" />}
      {may('reopen') && <Link href={`${base}/reprendre`} label="Reprendre" />}
      {may('withdraw') && <Link href={`${base}/retirer`} label="Retirer la proposition" />}
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
