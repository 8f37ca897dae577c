/** What a system tells, under the names of GeoReport v2. Who tells by name, and photos elsewhere on the web, are not kept. */
import { z } from 'zod'
import { fields, mediaTypes, optionalFile, type Upload } from '#platform/web.ts'
import { nameCategory } from '../category.facts.ts'
import { latitude, longitude, positionOf } from '../public/report.fields.ts'
import type { Point } from '../public-position.rules.ts'
import { Open311Error } from './write-answer.ts'

export interface PostedRequest {
  readonly category: string
  readonly description: string
  readonly arrondissement: string | null
  readonly quartier: string | null
  readonly landmark: string | null
  readonly position: Point | null
  readonly phone: string | null
  readonly email: string | null
  readonly photo: Upload | null
}

const most = 4000

const Posted = z.object({
  service_code: fields.optionalText(40),
  description: fields.optionalText(most),
  lat: latitude,
  long: longitude,
  address_string: fields.optionalText(300),
  phone: fields.optionalPhone(),
  email: fields.optionalEmail(),
  media: optionalFile([mediaTypes.jpeg, mediaTypes.png, mediaTypes.webp], 8),
  'attribute[arrondissement]': fields.optionalText(120),
  'attribute[quartier]': fields.optionalText(120),
  'attribute[landmark]': fields.optionalText(300),
})

export function readPostedRequest(sent: Readonly<Record<string, unknown>>): PostedRequest {
  const parsed = Posted.safeParse(sent)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Open311Error(400, `${String(issue?.path[0] ?? 'form')}: ${issue?.message ?? ''}`)
  }
  const { service_code: category, lat, long, address_string: address, ...told } = parsed.data
  if (category === '') throw new Open311Error(400, 'service_code was not provided')
  if ((lat === null) !== (long === null)) throw new Open311Error(400, 'lat and long go together')
  const position = positionOf({ 'position.latitude': lat, 'position.longitude': long })
  if (position === null && address === '')
    throw new Open311Error(400, 'A location was not provided: lat and long, or address_string')
  return {
    ...{ category, position, phone: told.phone, email: told.email, photo: told.media },
    description: told.description || nameCategory(category),
    arrondissement: told['attribute[arrondissement]'] || null,
    quartier: told['attribute[quartier]'] || null,
    landmark: told['attribute[landmark]'] || address || null,
  }
}
