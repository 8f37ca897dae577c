/** One change of the association's lists waits for a second person in the demonstration world. */
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { createReference } from '#platform/references.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

export async function loadReferenceChanges(db: Db, ago: Ago): Promise<void> {
  const proposedBy = personId('ancb')
  const at = ago(2)
  const id = demoId('reference-change:pilot')
  const rule = await db
    .selectFrom('collaboration.mechanismRule')
    .select(['amountMin', 'amountMax', 'minimumDays', 'lateChangeDays', 'legalBasis'])
    .select('isConfirmed')
    .where('mechanism', '=', 'pilot')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('governance.referenceChange')
    .values({
      ...{ id, associationId: organisationId('ancb'), proposedBy, status: 'proposed' },
      reference: await createReference(db, 'REF', at.getUTCFullYear()),
      ...{ listCode: 'mecanismes', entryKey: 'pilot', entryLabel: 'Expérimentation' },
      ...{ kind: 'revise', takesEffectOn: toDay(ago(-30)) },
      content: JSON.stringify({ ...rule, maximumDays: 240 }),
      source: 'Avis de la commission (démonstration)',
      reason: 'Deux communes n’ont pas pu observer une saison de marché entière en six mois.',
      ...{ createdAt: at, updatedAt: at },
    })
    .execute()
  await db
    .insertInto('governance.referenceChangeEvent')
    .values({
      ...{ id: demoId('reference-change-event:pilot'), referenceChangeId: id, step: 'create' },
      ...{ toStatus: 'proposed', actorId: proposedBy, organisationId: organisationId('ancb') },
      occurredAt: at,
    })
    .execute()
}
