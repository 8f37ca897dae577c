/** What waits for somebody in the files for formal tenders of their commune. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { tenderPolicy } from './tender.policy.ts'
import { listCommuneTenders } from './tender.queries.ts'
import type { Tender } from './tender.schema.ts'

export async function listTenderTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  const tenders = await listCommuneTenders(db, getOrganisationId(actor))
  return tenders.flatMap((tender) => toTasks(tender, actor))
}

function toTasks(tender: Tender, actor: Actor): SpaceTask[] {
  const href = `/espace/marches-formels/${tender.id}`
  const { title } = tender
  if (tenderPolicy.edit(actor, tender))
    return [
      {
        title: t('Terminer le dossier de marché formel : {title}', { title }),
        href,
        tone: 'neutral',
      },
    ]
  if (tenderPolicy.recordResult(actor, tender))
    return [
      {
        title: t('Rapporter le résultat du marché formel : {title}', { title }),
        href: `${href}/resultat`,
        tone: 'info',
      },
    ]
  return []
}
