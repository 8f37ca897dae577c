/** The history of a file, the same for those who prepare it and those who verify it. */
import { t } from '#platform/i18n.ts'
import { Timeline } from '#web/components/index.tsx'
import type { FileEvent } from './file-event.queries.ts'
import { historyTitles } from './verification.labels.ts'

interface Props {
  events: readonly FileEvent[]
  /** Names of the people and organisations of the events. */
  names: ReadonlyMap<string, string>
}

export function FileHistory({ events, names }: Props) {
  return (
    <section>
      <h2>{t('Historique')}</h2>
      <Timeline events={events.map((event) => toLine(event, names))} />
    </section>
  )
}

function toLine(
  { step, reason, actorId, organisationId, occurredAt }: FileEvent,
  names: ReadonlyMap<string, string>,
) {
  const who = [actorId, organisationId].map((id) => id && names.get(id)).filter(Boolean)
  return {
    at: occurredAt,
    title: historyTitles[step as keyof typeof historyTitles] ?? step,
    by: who.join(', ') || null,
    text: reason,
  }
}
