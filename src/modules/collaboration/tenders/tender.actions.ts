/** What happens to a file for a formal tender: each verb is one transaction. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, getPersonId } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getRuleInForce } from '../mechanisms/mechanism.queries.ts'
import { needPolicy } from '../needs/need.policy.ts'
import type { Need } from '../needs/need.schema.ts'
import { tenderStatusLabels } from './tender.labels.ts'
import { tenderLifecycle } from './tender.lifecycle.ts'
import { getFullTender } from './tender.queries.ts'
import {
  criterionRows,
  type HandedOver,
  lotRows,
  type Tender,
  type TenderFileInput,
  type TenderResult,
} from './tender.schema.ts'
import type { TenderFact, TenderStep } from './tender.workflow.ts'
import { listTenderGaps } from './tender-completeness.rules.ts'
import { draftTender, proposedCriteria } from './tender-draft.rules.ts'

/** A new file from a published need: nobody types the same thing twice. */
export async function startTender(context: Context, need: Need): Promise<Tender> {
  const { actor, db, now } = context
  if (!needPolicy.contact(actor, need)) throw new Forbidden()
  const tender = (await db
    .insertInto('collaboration.tender')
    .values({
      ...draftTender(need),
      ...(await readBasis(context)),
      id: createId(now.getTime()),
      reference: await createReference(db, 'DOS', Number(toDay(now).slice(0, 4))),
      needId: need.id,
      communeId: need.communeId,
      status: 'draft',
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Tender
  await saveCriteria(context, tender, proposedCriteria)
  await recordCreation(context, tenderLifecycle, tender)
  return tender
}

/** The law as the association has dated it, kept with the file. */
async function readBasis({ db, now }: Pick<Context, 'db' | 'now'>) {
  const { legalBasis, source, isConfirmed } = await getRuleInForce(db, 'tender', toDay(now))
  return { legalBasis, legalSource: source, legalConfirmed: isConfirmed }
}

/** False when somebody saved meanwhile. */
export async function saveTenderFile(
  context: Context,
  tender: Tender,
  input: TenderFileInput,
): Promise<boolean> {
  const { title, nature, purpose, requirements, estimate, estimateMethod, funding } = input
  const saved = await context.db
    .updateTable('collaboration.tender')
    .set({
      ...{ title, nature, purpose, requirements, estimateMethod, funding },
      estimate: estimate || null,
      documents: splitLines(input.documents),
      version: input.version + 1,
      updatedAt: context.now,
    })
    .where('id', '=', tender.id)
    .where('version', '=', input.version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  const lots = lotRows.map((row) => ({
    title: input[`lot${row}`],
    estimate: input[`lotEstimate${row}`] || null,
  }))
  await saveLots(
    context,
    tender,
    lots.filter(({ title: name }) => name !== ''),
  )
  const criteria = criterionRows.map((row) => ({
    label: input[`criterion${row}`],
    weight: input[`weight${row}`] ?? 0,
  }))
  await saveCriteria(
    context,
    tender,
    criteria.filter(({ label, weight }) => label !== '' && weight > 0),
  )
  return true
}

function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

async function saveLots(
  { db }: Context,
  { id: tenderId, communeId }: Tender,
  lots: readonly { title: string; estimate: number | null }[],
): Promise<void> {
  await db.deleteFrom('collaboration.tenderLot').where('tenderId', '=', tenderId).execute()
  const rows = lots.map((lot, index) => ({
    ...{ ...lot, tenderId, communeId },
    id: createId(),
    position: index + 1,
  }))
  if (rows.length > 0) await db.insertInto('collaboration.tenderLot').values(rows).execute()
}

async function saveCriteria(
  { db }: Context,
  { id: tenderId, communeId }: Tender,
  criteria: readonly { label: string; weight: number }[],
): Promise<void> {
  await db.deleteFrom('collaboration.tenderCriterion').where('tenderId', '=', tenderId).execute()
  const rows = criteria.map((criterion, index) => ({
    ...{ ...criterion, tenderId, communeId },
    id: createId(),
    position: index + 1,
  }))
  if (rows.length > 0) await db.insertInto('collaboration.tenderCriterion').values(rows).execute()
}

/** The commune records who received the file; the law is read again, as it stands on that day. */
export async function handOverTender(context: Context, tender: Tender, given: HandedOver) {
  const basis = await readBasis(context)
  const set = { ...given, ...basis, handedOverAt: context.now }
  return moveTender(context, tender, 'handOver', { set, facts: { receiptIsRecorded: true } })
}

/** What came of the procedure, reported by the commune. */
export async function recordTenderResult(context: Context, tender: Tender, given: TenderResult) {
  const { result, awardedTo, awardedAmount, decidedOn, reason, stateReference, stateLink } = given
  const isAwarded = result === 'award'
  return moveTender(context, tender, result, {
    ...(reason && { reason }),
    facts: { resultIsGiven: awardedTo !== '' && Boolean(awardedAmount) },
    set: {
      decidedOn,
      ...(isAwarded && { awardedTo, awardedAmount }),
      ...(stateReference && { stateReference }),
      ...(stateLink && { stateLink }),
    },
  })
}

interface MoveParts {
  readonly reason?: string
  readonly facts?: Partial<Record<TenderFact, boolean>>
  readonly set?: Partial<Tender>
}

/** Takes a step and tells the commune's team. */
export async function moveTender(
  context: Context,
  tender: Tender,
  step: TenderStep,
  { reason, facts, set }: MoveParts,
): Promise<Tender> {
  const { db, actor, now } = context
  const full = await getFullTender(db, tender.id)
  const moved = await moveThrough(context, tenderLifecycle, tender.id, step, {
    facts: {
      fileIsComplete: listTenderGaps(full).length === 0,
      reasonIsGiven: Boolean(reason),
      ...facts,
    },
    ...(reason !== undefined && { reason }),
    set: { statusReason: reason ?? null, ...set },
  })
  await notify(
    db,
    {
      organisationId: moved.communeId,
      roles: communeOfficers,
      exceptPersonId: actor.id,
      topic: 'calls',
      subject: () =>
        t('{what} : {about}', {
          what: t(tenderStatusLabels[moved.status].label),
          about: moved.reference ?? '',
        }),
      text: () => reason ?? moved.title,
      link: `/espace/marches-formels/${moved.id}`,
      key: `tender:${moved.id}:${step}`,
    },
    now,
  )
  return moved
}
