/** Where the interface is, in which forms, and how to get a key. */
import { formats } from './write-answer.ts'
import type { Node } from './write-xml.rules.ts'

const changeset = '2026-11-28T00:00:00Z'
const mediaTypes = { json: 'application/json', xml: 'text/xml' } as const

export function discovery(origin: string): Node {
  return {
    changeset,
    contact: `${origin}/aide`,
    key_service: `${origin}/espace/organisations`,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${origin}/open311/v2`,
        changeset,
        type: 'production',
        formats: formats.map((format) => mediaTypes[format]),
      },
    ],
  }
}
