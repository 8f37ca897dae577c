/** What each reader may do from a solution's page. */
import { type Actor, worksFor } from '#platform/actor.ts'
import { associationStaff } from '#platform/policy.ts'
import { Actions, ButtonLink } from '#web/components/index.tsx'
import { writeComparison } from '../../catalogue/catalogue-query.rules.ts'
import { mayDeclareUse } from '../../deployments/deployment.policy.ts'
import type { Solution } from '../solution.schema.ts'

interface Props {
  readonly solution: Solution
  readonly confirmedUses: number
  readonly actor: Actor
}

export function SolutionActs({ solution: { id, slug, startupId }, confirmedUses, actor }: Props) {
  const isOfCommune = mayDeclareUse(actor, null)
  const isOfStartup = worksFor(actor, startupId)
  return (
    <Actions>
      {isOfCommune && confirmedUses > 0 && (
        <ButtonLink href={`/solutions/${slug}/pairs`}>
          Demander à une commune qui l’utilise
        </ButtonLink>
      )}
      {isOfStartup && (
        <ButtonLink href={`/solutions/${slug}/besoins`}>
          Quels besoins publiés correspondent ?
        </ButtonLink>
      )}
      <ButtonLink href={writeComparison([slug])} kind="quiet">
        Comparer
      </ButtonLink>
      {isOfCommune && (
        <ButtonLink href={`/solutions/${slug}/utilisation`} kind="quiet">
          Ma commune l’utilise
        </ButtonLink>
      )}
      {isOfStartup && (
        <ButtonLink href={`/espace/solutions/${id}`} kind="quiet">
          Modifier le dossier
        </ButtonLink>
      )}
      {associationStaff(actor, null) && (
        <ButtonLink href={`/espace/verifications/solutions/${id}`} kind="quiet">
          Le dossier de vérification
        </ButtonLink>
      )}
    </Actions>
  )
}
