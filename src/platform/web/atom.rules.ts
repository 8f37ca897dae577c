/** A feed that a reader follows (Atom, RFC 4287). */

export interface FeedEntry {
  /** UUID of the object: the entry keeps its name whatever address the site takes. */
  readonly id: string
  readonly title: string
  readonly updated: Date
  readonly published?: Date
  /** An organisation, never a person. */
  readonly author: string
  readonly summary: string
  /** Within the site. */
  readonly address: string
  readonly categories?: readonly { readonly term: string; readonly label: string }[]
}

export interface Feed {
  /** Within the site: /besoins.atom */
  readonly address: string
  /** The page that shows the same. */
  readonly page: string
  readonly title: string
  readonly entries: readonly FeedEntry[]
}

export function writeFeed({ address, page, title, entries }: Feed, origin: string): string {
  const updated = Math.max(0, ...entries.map((entry) => entry.updated.getTime()))
  const name = address.replace(/^\/|\.atom$/g, '')
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>tag:${new URL(origin).hostname},2026:${name}</id>
<title>${escapeXml(title)}</title>
<updated>${new Date(updated).toISOString()}</updated>
<author><name>ANCB</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(origin + address)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(origin + page)}"/>
${entries.map((entry) => writeEntry(entry, origin)).join('\n')}
</feed>
`
}

function writeEntry(entry: FeedEntry, origin: string): string {
  const { id, title, updated, published, author, summary, address, categories = [] } = entry
  const told = [
    `<id>urn:uuid:${id}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    ...(published ? [`<published>${published.toISOString()}</published>`] : []),
    `<author><name>${escapeXml(author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + address)}"/>`,
    ...categories.map(
      ({ term, label }) => `<category term="${escapeXml(term)}" label="${escapeXml(label)}"/>`,
    ),
    `<summary>${escapeXml(summary)}</summary>`,
  ]
  return `<entry>\n${told.join('\n')}\n</entry>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What was typed may hold signs that XML has no way to write: they are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}
