/** The XML of GeoReport v2, from the same values as its JSON: lists name their items, what is unknown is an empty element. */

export type Node =
  | string
  | number
  | boolean
  | null
  | readonly Node[]
  | { readonly [name: string]: Node }

const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
}

export function writeXml(root: string, body: Node): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root, body)}\n`
}

function writeElement(name: string, value: Node): string {
  const inside = writeInside(name, value)
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

function writeInside(name: string, value: Node): string {
  if (value === null) return ''
  if (typeof value !== 'object') return escapeXml(String(value))
  if (isList(value))
    return value.map((item) => writeElement(itemNames[name] ?? 'item', item)).join('')
  return Object.entries(value)
    .map(([key, one]) => writeElement(key, one))
    .join('')
}

const isList = (value: Node): value is readonly Node[] => Array.isArray(value)

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML 1.0 cannot hold, however it is written, is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
}
