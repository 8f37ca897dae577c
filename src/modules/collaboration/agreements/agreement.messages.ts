/** What the two sides are told when an agreement moves. */

import { notify } from '#modules/identity/index.ts'
import { communeOfficers } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import type { Words } from '#platform/i18n.ts'
import type { Agreement } from './agreement.schema.ts'

interface News {
  readonly subject: Words
  readonly text: Words
  /** What happened, once: the same news never leaves twice. */
  readonly key: string
  readonly link?: string
}

export async function tellParties(
  db: Db,
  agreement: Agreement,
  { key, link, ...news }: News,
  now: Date,
  exceptPersonId: string | null = null,
): Promise<void> {
  const sides = [
    { organisationId: agreement.communeId, roles: communeOfficers },
    { organisationId: agreement.startupId, roles: ['manager', 'member'] as const },
  ]
  for (const { organisationId, roles } of sides)
    await notify(
      db,
      {
        ...news,
        organisationId,
        roles: [...roles],
        exceptPersonId,
        topic: 'agreements',
        link: link ?? `/espace/conventions/${agreement.id}`,
        key: `agreement:${agreement.id}:${key}`,
      },
      now,
    )
}
