import { t } from '#platform/i18n.ts'
import type { MapAreas } from './land.ts'
import { type Legend, MapLegend } from './map-legend.tsx'
import { MapPanel, type MapPoint, placePoints } from './map-panel.tsx'
import { southernLatitude, southFrame, wholeFrame } from './outline.ts'

export type { MapAreas, MapPoint }

interface Props {
  title: string
  points: readonly MapPoint[]
  legend: Legend
  /** The limits of communes, where they are known. */
  areas?: MapAreas | undefined
}

/**
 * Each commune is a circle sized by population; the figure inside and the colour both tell the level.
 * The crowded south is drawn apart, enlarged.
 */
export function BeninMap({ title, points, legend, areas }: Props) {
  const largest = Math.max(...points.map(({ population }) => population), 1)
  const isSouthern = ({ latitude }: MapPoint) => latitude < southernLatitude
  const north = points.filter((point) => !isSouthern(point))
  const south = points.filter(isSouthern)
  return (
    <figure class="map">
      <MapPanel
        label={t(title)}
        frame={wholeFrame}
        points={placePoints(north, wholeFrame, largest)}
        areas={areas}
        inset={{ frame: southFrame, label: t('agrandi à part') }}
      />
      <MapPanel
        label={t('{title} : le sud, agrandi', { title: t(title) })}
        frame={southFrame}
        points={placePoints(south, southFrame, largest)}
        areas={areas}
      />
      <figcaption>
        <MapLegend legend={legend} />
        <p class="meta">
          {t(
            'La taille du cercle suit la population. Les cercles trop proches sont écartés pour rester lisibles.',
          )}
          {areas && ` ${t('Limites des communes : {source}.', { source: areas.source })}`}
        </p>
      </figcaption>
    </figure>
  )
}
