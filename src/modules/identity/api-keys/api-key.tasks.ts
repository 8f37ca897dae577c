/** A system stops on the day its key ends: whoever answers for the organisation is told before. */

import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { t } from '#platform/i18n.ts'
import type { SpaceTask } from '../space/space.ts'
import { mayMakeKeys } from './api-key.policy.ts'
import { listEndingKeys } from './api-key.queries.ts'
import { keysOf } from './list-keys.page.tsx'

const warnedDays = 21

export async function listKeyTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  const { organisation } = actor
  if (!organisation || !mayMakeKeys(actor, { organisation })) return []
  const keys = await listEndingKeys(db, organisation.id, now, addDays(now, warnedDays))
  return keys.map(({ name, expiresAt }) => ({
    title: t('Remplacer la clé « {name} »', { name }),
    text: t('Le système qui l’utilise s’arrêtera.'),
    href: keysOf(organisation.id),
    due: expiresAt,
    tone: 'warning',
  }))
}
