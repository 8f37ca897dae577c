import { BeninMap, type MapPoint } from '../components/index.tsx'

/** Seats of departments and their neighbours; populations of 2013, levels invented. */
const places: readonly [string, number, number, number, number | null, boolean?][] = [
  ['Kandi', 11.134, 2.939, 179_290, 2, true],
  ['Natitingou', 10.304, 1.38, 103_843, 3, true],
  ['Parakou', 9.337, 2.63, 255_478, 4, true],
  ['Djougou', 9.708, 1.666, 267_812, 1, true],
  ['Cotonou', 6.365, 2.418, 679_012, 5, true],
  ['Abomey-Calavi', 6.449, 2.356, 656_358, 4],
  ['Porto-Novo', 6.497, 2.605, 264_320, 3, true],
  ['Ouidah', 6.363, 2.085, 162_034, null],
]

const levels = [
  'Rien en ligne',
  'Premiers essais',
  'Quelques services',
  'Plusieurs services',
  'Presque tout',
  'Tout en ligne',
]

export function MapSample() {
  return (
    <BeninMap
      title="Carte d’exemple"
      points={places.map(toPoint)}
      legend={[
        ...levels.map((label, level) => ({ level, label })),
        { level: null, label: 'Non renseigné' },
      ]}
    />
  )
}

function toPoint([
  name,
  latitude,
  longitude,
  population,
  level,
  isSeat,
]: (typeof places)[number]): MapPoint {
  const levelLabel = level === null ? 'Non renseigné' : (levels[level] ?? '')
  return { name, href: '#carte', latitude, longitude, population, level, levelLabel, isSeat }
}
