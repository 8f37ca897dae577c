/** The Atom feed of published needs (RFC 4287), for startups that follow them with a reader. */
import { listCommuneNames } from '#modules/directory/index.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint } from '#platform/web.ts'
import { listPublishedNeeds, type PublishedNeed } from './need.queries.ts'

export const needFeed = endpoint('/besoins.atom', {
  load: async (_, { db }) => {
    const filter = { words: '', domain: null, communeId: null, isGrouped: false }
    const needs = await listPublishedNeeds(db, filter, null, 50)
    return {
      needs,
      names: await listCommuneNames(
        db,
        needs.map((need) => need.communeId),
      ),
    }
  },
  allow: everyone,
  reply: ({ needs, names }, context) => ({
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
    },
    body: renderFeed(needs, names, context),
  }),
})

function renderFeed(
  needs: readonly PublishedNeed[],
  names: ReadonlyMap<string, string>,
  { platform }: Context,
): string {
  const { origin } = platform.config
  const updated = needs[0]?.publishedAt ?? new Date(0)
  const entries = needs.map((need) => renderEntry(need, names.get(need.communeId) ?? '', origin))
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>${origin}/besoins.atom</id>
<title>Besoins numériques des communes du Bénin</title>
<updated>${updated.toISOString()}</updated>
<author><name>ANCB</name></author>
<link rel="self" href="${origin}/besoins.atom"/>
<link href="${origin}/besoins"/>
${entries.join('\n')}
</feed>
`
}

function renderEntry(need: PublishedNeed, communeName: string, origin: string): string {
  const address = `${origin}/besoins/${need.reference}`
  return `<entry>
<id>urn:uuid:${need.id}</id>
<title>${escapeXml(need.title)}</title>
<updated>${need.publishedAt.toISOString()}</updated>
<author><name>${escapeXml(`Commune de ${communeName}`)}</name></author>
<link href="${address}"/>
<summary>${escapeXml(need.expectedOutcome)}</summary>
</entry>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
