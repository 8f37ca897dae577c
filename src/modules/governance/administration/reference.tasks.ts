/** What waits for the association in its lists: changes to review, changes that came back. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { changePolicy, mayReadReferences } from './change.policy.ts'
import { listOpenChanges } from './change.queries.ts'
import type { ReferenceChange } from './change.schema.ts'
import { changeAddress, referencesHome } from './reference-lists.ts'

export const referenceSpace: SpaceContribution = {
  async listTasks(db, actor) {
    if (!mayReadReferences(actor, null)) return []
    return (await listOpenChanges(db)).flatMap((change) => toTasks(actor, change))
  },
  listLinks: (actor) =>
    mayReadReferences(actor, null) ? [{ label: 'Référentiels', href: referencesHome }] : [],
}

function toTasks(actor: Actor, change: ReferenceChange): SpaceTask[] {
  const task = { text: t(change.entryLabel), href: changeAddress(change) }
  if (change.status === 'proposed' && changePolicy.approve(actor, change))
    return [{ ...task, title: t('Relire un changement de référentiel'), tone: 'warning' }]
  return change.status === 'returned' && change.proposedBy === actor.id
    ? [{ ...task, title: t('Reprendre un changement renvoyé'), tone: 'warning' }]
    : []
}
