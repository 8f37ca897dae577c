/** What goes with the bytes of a file: its true type, its name, and no right to run anything. */

interface Described {
  readonly mediaType: string
  readonly sizeBytes: number
  readonly name: string
}

/** Shown in the browser; anything else is only ever saved. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

export function describeFile({ mediaType, sizeBytes, name }: Described): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': describeDisposition(
      shown.has(mediaType) ? 'inline' : 'attachment',
      name,
    ),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
}

/** The name in plain letters for old browsers, then whole (RFC 6266, RFC 8187). */
function describeDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\w .()-]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
