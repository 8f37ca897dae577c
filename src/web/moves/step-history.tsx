/** The steps that an object took, as its working page tells them. */
import { t } from '#platform/i18n.ts'
import { Timeline } from '../components/index.tsx'

interface StepLine {
  readonly step: string
  readonly reason?: string | null
  readonly occurredAt: Date
}

interface Props<Line extends StepLine> {
  readonly lines: readonly Line[]
  /** How each step reads, in the past. */
  readonly labels: Readonly<Record<string, string>>
  /** In whose name the step was taken, where that is told. */
  readonly by?: (line: Line) => string | undefined
}

export function StepHistory<Line extends StepLine>({ lines, labels, by }: Props<Line>) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{t('Historique')}</h2>
      <Timeline
        events={lines.map((line) => ({
          at: line.occurredAt,
          title: labels[line.step] ?? line.step,
          by: by?.(line),
          text: line.reason ?? undefined,
        }))}
      />
    </section>
  )
}
