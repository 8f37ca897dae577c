/** What a form needs to know of the world: the day, the communes there are, the arrondissements of the one that asks. */
import { listArrondissements, listCommunePlaces } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { listFees } from '../inventory/sheet.queries.ts'
import { listFields } from '../procedures/find-field.rules.ts'
import { npiDigits } from '../procedures/npi.rules.ts'
import type { Definition, FormFacts } from '../procedures/procedure.types.ts'

export interface FormWorld {
  readonly facts: FormFacts
  /** In French order, as a form offers them. */
  readonly communes: readonly { readonly value: string; readonly label: string }[]
}

/** The names of communes, for answers that are one; none are read where no question asks for any. */
export async function listFormCommunes(
  db: Db,
  definition: Pick<Definition, 'pages'>,
): Promise<FormWorld['communes']> {
  const asksForOne = listFields(definition).some(({ type }) => type === 'commune')
  return asksForOne ? listCommunesInOrder(db) : []
}

async function listCommunesInOrder(db: Db): Promise<FormWorld['communes']> {
  return (await listCommunePlaces(db))
    .map(({ slug, name }) => ({ value: slug, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
}

export async function loadFormWorld(db: Db, communeId: string, now: Date): Promise<FormWorld> {
  const communes = await listCommunesInOrder(db)
  const arrondissements = await listArrondissements(db, communeId)
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

/** What the last reading of a form tells from: its world, and the tariffs of the service. */
export async function loadReadingFacts(
  { db, now }: { readonly db: Db; readonly now: Date },
  { communeId, serviceCode }: { readonly communeId: string; readonly serviceCode: string },
) {
  return {
    world: await loadFormWorld(db, communeId, now),
    tariffs: await listFees(db, { communeId, serviceCode }),
  }
}
