/** The points of the charter as a list that the association keeps: the changes of a day make one new version. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { AppliedChange, ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import { fields } from '#platform/web.ts'
import reference from '#reference/charter.json' with { type: 'json' }
import { arrangeNext } from '../arrange-next.rules.ts'
import { charterLifecycle } from './charter.lifecycle.ts'
import { getCharterByNumber, getCharterInForce } from './charter.queries.ts'
import type { CharterPoint, CharterVersion } from './charter.schema.ts'

const mostPoints = 40

export const charterList: ReferenceList = {
  code: 'points',
  title: 'Points de la charte des projets',
  governs:
    'Ce que tout projet de digitalisation doit avoir prévu avant de commencer, point par point.',
  keeps: 'Un projet garde la version de la charte avec laquelle il a été ouvert.',
  source: reference.source,
  sourceDate: reference.date,
  fields: {
    title: {
      ...{ label: 'Titre', kind: 'text' },
      input: fields.text({ max: 120, missing: 'Donnez un titre au point' }),
    },
    guidance: {
      ...{ label: 'Ce qu’il faut écrire', kind: 'longText' },
      input: fields.text({ min: 40, max: 2000, missing: 'Expliquez ce qu’il faut écrire' }),
    },
    example: {
      ...{ label: 'Exemple', kind: 'longText' },
      hint: 'Fictif, mais aussi précis qu’un vrai.',
      input: fields.text({ min: 40, max: 2000, missing: 'Donnez un exemple' }),
    },
    position: {
      ...{ label: 'Rang dans la liste', kind: 'number' },
      input: fields.integer(1, mostPoints),
    },
    isMandatory: {
      ...{ label: 'Obligatoire : un projet ne démarre pas sans lui', kind: 'box' },
      input: fields.checkbox(),
    },
  },
  mayGrow: true,
  mayEnd: () => true,
  listEntries: async (db) => {
    const first = (await getCharterByNumber(db, 1)).version.publishedAt
    const { points } = await getCharterInForce(db)
    return points.map((point) => toEntry(point, first && toDay(first)))
  },
  countUses,
  apply,
}

function toEntry(point: CharterPoint, validFrom: string | null): ReferenceEntry {
  const { key, title, guidance, example, source, position, isMandatory } = point
  return {
    ...{ key, label: title, validFrom, validUntil: null, source },
    content: { title, guidance, example, position, isMandatory },
  }
}

async function countUses(db: Db) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from collaboration.project
    where status in ('preparing', 'running', 'suspended')`.execute(db)
  const count = rows[0]?.count ?? 0
  const text = t(
    '{count, plural, one {# projet ouvert garde sa version} other {# projets ouverts gardent leur version}}',
    { count },
  )
  return [{ count, text }]
}

async function apply(db: Db, changes: readonly AppliedChange[], now: Date): Promise<void> {
  const inForce = await getCharterInForce(db)
  const moving = { db, actor: system, now }
  const id = createId(now.getTime())
  const draft = (await db
    .insertInto('collaboration.charterVersion')
    .values({
      ...{ id, status: 'draft', number: inForce.version.number + 1 },
      organisationId: inForce.version.organisationId,
      createdBy: changes[0]?.byPersonId ?? null,
      ...{ createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as CharterVersion
  await recordCreation(moving, charterLifecycle, draft)
  const points = arrangeNext(inForce.points, changes.map(addSource))
  await db
    .insertInto('collaboration.charterPoint')
    .values(points.map((point) => ({ ...point, id: createId(), charterVersionId: id })))
    .execute()
  await moveThrough(moving, charterLifecycle, inForce.version.id, 'supersede')
  await moveThrough(moving, charterLifecycle, id, 'publish', {
    facts: { hasPoints: points.length > 0 },
    set: { note: changes.map(({ reason }) => reason).join(' '), publishedAt: now },
  })
}

/** Everybody reads where a point comes from beside it. */
const addSource = ({ content, source, ...change }: AppliedChange) => ({
  ...change,
  content: { ...content, source },
})
