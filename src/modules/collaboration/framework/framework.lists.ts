/** The clauses of the framework as a list that the association keeps: the changes of a day make one new version. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { AppliedChange, ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import { fields } from '#platform/web.ts'
import reference from '#reference/framework.json' with { type: 'json' }
import { arrangeNext } from '../arrange-next.rules.ts'
import { frameworkLifecycle } from './framework.lifecycle.ts'
import { getFrameworkByNumber, getFrameworkInForce } from './framework.queries.ts'
import type { Clause, FrameworkVersion } from './framework.schema.ts'

/** Its title and its preamble are read and changed as a clause is. */
const preambleKey = 'preambule'

export const clauseList: ReferenceList = {
  code: 'clauses',
  title: 'Clauses de la convention-cadre',
  governs:
    'Le texte auquel communes et startups adhèrent, et dont chaque convention reprend les clauses.',
  keeps:
    'Qui a signé reste lié par sa version tant qu’il n’en signe pas une autre ; une convention préparée garde la sienne.',
  source: reference.source,
  sourceDate: reference.date,
  fields: {
    title: {
      ...{ label: 'Titre', kind: 'text' },
      input: fields.text({ max: 200, missing: 'Donnez un titre à la clause' }),
    },
    body: {
      ...{ label: 'Texte', kind: 'longText' },
      hint: '[commune], [startup], [objet], [montant], [début] et [fin] sont remplis dans chaque convention.',
      input: fields.text({ min: 40, max: 10_000, missing: 'Écrivez la clause' }),
    },
    guidance: {
      ...{ label: 'Conseil à ceux qui négocient', kind: 'longText', isOptional: true },
      input: fields.optionalText(1000),
    },
    position: {
      ...{ label: 'Rang dans le texte', kind: 'number' },
      hint: 'Le préambule reste en tête.',
      input: fields.integer(1, 60),
    },
    isMandatory: {
      ...{ label: 'Clause obligatoire', kind: 'box' },
      hint: 'Elle s’adapte dans une convention, mais ne s’en retire pas.',
      input: fields.checkbox(),
    },
  },
  mayGrow: true,
  mayEnd: (key) => key !== preambleKey,
  listEntries: async (db) => {
    const first = (await getFrameworkByNumber(db, 1)).version.publishedAt
    const { version, clauses } = await getFrameworkInForce(db)
    const texts = [toPreamble(version), ...clauses]
    return texts.map((text) => toEntry(text, first && toDay(first)))
  },
  countUses,
  apply,
}

type Text = Pick<Clause, 'key' | 'title' | 'body' | 'guidance' | 'position' | 'isMandatory'>

const toPreamble = ({ title, preamble: body }: FrameworkVersion): Text => ({
  ...{ key: preambleKey, title, body, guidance: '', position: 1, isMandatory: true },
})

function toEntry(clause: Text, validFrom: string | null): ReferenceEntry {
  const { key, title, body, guidance, position, isMandatory } = clause
  return {
    ...{ key, label: title, validFrom, validUntil: null, source: reference.source },
    content: { title, body, guidance, position, isMandatory },
  }
}

async function countUses(db: Db) {
  const { rows } = await sql<{ adherents: number; agreements: number }>`
    select (select count(*)::int from collaboration.adhesion adhesion
        join collaboration.framework_version version on version.id = adhesion.framework_version_id
        where adhesion.status = 'signed' and version.status = 'published') as adherents,
      (select count(*)::int from collaboration.agreement where status in ('negotiating', 'agreed', 'signing')) as agreements`.execute(
    db,
  )
  const { adherents, agreements } = rows[0] ?? { adherents: 0, agreements: 0 }
  const asked = t(
    '{count, plural, one {# adhérent sera invité à signer la nouvelle version} other {# adhérents seront invités à signer la nouvelle version}}',
    { count: adherents },
  )
  const kept = t(
    '{count, plural, one {# convention en préparation garde son texte} other {# conventions en préparation gardent leur texte}}',
    { count: agreements },
  )
  return [
    { count: adherents, text: asked },
    { count: agreements, text: kept },
  ]
}

async function apply(db: Db, changes: readonly AppliedChange[], now: Date): Promise<void> {
  const { version, clauses } = await getFrameworkInForce(db)
  const moving = { db, actor: system, now }
  const id = createId(now.getTime())
  const { associationId, number } = version
  const { title, body: preamble } = {
    ...toPreamble(version),
    ...changes.find(({ key }) => key === preambleKey)?.content,
  }
  const draft = (await db
    .insertInto('collaboration.frameworkVersion')
    .values({
      ...{ id, associationId, title, preamble, status: 'draft' },
      summaryOfChanges: changes.map(({ reason }) => reason).join('\n'),
      createdBy: changes[0]?.byPersonId ?? null,
      ...{ createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as FrameworkVersion
  await recordCreation(moving, frameworkLifecycle, draft)
  const next = arrangeNext(
    clauses,
    changes.filter(({ key }) => key !== preambleKey),
  )
  await db
    .insertInto('collaboration.frameworkClause')
    .values(next.map((clause) => ({ ...clause, id: createId(), frameworkVersionId: id })))
    .execute()
  await moveThrough(moving, frameworkLifecycle, version.id, 'supersede')
  await moveThrough(moving, frameworkLifecycle, id, 'publish', {
    facts: { hasClauses: next.length > 0 },
    set: { number: (number ?? 0) + 1, publishedAt: now },
  })
}
