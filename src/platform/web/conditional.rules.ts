/** Whether the reader already has what would be sent (RFC 9110, section 13). */

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** An entity tag decides alone where one is sent; a date counts in whole seconds. */
export function hasLatest(headers: Headers, etag: string, changedAt: Date | null = null): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return listTags(String(tags)).some((tag) => tag === '*' || tag === bare(etag))
  const since = Date.parse(String(headers['if-modified-since'] ?? ''))
  return changedAt !== null && Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

const listTags = (text: string) => (text.match(/\*|(W\/)?"[^"]*"/g) ?? []).map(bare)

/** To read, a weak tag is as good as a strong one. */
const bare = (tag: string) => tag.replace(/^W\//, '')
