/** Every list the association keeps, whichever module holds it. */
import { collaborationReferenceLists } from '#modules/collaboration/index.ts'
import { planningReferenceLists } from '#modules/planning/index.ts'
import { orNotFound } from '#platform/errors.ts'
import type { ReferenceList } from '#platform/reference-list.ts'

export const referencesHome = '/espace/referentiels'

export const referenceLists: readonly ReferenceList[] = [
  ...planningReferenceLists,
  ...collaborationReferenceLists,
]

export function getList(code: string): ReferenceList {
  return orNotFound(referenceLists.find((list) => list.code === code))
}

export const listAddress = ({ code }: Pick<ReferenceList, 'code'>) => `${referencesHome}/${code}`

export const entryAddress = (list: Pick<ReferenceList, 'code'>, key: string) =>
  `${listAddress(list)}/${key}`

export const changeAddress = ({ id }: { readonly id: string }) =>
  `${referencesHome}/changements/${id}`
