/** Writes the files for formal tenders of the demonstration world, with their history. */

import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import mechanisms from '#reference/mechanisms.json' with { type: 'json' }
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { needs } from './needs.ts'
import { type DemoTender, tenders } from './tenders.ts'

const rule = mechanisms.rows.find(({ mechanism }) => mechanism === 'tender')

const resultSteps: Readonly<Record<string, string>> = {
  awarded: 'award',
  unsuccessful: 'declareUnsuccessful',
  cancelled: 'cancel',
  withdrawn: 'withdraw',
}

/** How many were written: the last number given. */
export async function loadTenders(db: Db, ago: Ago, year: number): Promise<number> {
  for (const tender of tenders) await loadTender(db, tender, ago, year)
  return tenders.length
}

async function loadTender(db: Db, tender: DemoTender, ago: Ago, year: number): Promise<void> {
  const need = needs.find(({ number }) => number === tender.need)
  if (!need) throw new Error(`Dossier ${tender.key} : besoin ?`)
  const id = demoId(`tender:${tender.key}`)
  const communeId = organisationId(need.commune)
  const createdBy = personId(`se.${need.commune}`)
  await db
    .insertInto('collaboration.tender')
    .values({
      ...{ id, communeId, createdBy },
      ...describe(tender, ago, year),
      needId: demoId(`need:${need.commune}:${need.title}`),
      needTitle: need.title,
      needReference: `BES-${year}-${String(tender.need).padStart(4, '0')}`,
      domains: [...need.domains],
      purpose: `${need.problem}\n\n${need.expectedOutcome}`,
    })
    .execute()
  await loadParts(db, tender, id, communeId)
  await loadEvents(db, tender, { id, communeId, actorId: createdBy }, ago)
}

function describe(tender: DemoTender, ago: Ago, year: number) {
  const { handedOverDays, decidedDays, status } = tender
  const isHandedOver = handedOverDays !== undefined
  return {
    status,
    title: tender.title,
    nature: tender.nature,
    requirements: tender.requirements,
    estimate: tender.estimate,
    estimateMethod: 'Prix publics de solutions comparables, et temps des agents de la commune.',
    funding: tender.funding,
    documents: ['Fiche de besoin', 'Exigences fonctionnelles', 'Estimation et sa méthode'],
    reference: `DOS-${year}-${String(tender.number).padStart(4, '0')}`,
    statusReason: tender.reason ?? null,
    legalBasis: rule?.legalBasis ?? '',
    legalSource: rule?.source ?? '',
    legalConfirmed: rule?.isConfirmed ?? false,
    handedOverOn: isHandedOver ? toDay(ago(handedOverDays)) : null,
    handedOverAt: isHandedOver ? ago(handedOverDays) : null,
    handedOverTo: isHandedOver ? 'Personne responsable des marchés publics' : '',
    stateReference: decidedDays === undefined ? '' : `FICTIF-${tender.number}`,
    decidedOn: decidedDays === undefined ? null : toDay(ago(decidedDays)),
    awardedTo: tender.awardedTo ?? '',
    awardedAmount: tender.awardedAmount ?? null,
    createdAt: ago(tender.begunDays),
    updatedAt: ago(decidedDays ?? handedOverDays ?? Math.max(tender.begunDays - 4, 0)),
  }
}

async function loadParts(
  db: Db,
  { key, lots = [] }: DemoTender,
  tenderId: string,
  communeId: string,
) {
  const criteria = [
    { label: 'Réponse au besoin', weight: 40 },
    { label: 'Mise en œuvre et formation', weight: 30 },
    { label: 'Prix', weight: 30 },
  ]
  await db
    .insertInto('collaboration.tenderCriterion')
    .values(
      criteria.map((criterion, index) => ({
        ...{ ...criterion, tenderId, communeId },
        id: demoId(`tender-criterion:${key}:${index}`),
        position: index + 1,
      })),
    )
    .execute()
  if (lots.length === 0) return
  await db
    .insertInto('collaboration.tenderLot')
    .values(
      lots.map(([title, estimate], index) => ({
        ...{ title, estimate, tenderId, communeId },
        id: demoId(`tender-lot:${key}:${index}`),
        position: index + 1,
      })),
    )
    .execute()
}

interface Actors {
  readonly id: string
  readonly communeId: string
  readonly actorId: string
}

async function loadEvents(
  db: Db,
  tender: DemoTender,
  { id, communeId, actorId }: Actors,
  ago: Ago,
): Promise<void> {
  const { status, begunDays, handedOverDays, decidedDays, reason = null } = tender
  const result = resultSteps[status]
  const road: [step: string, to: string, daysAgo: number][] = [['create', 'draft', begunDays]]
  if (handedOverDays !== undefined) road.push(['handOver', 'handedOver', handedOverDays])
  if (result) road.push([result, status, decidedDays ?? begunDays - 4])
  await db
    .insertInto('collaboration.tenderEvent')
    .values(
      road.map(([step, toStatus, daysAgo], index) => ({
        ...{ tenderId: id, communeId, actorId, step, toStatus },
        id: demoId(`tender-event:${tender.key}:${index}`),
        fromStatus: road[index - 1]?.[1] ?? null,
        reason: step === result ? reason : null,
        organisationId: communeId,
        occurredAt: ago(daysAgo),
      })),
    )
    .execute()
}
