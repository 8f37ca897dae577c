/** Which communes are near, and which are alike: a confirmed use there is worth more. */
import { listNearest } from '#modules/directory/index.ts'

interface Place {
  readonly id: string
  readonly category: string
  readonly departmentCode: string
  readonly latitude: number
  readonly longitude: number
}

const nearKm = 60

/** Those of the same department, and those across its border that are close. */
export function listNearby(commune: Place, communes: readonly Place[]): Set<string> {
  const close = listNearest(commune, communes, nearKm)
  const sameDepartment = communes.filter(
    ({ id, departmentCode }) => id !== commune.id && departmentCode === commune.departmentCode,
  )
  return new Set([...close, ...sameDepartment].map(({ id }) => id))
}

export function listSimilar(commune: Place, communes: readonly Place[]): Set<string> {
  return new Set(
    communes
      .filter(({ id, category }) => id !== commune.id && category === commune.category)
      .map(({ id }) => id),
  )
}
