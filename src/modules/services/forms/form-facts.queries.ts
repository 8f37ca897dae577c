/** What a form needs to know of the world: the day, the communes there are, the arrondissements of the one that asks. */
import { listArrondissements, listCommunePlaces } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import type { FormFacts } from '../procedures/procedure.types.ts'

export interface FormWorld {
  readonly facts: FormFacts
  /** In French order, as a form offers them. */
  readonly communes: readonly { readonly value: string; readonly label: string }[]
}

const npiDigits = 10

export async function loadFormWorld(db: Db, communeId: string, now: Date): Promise<FormWorld> {
  const places = await listCommunePlaces(db)
  const arrondissements = await listArrondissements(db, communeId)
  const communes = places
    .map(({ slug, name }) => ({ value: slug, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
  return {
    communes,
    facts: {
      today: toDay(now),
      communes: communes.map(({ value }) => value),
      arrondissements: arrondissements.map(({ name }) => name),
      npiDigits,
    },
  }
}
