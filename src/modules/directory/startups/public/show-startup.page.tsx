/** A startup's public page: who it is, its label, its solutions. */
import type { VNode } from 'preact'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, formatPhone, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Badge,
  CardList,
  DefinitionList,
  EmptyState,
  Notice,
  Page,
  Prose,
} from '#web/components/index.tsx'
import {
  type CatalogueEntry,
  listEntriesOfStartup,
} from '../../catalogue/catalogue-entry.queries.ts'
import { SolutionCard } from '../../catalogue/solution-card.view.tsx'
import { listCommuneNames } from '../../communes/commune.queries.ts'
import { domainLabels, legalFormLabels } from '../../labels.ts'
import { findLabelState, type LabelState } from '../label.rules.ts'
import type { Startup } from '../startup.schema.ts'

/** What a later module adds to the page; nothing where it has nothing to say. */
export type StartupSection = (db: Db, startup: Startup) => Promise<(() => VNode) | null>

interface Shown {
  readonly startup: Startup
  readonly solutions: readonly CatalogueEntry[]
  readonly communeName: string | undefined
  readonly labelState: LabelState
  readonly added: readonly (() => VNode)[]
}

export function createStartupPage(sections: readonly StartupSection[]) {
  return page('/startups/:slug', {
    load: ({ slug }, context) => loadStartup(slug, context, sections),
    allow: everyone,
    isPublic: true,
    view: (shown) => <ShowStartup {...shown} />,
  })
}

async function loadStartup(
  slug: string,
  { db, now }: Context,
  sections: readonly StartupSection[],
): Promise<Shown> {
  const row = await db
    .selectFrom('directory.startup')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst()
  const startup = orNotFound(row) as Startup
  const names = await listCommuneNames(db, startup.communeId ? [startup.communeId] : [])
  const added: (() => VNode)[] = []
  for (const section of sections)
    added.push(...[await section(db, startup)].filter((one) => one !== null))
  return {
    startup,
    added,
    solutions: await listEntriesOfStartup(db, startup.id),
    communeName: names.get(startup.communeId ?? ''),
    labelState: findLabelState(startup, toDay(now)),
  }
}

function ShowStartup({ startup, solutions, communeName, labelState, added }: Shown) {
  return (
    <Page
      title={startup.name}
      breadcrumbs={[{ label: 'Startups', href: '/startups' }]}
      description={startup.presentation.slice(0, 200)}
    >
      {startup.status !== 'verified' && (
        <Notice kind="warning">
          <p>
            {t(
              'Cette page n’est pas publique : la startup n’est pas vérifiée. Vous seul et l’association la voyez.',
            )}
          </p>
        </Notice>
      )}
      {(labelState === 'valid' || labelState === 'ending') && (
        <p>
          <Badge>{t('Label startup')}</Badge>{' '}
          {t('valable jusqu’au {date}', { date: formatDate(startup.labelExpiresOn ?? '') })}
        </p>
      )}
      <Prose text={startup.presentation} />
      <DefinitionList items={listFacts(startup, communeName)} />
      <h2>{t('Ses solutions')}</h2>
      {solutions.length === 0 ? (
        <EmptyState title="Aucune solution publiée" />
      ) : (
        <CardList>
          {solutions.map((entry) => (
            <SolutionCard key={entry.solutionId} entry={entry} level={3} />
          ))}
        </CardList>
      )}
      {added.map((render) => render())}
    </Page>
  )
}

function listFacts(startup: Startup, communeName: string | undefined) {
  const facts: [string, string | null | undefined][] = [
    ['Siège', [startup.address, communeName].filter(Boolean).join(', ')],
    [
      'Forme juridique',
      t(legalFormLabels[startup.legalForm as keyof typeof legalFormLabels] ?? startup.legalForm),
    ],
    ['Créée le', startup.foundedOn && formatDate(startup.foundedOn)],
    ['IFU', startup.ifu],
    ['RCCM', startup.rccm],
    [
      'Équipe',
      startup.teamSize === null
        ? null
        : t('{count, plural, one {# personne} other {# personnes}}', { count: startup.teamSize }),
    ],
    ['Domaines', startup.domains.map((code) => t(domainLabels[code] ?? code)).join(', ')],
  ]
  return [
    ...facts.flatMap(([term, value]) => (value ? [{ term, value }] : [])),
    ...listContacts(startup),
  ]
}

function listContacts({ phone, email, website }: Startup) {
  const links = [
    { term: 'Téléphone', href: phone && `tel:${phone}`, text: phone && formatPhone(phone) },
    { term: 'Adresse électronique', href: email && `mailto:${email}`, text: email },
    { term: 'Site', href: website, text: website },
  ]
  return links.flatMap(({ term, href, text }) =>
    href
      ? [
          {
            term,
            value: (
              <a href={href} rel="noreferrer">
                {text}
              </a>
            ),
          },
        ]
      : [],
  )
}
