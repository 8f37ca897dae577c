/** The first version of the model letter, published. Later ones are the association's: loading again leaves them alone. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import model from './model-letter.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'

const firstModelId = '018f0000-0000-7000-8000-0000000e9001'

export async function loadModelLetter(db: Db, associationId: string): Promise<void> {
  const { title, addressees, signatory, departments, reason } = model
  const { rows } = await sql<{ id: string }>`
    insert into planning.model_letter
      (id, association_id, number, title, addressees, signatory, departments, reason, status)
    select ${firstModelId}, ${associationId}, 1, ${title}, ${addressees}, ${signatory}, ${departments}, ${reason}, 'draft'
    where not exists (select from planning.model_letter) returning id`.execute(db)
  if (rows.length === 0) return
  const sections = model.sections.map((section, index) => ({ ...section, position: index + 1 }))
  await sql`insert into planning.model_letter_section (model_letter_id, key, position, title, body)
    select ${firstModelId}, key, position, title, body
    from ${rowsOf(sections, sql`key text, position int, title text, body text`)}`.execute(db)
  const dates = model.dates.map((date, index) => ({
    ...date,
    id: `018f0000-0000-7000-8000-0000000e91${String(index).padStart(2, '0')}`,
    position: index + 1,
  }))
  const shape = sql`id uuid, position int, title text, month int, day int, source text, "isConfirmed" boolean`
  await sql`insert into planning.model_letter_date
      (id, model_letter_id, position, title, month, day, source, is_confirmed)
    select id, ${firstModelId}, position, title, month, day, source, "isConfirmed"
    from ${rowsOf(dates, shape)}`.execute(db)
  await sql`update planning.model_letter set status = 'published', published_at = timestamptz '2026-11-25'
    where id = ${firstModelId}`.execute(db)
}
