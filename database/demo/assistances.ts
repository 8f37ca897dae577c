/** When the secretariat acted for communes of the demonstration world: over, and told of. */
import type { Db } from '#platform/database.ts'
import { associationId } from '#reference/load-reference.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

const assistances = [
  {
    commune: 'glazoue',
    days: 1.02,
    hours: 2,
    reason: 'Le responsable informatique était absent : aide à rédiger un besoin.',
    stoppedAfterHours: 0.8,
    /** The need that was started meanwhile. */
    need: 'Savoir ce que la commune possède',
  },
  {
    commune: 'houeyogbe',
    days: 33,
    hours: 4,
    reason: 'Coupure d’Internet à la mairie : réponse dictée par téléphone à une startup.',
    stoppedAfterHours: null,
    need: null,
  },
] as const

const assistanceId = ({ commune }: { commune: string }) => demoId(`assistance:${commune}`)

/** The mark of the need's first line, where the secretariat started it. */
export function findAssistanceMark(needTitle: string) {
  const assistance = assistances.find(({ need }) => need === needTitle)
  return assistance && { assistanceId: assistanceId(assistance), actorId: personId('ancb') }
}

export async function loadAssistances(db: Db, ago: Ago): Promise<void> {
  const rows = assistances.map(({ commune, days, hours, reason, stoppedAfterHours }) => {
    const endsAt = ago(days - (stoppedAfterHours ?? hours) / 24)
    const isStopped = stoppedAfterHours !== null
    return {
      id: assistanceId({ commune }),
      communeId: organisationId(commune),
      associationId,
      personId: personId('ancb'),
      reason,
      startedAt: ago(days),
      endsAt: ago(days - hours / 24),
      stoppedAt: isStopped ? endsAt : null,
      stoppedBy: isStopped ? personId('ancb') : null,
      endingToldAt: endsAt,
    }
  })
  await db.insertInto('identity.assistance').values(rows).execute()
}
