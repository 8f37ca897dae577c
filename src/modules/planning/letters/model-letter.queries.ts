/** Reading the model letter: its versions, the one in force, one by its number. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { FullModel, ModelLetter, ModelSection } from './model-letter.schema.ts'

export async function listModels(db: Db): Promise<ModelLetter[]> {
  const rows = await selectModels(db)
    .orderBy('createdAt', 'desc')
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows as ModelLetter[]
}

export async function getModel(db: Db, modelId: string): Promise<FullModel> {
  const row = await selectModels(db).where('id', '=', modelId).executeTakeFirst()
  return addParts(db, orNotFound(row as ModelLetter | undefined))
}

export async function getModelByNumber(db: Db, number: number): Promise<FullModel> {
  const row = await selectModels(db).where('number', '=', number).executeTakeFirst()
  return addParts(db, orNotFound(row as ModelLetter | undefined))
}

export async function getModelInForce(db: Db): Promise<FullModel> {
  const row = await selectModels(db).where('status', '=', 'published').executeTakeFirst()
  return addParts(db, orNotFound(row as ModelLetter | undefined))
}

async function addParts(db: Db, model: ModelLetter): Promise<FullModel> {
  const sections = await db
    .selectFrom('planning.modelLetterSection')
    .selectAll()
    .where('modelLetterId', '=', model.id)
    .orderBy('position')
    .execute()
  const dates = await db
    .selectFrom('planning.modelLetterDate')
    .selectAll()
    .where('modelLetterId', '=', model.id)
    .orderBy('position')
    .execute()
  return { model, sections: sections as ModelSection[], dates }
}

function selectModels(db: Db) {
  return db.selectFrom('planning.modelLetter').selectAll()
}
