/** The shape of a GeoJSON file, as far as limits need it. */
import { z } from 'zod'

const Position = z.array(z.number()).min(2)
const Ring = z.array(Position).min(4)
const Polygon = z.array(Ring).min(1)

export const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1) }),
])
export type Geometry = z.infer<typeof Geometry>

export const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() }),
  ),
})
export type Collection = z.infer<typeof Collection>
