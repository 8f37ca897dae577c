/** How long each stage of a process took, in days: what the public record measures. */
import { dayMs } from '#platform/days.rules.ts'
import type { Fact, FactKind } from './record.schema.ts'

export interface Delay {
  readonly label: string
  readonly days: number
}

interface Stage {
  readonly label: string
  readonly from: readonly FactKind[]
  readonly to: readonly FactKind[]
}

const stages: readonly Stage[] = [
  { label: 'Du besoin publié à l’appel', from: ['need.publish'], to: ['call.publish'] },
  { label: 'De l’appel à l’ouverture', from: ['call.publish'], to: ['call.open'] },
  { label: 'De l’ouverture à l’attribution', from: ['call.open'], to: ['call.award'] },
  {
    label: 'De l’attribution à la convention',
    from: ['call.award', 'tender.award', 'pilot.adopt'],
    to: ['agreement.sign'],
  },
  { label: 'De la convention au démarrage', from: ['agreement.sign'], to: ['project.start'] },
  { label: 'Du démarrage à la clôture', from: ['project.start'], to: ['project.close'] },
]

/** From the first fact of one kind to the first fact of the next that follows it. Stages that did not happen are left out. */
export function measureDelays(facts: readonly Pick<Fact, 'kind' | 'occurredAt'>[]): Delay[] {
  return stages.flatMap(({ label, from, to }) => {
    const start = facts.find(({ kind }) => from.includes(kind))
    const end = start && facts.find((fact) => to.includes(fact.kind) && isAfter(fact, start))
    if (!start || !end) return []
    return [
      { label, days: Math.floor((Number(end.occurredAt) - Number(start.occurredAt)) / dayMs) },
    ]
  })
}

const isAfter = (a: Pick<Fact, 'occurredAt'>, b: Pick<Fact, 'occurredAt'>) =>
  a.occurredAt >= b.occurredAt
