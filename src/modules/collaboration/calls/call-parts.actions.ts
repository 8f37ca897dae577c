/** Keeping the lots and criteria of a draft, and the answers of its guided steps. */
import type { z } from 'zod'
import type { Db } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import {
  type Call,
  type CallSection,
  type Criterion,
  type callStepInputs,
  criterionRows,
  type Lot,
  lotRows,
} from './call.schema.ts'

type DraftLot = Pick<Lot, 'title' | 'description' | 'budgetMax'>
type DraftCriterion = Pick<Criterion, 'kind' | 'label' | 'guidance' | 'weight' | 'minimumScore'>

/** The lots of a draft, whole: what was there before goes. */
export async function saveLots(db: Db, callId: string, lots: readonly DraftLot[]): Promise<void> {
  await db.deleteFrom('collaboration.callLot').where('callId', '=', callId).execute()
  if (lots.length === 0) return
  const rows = lots.map((lot, index) => ({ ...lot, id: createId(), callId, position: index + 1 }))
  await db.insertInto('collaboration.callLot').values(rows).execute()
}

export async function saveCriteria(
  db: Db,
  callId: string,
  criteria: readonly DraftCriterion[],
): Promise<void> {
  await db.deleteFrom('collaboration.callCriterion').where('callId', '=', callId).execute()
  if (criteria.length === 0) return
  const rows = criteria.map((one, index) => ({
    ...one,
    id: createId(),
    callId,
    position: index + 1,
  }))
  await db.insertInto('collaboration.callCriterion').values(rows).execute()
}

type Answers<Section extends CallSection> = z.infer<(typeof callStepInputs)[Section]>
export type AnyAnswers = { [S in CallSection]: Answers<S> }[CallSection]

/**
 * Keeps one step of a draft. Undefined when somebody else saved since the page was shown:
 * the page then shows both, and nothing is lost.
 */
export async function saveSection(
  { db, now }: Context,
  call: Call,
  section: CallSection,
  { version, ...answers }: AnyAnswers,
): Promise<Call | undefined> {
  const saved = await db
    .updateTable('collaboration.call')
    .set({ ...ownColumns(section, answers), version: version + 1, updatedAt: now })
    .where('id', '=', call.id)
    .where('version', '=', version)
    .where('status', 'in', ['draft', 'returned'])
    .returningAll()
    .executeTakeFirst()
  if (!saved) return undefined
  if (section === 'lots') await saveLots(db, call.id, readLots(answers as Answers<'lots'>))
  if (section === 'criteria')
    await saveCriteria(db, call.id, readCriteria(answers as Answers<'criteria'>))
  return saved as Call
}

/** What a step keeps on the call itself; the rows of lots and criteria have tables of their own. */
function ownColumns(section: CallSection, answers: object): Partial<Call> {
  if (section === 'lots') return {}
  if (section === 'criteria') return { minimumScore: (answers as Answers<'criteria'>).minimumScore }
  return answers
}

/** A row without a title was left empty. */
export function readLots(answers: Omit<Answers<'lots'>, 'version'>): DraftLot[] {
  return lotRows
    .map((row) => ({
      title: answers[`title${row}`],
      description: answers[`description${row}`],
      budgetMax: answers[`budgetMax${row}`],
    }))
    .filter(({ title }) => title !== '')
}

/** A row without a label or a weight was left unfinished; the price is the last criterion. */
export function readCriteria(answers: Omit<Answers<'criteria'>, 'version'>): DraftCriterion[] {
  const quality = criterionRows.map((row) => ({
    kind: 'quality' as const,
    label: answers[`label${row}`],
    guidance: answers[`guidance${row}`],
    weight: answers[`weight${row}`],
    minimumScore: answers[`minimumScore${row}`],
  }))
  const { priceWeight } = answers
  const price = { kind: 'price' as const, label: 'Prix', guidance: '', minimumScore: null }
  return [
    ...quality.flatMap(({ weight, ...one }) =>
      one.label === '' || weight === null ? [] : [{ ...one, weight }],
    ),
    ...(priceWeight === null ? [] : [{ ...price, weight: priceWeight }]),
  ]
}
