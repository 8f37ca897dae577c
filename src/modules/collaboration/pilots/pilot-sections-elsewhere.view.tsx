/** Decided pilots on other pages: those of a solution on its page, those of a need on its page. */
import type { SolutionSection } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { CardList } from '#web/components/index.tsx'
import { PilotCard } from './list-pilots.page.tsx'
import { listDecidedPilotsOfSolution } from './pilot.queries.ts'
import type { Pilot } from './pilot.schema.ts'

export const solutionPilotsSection: SolutionSection = async (db, solutionId) => {
  const pilots = await listDecidedPilotsOfSolution(db, solutionId)
  if (pilots.length === 0) return null
  const names = await listOrganisationNames(
    db,
    pilots.flatMap(({ communeId, startupId }) => [communeId, startupId]),
  )
  return () => <PilotSection title="Essayée par des communes" pilots={pilots} names={names} />
}

interface Props {
  readonly title: string
  readonly pilots: readonly Pilot[]
  readonly names: ReadonlyMap<string, string>
}

export function PilotSection({ title, pilots, names }: Props) {
  return (
    <section>
      <h2>{t(title)}</h2>
      <CardList>
        {pilots.map((pilot) => (
          <PilotCard key={pilot.id} pilot={pilot} names={names} level={3} />
        ))}
      </CardList>
    </section>
  )
}
