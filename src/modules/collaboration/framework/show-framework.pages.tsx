/** The framework for everybody: the text in force, the former ones, and what changed between them. */
import { NotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Difference, Notice, Page } from '#web/components/index.tsx'
import { countAdherents } from '../adhesions/adhesion.queries.ts'
import { frameworkPolicy } from './framework.lifecycle.ts'
import { getFrameworkByNumber, getFrameworkInForce, listVersions } from './framework.queries.ts'
import type { FrameworkVersion, FullFramework } from './framework.schema.ts'
import { type ClauseChange, hashFramework, listClauseChanges } from './framework-text.rules.ts'
import { FrameworkText } from './framework-text.view.tsx'

interface InForce {
  readonly framework: FullFramework
  readonly versions: readonly FrameworkVersion[]
  readonly adherents: { readonly communes: number; readonly startups: number }
}

const showFrameworkPage = page('/cadre-de-collaboration', {
  load: async (_, { db }): Promise<InForce> => ({
    framework: await getFrameworkInForce(db),
    versions: await listVersions(db),
    adherents: await countAdherents(db),
  }),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowFramework {...shown} />,
})

function ShowFramework({ framework, versions, adherents }: InForce) {
  const { version } = framework
  const former = versions.filter(({ status }) => status === 'superseded')
  return (
    <Page
      title={version.title}
      kicker={t('Version {number}', { number: version.number ?? 0 })}
      lead="Un texte commun, auquel communes et startups adhèrent une fois, et dont chaque convention reprend les clauses."
    >
      {version.publishedAt && (
        <p class="meta">
          {t('En vigueur depuis le {date}.', { date: formatDate(version.publishedAt) })}{' '}
          <a href="/cadre-de-collaboration/adherents">
            {t('{communes} communes et {startups} startups y adhèrent.', { ...adherents })}
          </a>
        </p>
      )}
      <Actions>
        <ButtonLink href="/espace/adhesion">Adhérer</ButtonLink>
        <ButtonLink kind="quiet" href="/cadre-de-collaboration/adherents">
          Registre des adhérents
        </ButtonLink>
      </Actions>
      <PaperLinks version={version} />
      <p class="soft">{version.summaryOfChanges}</p>
      <FrameworkText {...framework} />
      {former.length > 0 && <FormerVersions versions={former} />}
      <Fingerprint framework={framework} />
    </Page>
  )
}

/** The text on paper: to file, to read before signing, to bring to the council. */
function PaperLinks({ version: { number } }: { version: FrameworkVersion }) {
  const href = `/cadre-de-collaboration/versions/${number}/convention-cadre`
  return (
    <p class="meta">
      {t('Le texte entier :')} <a href={`${href}.pdf`}>{t('PDF à conserver')}</a>{' '}
      <a href={`${href}.docx`}>{t('Word à travailler')}</a>
    </p>
  )
}

function Fingerprint({ framework }: { framework: FullFramework }) {
  return (
    <p class="soft">
      {t('Empreinte du texte (SHA-256)')} : <code class="hash">{hashFramework(framework)}</code>
    </p>
  )
}

function FormerVersions({ versions }: { versions: readonly FrameworkVersion[] }) {
  return (
    <section>
      <h2>{t('Versions précédentes')}</h2>
      <ul>
        {versions.map(({ id, number, publishedAt }) => (
          <li key={id}>
            <a href={`/cadre-de-collaboration/versions/${number}`}>
              {t('Version {number}', { number: number ?? 0 })}
            </a>
            {publishedAt && ` (${formatDate(publishedAt)})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OneVersion {
  readonly framework: FullFramework
  /** What the text in force changed of it. */
  readonly changes: readonly ClauseChange[]
}

const showVersionPage = page('/cadre-de-collaboration/versions/:number', {
  load: async ({ number }: { number: string }, { db }: Context): Promise<OneVersion> => {
    if (!/^\d{1,4}$/.test(number)) throw new NotFound()
    const framework = await getFrameworkByNumber(db, Number(number))
    const inForce = await getFrameworkInForce(db)
    return { framework, changes: listClauseChanges(framework.clauses, inForce.clauses) }
  },
  allow: (actor, { framework }) => frameworkPolicy.read(actor, framework.version),
  view: (shown) => <ShowVersion {...shown} />,
})

function ShowVersion({ framework, changes }: OneVersion) {
  const { version } = framework
  return (
    <Page
      title={version.title}
      kicker={t('Version {number}', { number: version.number ?? 0 })}
      breadcrumbs={[{ label: 'Cadre de collaboration', href: '/cadre-de-collaboration' }]}
    >
      {version.status === 'superseded' && (
        <Notice kind="info" title="Cette version n’est plus celle en vigueur">
          <p>{t('Ce qui a été signé sous elle le reste.')}</p>
        </Notice>
      )}
      <PaperLinks version={version} />
      {changes.length > 0 && <ClauseChanges changes={changes} />}
      <FrameworkText {...framework} />
      <Fingerprint framework={framework} />
    </Page>
  )
}

const changeLabels = {
  added: 'Clause ajoutée',
  removed: 'Clause retirée',
  changed: 'Clause modifiée',
} as const

export function ClauseChanges({ changes }: { changes: readonly ClauseChange[] }) {
  return (
    <section>
      <h2>{t('Ce qui a changé depuis')}</h2>
      {changes.map(({ key, title, kind, pieces }) => (
        <div key={key}>
          <p class="strong">{`${t(changeLabels[kind])} : ${title}`}</p>
          <Difference pieces={pieces} />
        </div>
      ))}
    </section>
  )
}

export const showFrameworkPages = [showFrameworkPage, showVersionPage]
