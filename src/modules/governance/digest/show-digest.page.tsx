/** The last digest of whoever is signed in, as it was sent. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { inOwnName } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { EmptyState, Page } from '#web/components/index.tsx'
import { describeNews } from './digest.labels.ts'
import type { NewsItem } from './digest.rules.ts'
import { digestHome } from './send-digests.ts'

interface Digest {
  readonly week: string
  readonly lines: readonly NewsItem[]
}

export const showDigestPage = page(digestHome, {
  load: async (_, { db, actor }) => {
    const row = await db
      .selectFrom('governance.digest')
      .select(['week', 'lines'])
      .where('personId', '=', getPersonId(actor))
      .orderBy('week', 'desc')
      .limit(1)
      .executeTakeFirst()
    return { digest: (row as unknown as Digest | undefined) ?? null }
  },
  allow: inOwnName,
  view: ({ digest }) => <ShowDigest digest={digest} />,
})

function ShowDigest({ digest }: { digest: Digest | null }) {
  return (
    <Page
      title="Le résumé de ma semaine"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead={digest ? t('Semaine du {day}', { day: formatDate(digest.week) }) : undefined}
    >
      {digest ? (
        <ul>
          {digest.lines.map((line) => (
            <li key={line.href}>
              <a href={line.href}>{describeNews(line)}</a>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Aucun résumé encore : il part le lundi, quand quelque chose est nouveau pour vous" />
      )}
      <p class="meta">
        <a href="/espace/notifications">{t('Choisir mes messages')}</a>
      </p>
    </Page>
  )
}

export const digestSpace: SpaceContribution = {
  listTasks: async () => [],
  listLinks: (actor) =>
    ['commune', 'startup'].includes(actor.organisation?.kind ?? '') && inOwnName(actor, null)
      ? [{ label: 'Le résumé de ma semaine', href: digestHome }]
      : [],
}
