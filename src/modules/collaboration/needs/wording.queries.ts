/** What a need's wording should make its commune think twice about, the catalogue's own names included. */
import { listNamesPerhapsIn } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { Need } from './need.schema.ts'
import {
  type CheckedField,
  checkNeedWording,
  joinCheckedText,
  type WordingWarning,
} from './wording.rules.ts'

export async function listWordingWarnings(
  db: Db,
  need: Pick<Need, CheckedField>,
): Promise<WordingWarning[]> {
  return checkNeedWording(need, {
    productNames: await listNamesPerhapsIn(db, joinCheckedText(need)),
  })
}
