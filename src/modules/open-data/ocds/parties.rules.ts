/** Who takes part in a process, each named once, with every role it has. Organisations only. */
import { cleanText } from '#platform/clean-text.rules.ts'
import type { JsonObject } from './ocds.types.ts'

export interface Organisation {
  readonly name: string
  /** Of a commune. */
  readonly department?: string
}

export type Organisations = ReadonlyMap<string, Organisation>

export interface Parties {
  /** A reference to the organisation, which then has this role too. */
  readonly of: (id: string, ...roles: readonly string[]) => JsonObject
  /** To one that is not in the directory, known by its name alone; undefined when it has none. */
  readonly outside: (name: string, ...roles: readonly string[]) => JsonObject | undefined
  readonly list: () => JsonObject[]
}

export function gatherParties(organisations: Organisations): Parties {
  const known = new Map<string, { readonly party: JsonObject; readonly roles: Set<string> }>()
  const add = (party: JsonObject & { id: string; name: string }, roles: readonly string[]) => {
    const found = known.get(party.id) ?? { party, roles: new Set<string>() }
    known.set(party.id, found)
    for (const role of roles) found.roles.add(role)
    return { id: party.id, name: party.name }
  }
  return {
    of: (id, ...roles) => add(describe(id, organisations.get(id)), roles),
    outside: (name, ...roles) => {
      const cleaned = cleanText(name)
      return cleaned ? add({ id: `hors-cauri-${slug(cleaned)}`, name: cleaned }, roles) : undefined
    },
    list: () =>
      [...known.values()].map(({ party, roles }) => ({ ...party, roles: [...roles].sort() })),
  }
}

/** A commune is named as such: « Commune de Glazoué ». */
function describe(id: string, organisation: Organisation | undefined) {
  const { name = '', department } = organisation ?? {}
  if (department === undefined) return { id: `cauri-${id}`, name: name || id }
  const address = { locality: name, region: department, countryName: 'Bénin' }
  return { id: `cauri-${id}`, name: `Commune de ${name}`, address }
}

function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'sans-nom'
}
