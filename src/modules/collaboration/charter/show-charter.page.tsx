/** The main points of every digitalisation project, as everybody reads them, and what each version changed. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Details, Notice, Page, Prose, Tag } from '#web/components/index.tsx'
import { getCharterByNumber, getCharterInForce, listPublishedVersions } from './charter.queries.ts'
import type { Charter, CharterPoint, CharterVersion } from './charter.schema.ts'
import { compareCharters } from './charter-changes.rules.ts'
import { ChangeList } from './charter-changes.view.tsx'

interface Shown {
  readonly charter: Charter
  readonly versions: readonly CharterVersion[]
  /** The version before this one. */
  readonly previous: Charter | null
}

export const charterPage = page('/projets/points', {
  load: async (_, { db }) => loadAround(db, await getCharterInForce(db)),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowCharter {...shown} />,
})

export const charterVersionPage = page('/projets/points/:number', {
  load: async ({ number }, { db }) =>
    loadAround(db, await getCharterByNumber(db, /^\d{1,6}$/.test(number) ? Number(number) : 0)),
  allow: (_, { charter }) => charter.version.status !== 'draft',
  isPublic: true,
  view: (shown) => <ShowCharter {...shown} />,
})

async function loadAround(db: Context['db'], charter: Charter): Promise<Shown> {
  const versions = await listPublishedVersions(db)
  const before = versions.find(({ number }) => number < charter.version.number)
  return {
    charter,
    versions,
    previous: before ? await getCharterByNumber(db, before.number) : null,
  }
}

function ShowCharter({ charter, versions, previous }: Shown) {
  const { version, points } = charter
  return (
    <Page
      title="Les principaux points d’un projet de digitalisation"
      description="Ce que tout projet de digitalisation d’une commune doit avoir prévu, point par point."
      kicker={t('Charte de l’association, version {number}', { number: version.number })}
      lead="Ce que tout projet doit avoir prévu avant de commencer, demandé à Houéyogbé. Chaque point dit quoi écrire, et montre un exemple."
      breadcrumbs={[{ label: 'Projets', href: '/projets' }]}
    >
      {version.status === 'superseded' && (
        <Notice kind="warning">
          <p>
            {t('Cette version a été remplacée.')}{' '}
            <a href="/projets/points">{t('Lire la version en vigueur')}</a>
          </p>
        </Notice>
      )}
      <p class="meta">
        {version.publishedAt && t('Publiée le {date}.', { date: formatDate(version.publishedAt) })}{' '}
        {t(
          'Un projet ne démarre pas tant qu’un point obligatoire est vide. Il garde la version avec laquelle il a été ouvert.',
        )}
      </p>
      <ol>
        {points.map((point) => (
          <Point key={point.key} point={point} />
        ))}
      </ol>
      <Versions versions={versions} shown={version} />
      {previous && <Changes charter={charter} previous={previous} />}
    </Page>
  )
}

function Point({ point }: { point: CharterPoint }) {
  return (
    <li>
      <h2 id={point.key}>{point.title}</h2>
      <p>
        <Tag tone={point.isMandatory ? 'warning' : 'neutral'}>
          {point.isMandatory ? 'Obligatoire' : 'Conseillé'}
        </Tag>
      </p>
      <Prose text={point.guidance} />
      <blockquote>
        <p class="prose">
          <b>{t('Exemple.')}</b> {point.example}
        </p>
      </blockquote>
      <p class="meta">{t('Source : {source}', { source: point.source })}</p>
    </li>
  )
}

function Versions({
  versions,
  shown,
}: {
  versions: readonly CharterVersion[]
  shown: CharterVersion
}) {
  return (
    <section>
      <h2>{t('Les versions')}</h2>
      <ul>
        {versions.map(({ number, note, publishedAt }) => (
          <li key={number}>
            <a
              href={`/projets/points/${number}`}
              aria-current={number === shown.number ? 'page' : undefined}
            >
              {t('Version {number}', { number })}
            </a>
            {publishedAt && t(', {date}', { date: formatDate(publishedAt) })}
            {note && t(' : {note}', { note })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changes({ charter, previous }: { charter: Charter; previous: Charter }) {
  return (
    <Details
      summary={t('Ce qui change depuis la version {number}', { number: previous.version.number })}
    >
      <ChangeList changes={compareCharters(previous.points, charter.points)} />
    </Details>
  )
}
