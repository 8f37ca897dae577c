/** The level of a commune on the map and in the ranking: how far its town hall, then all of its places, have come. */

export interface CommuneFigures {
  readonly sites: number
  readonly halls: number
  /** Town halls that are connected, measured, at their level. */
  readonly hallsConnected: number
  readonly hallsMeasured: number
  readonly hallsMet: number
  readonly connected: number
  readonly met: number
}

/** Null where nothing was declared. */
export type CommuneLevel = 0 | 1 | 2 | 3 | 4 | 5 | null

export function computeLevel(figures: CommuneFigures | undefined): CommuneLevel {
  if (!figures || figures.sites === 0) return null
  if (figures.connected === 0) return 0
  if (figures.hallsConnected === 0) return 1
  if (figures.hallsMeasured === 0) return 2
  if (figures.hallsMet === 0) return 3
  return figures.met === figures.sites ? 5 : 4
}

export const communeLevels = [
  { level: 5, label: 'Tous les lieux au niveau' },
  { level: 4, label: 'Mairie au niveau requis' },
  { level: 3, label: 'Mairie connectée, sous le niveau requis' },
  { level: 2, label: 'Mairie connectée, à mesurer' },
  { level: 1, label: 'Un autre lieu connecté, pas la mairie' },
  { level: 0, label: 'Aucun lieu connecté' },
  { level: null, label: 'Rien de déclaré' },
] as const

interface Ranked {
  readonly level: CommuneLevel
  readonly met: number
  readonly sites: number
  readonly hallKbps: number | null
  readonly name: string
}

/** Made once: thousands of names are compared. */
const inFrench = new Intl.Collator('fr')

/** By level, then by share of places at their level, then by the speed of the town hall; what is unknown comes last. */
export function rankCommunes<Row extends Ranked>(rows: readonly Row[]): Row[] {
  const share = ({ met, sites }: Ranked) => (sites === 0 ? 0 : met / sites)
  return [...rows].sort(
    (a, b) =>
      (b.level ?? -1) - (a.level ?? -1) ||
      share(b) - share(a) ||
      (b.hallKbps ?? -1) - (a.hallKbps ?? -1) ||
      inFrench.compare(a.name, b.name),
  )
}

/** Of a department: the middle one of the levels known there. */
export function medianLevel(levels: readonly CommuneLevel[]): CommuneLevel {
  const known = levels.filter((level) => level !== null).sort((a, b) => a - b)
  return known[Math.floor((known.length - 1) / 2)] ?? null
}
