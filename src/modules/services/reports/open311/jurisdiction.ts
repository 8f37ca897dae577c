/** Which commune is asked: by its short name or its code at INStaD. */
import { type Commune, findCommuneByKey } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { Open311Error } from './write-answer.ts'

type Value = unknown

const asText = (value: Value) => String([value ?? ''].flat()[0] ?? '').trim()

/** Null when none is named. */
export async function findJurisdiction(db: Db, value: Value): Promise<Commune | null> {
  const asked = asText(value)
  if (asked === '') return null
  const commune = await findCommuneByKey(db, asked)
  if (!commune) throw new Open311Error(404, 'jurisdiction_id provided was not found')
  return commune
}

export async function getJurisdiction(db: Db, value: Value): Promise<Commune> {
  const commune = await findJurisdiction(db, value)
  if (!commune)
    throw new Open311Error(
      400,
      'jurisdiction_id was not provided: the name of a commune, as in /communes',
    )
  return commune
}
