/** The limits of communes in a GeoJSON file, made lighter, or everything that is wrong with it, area by area. */
import { Collection, Geometry } from './boundary-file.schema.ts'
import type { Reading } from './commune-file.rules.ts'
import { findCommune, type Known } from './find-commune.rules.ts'

type Position = readonly [longitude: number, latitude: number]
export type Polygons = readonly (readonly (readonly Position[])[])[]

export interface Boundary {
  readonly communeId: string
  readonly polygons: Polygons
}

/** About 450 m: less than a line is wide on the largest drawing. Neighbours fall on the same points, so no gap opens. */
const grid = 0.004

/** Of Benin, with some room. */
const box = { west: 0.6, east: 4, south: 6, north: 12.6 }

export function readBoundaryFile(text: string, communes: readonly Known[]): Reading<Boundary> {
  const collection = parseCollection(text)
  if (!collection)
    return { ok: false, faults: ['Ce fichier n’est pas une FeatureCollection au format GeoJSON.'] }
  const faults: string[] = []
  const found: Boundary[] = []
  for (const [index, { properties, geometry }] of collection.features.entries()) {
    const complain = (what: string) => void faults.push(`Objet ${index + 1} : ${what}`)
    const commune = findNamed(communes, properties ?? {}, complain)
    const polygons = readPolygons(geometry, complain)
    if (!commune || !polygons) continue
    if (found.some(({ communeId }) => communeId === commune.id))
      complain(`${commune.name} est déjà plus haut.`)
    found.push({ communeId: commune.id, polygons })
  }
  if (collection.features.length === 0) faults.push('Le fichier ne contient aucun objet.')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, found }
}

function parseCollection(text: string): Collection | undefined {
  try {
    return Collection.parse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return undefined
  }
}

/** How those who publish limits name a commune: by a code, else by a name. */
const codeKeys = /^(adm2_?p?code|code(_?commune)?|pcode|code_insae|ref)$/i
const nameKeys =
  /^(commune|nom(_?commune)?|name(_?(2|fr))?|adm2_?(fr|name|ref_name)|shapename|libelle)$/i

type Properties = Readonly<Record<string, unknown>>

function findNamed(
  communes: readonly Known[],
  properties: Properties,
  complain: (what: string) => void,
) {
  const entries = Object.entries(properties).map(
    ([key, value]) => [key, String(value ?? '')] as const,
  )
  const named = [codeKeys, nameKeys].flatMap((keys) => entries.filter(([key]) => keys.test(key)))
  const commune = named.map(([, text]) => findCommune(communes, text)).find(Boolean)
  if (commune) return commune
  if (named.length > 0)
    complain(
      `aucune commune ne correspond à ${named.map(([key, text]) => `${key} « ${text} »`).join(', ')}.`,
    )
  else
    complain(
      `ni code ni nom de commune (propriétés : ${entries.map(([key]) => key).join(', ') || 'aucune'}).`,
    )
  return undefined
}

function readPolygons(given: unknown, complain: (what: string) => void): Polygons | undefined {
  const geometry = Geometry.safeParse(given).data
  if (!geometry) return void complain('la géométrie n’est pas un polygone entier.')
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ).map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]): Position => [x, y])))
  const positions = polygons.flat(2)
  if (!positions.every(isInBenin))
    return void complain(
      'des points sont hors du Bénin ; il faut longitude et latitude en degrés (WGS 84).',
    )
  const light = polygons.map((rings) => rings.map(simplify).filter((ring) => ring.length >= 4))
  const kept = light.filter((rings) => rings.length > 0)
  return kept.length > 0 ? kept : void complain('la surface est trop petite pour une commune.')
}

function isInBenin([longitude, latitude]: Position): boolean {
  return (
    longitude > box.west && longitude < box.east && latitude > box.south && latitude < box.north
  )
}

function simplify(ring: readonly Position[]): Position[] {
  const round = (degrees: number) => Number((Math.round(degrees / grid) * grid).toFixed(3))
  return ring
    .map(([longitude, latitude]): Position => [round(longitude), round(latitude)])
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
}
