/** The verified startups: searched by name, filtered by domain and label. */
import { sql } from 'kysely'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Badge,
  Card,
  CardList,
  Checkbox,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Select,
} from '#web/components/index.tsx'
import { domainLabels } from '../../labels.ts'

const pageSize = 24

interface Filter {
  readonly words: string
  readonly domain: string
  readonly isLabelled: boolean
  readonly after: string
}

export const listStartupsPage = page('/startups', {
  load: async (_, context) => {
    const filter = readFilter(context)
    const found = await listVerified(context, filter)
    return { filter, startups: found.slice(0, pageSize), hasMore: found.length > pageSize }
  },
  allow: everyone,
  isPublic: true,
  view: ({ filter, startups, hasMore }, { now }) => (
    <Page title="Les startups" description="Les startups numériques vérifiées par l’ANCB.">
      <StartupSearch filter={filter} />
      {startups.length === 0 ? (
        <EmptyState title="Aucune startup ne correspond">
          <p>
            <a href="/startups">{t('Voir toutes les startups')}</a>
          </p>
        </EmptyState>
      ) : (
        <CardList>
          {startups.map((startup) => (
            <StartupCard key={startup.slug} startup={startup} today={toDay(now)} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={hasMore ? hrefAfter(filter, startups.at(-1)?.name ?? '') : undefined} />
    </Page>
  ),
})

function readFilter({ query }: Context): Filter {
  const read = (name: string) =>
    ([query[name]].flat()[0] ?? '')
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 120)
  return {
    words: read('q'),
    domain: read('domaine'),
    isLabelled: read('label') === 'on',
    after: read('apres'),
  }
}

function hrefAfter({ words, domain, isLabelled }: Filter, name: string): string {
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(domain && { domaine: domain }),
    ...(isLabelled && { label: 'on' }),
    apres: name,
  })
  return `/startups?${query}`
}

function listVerified({ db, now }: Context, { words, domain, isLabelled, after }: Filter) {
  let query = db
    .selectFrom('directory.startup as startup')
    .leftJoin('directory.commune as commune', 'commune.id', 'startup.communeId')
    .select([
      'startup.slug',
      'startup.name',
      'startup.presentation',
      'startup.domains',
      'startup.labelNumber',
      'startup.labelExpiresOn',
    ])
    .select(['commune.name as communeName'])
    .select(
      sql<number>`(select count(*)::int from directory.catalogue_entry entry where entry.startup_id = startup.id)`.as(
        'solutionCount',
      ),
    )
    .where('startup.status', '=', 'verified')
  if (words)
    query = query.where(
      sql<boolean>`platform.fold(startup.name || ' ' || startup.presentation) like '%' || platform.fold(${words.replace(/[%_\\]/g, '')}) || '%'`,
    )
  if (domain) query = query.where(sql<boolean>`startup.domains @> array[${domain}]::text[]`)
  if (isLabelled)
    query = query
      .where('startup.labelNumber', 'is not', null)
      .where('startup.labelExpiresOn', '>=', toDay(now))
  if (after) query = query.where('startup.name', '>', after)
  return query
    .orderBy('startup.name')
    .limit(pageSize + 1)
    .execute()
}

function StartupSearch({ filter }: { filter: Filter }) {
  return (
    <GetForm action="/startups" submit="Filtrer">
      <SearchBox label="Nom ou activité" value={filter.words} />
      <Select
        name="domaine"
        label="Domaine"
        value={filter.domain}
        options={[
          { value: '', label: 'Tous' },
          ...Object.entries(domainLabels).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Checkbox
        name="label"
        label="Label startup en cours"
        value={filter.isLabelled}
        required={false}
      />
    </GetForm>
  )
}

type VerifiedStartup = Awaited<ReturnType<typeof listVerified>>[number]

function StartupCard({ startup, today }: { startup: VerifiedStartup; today: string }) {
  const { name, slug, presentation, communeName, solutionCount, labelNumber, labelExpiresOn } =
    startup
  const isLabelled = labelNumber !== null && labelExpiresOn !== null && labelExpiresOn >= today
  return (
    <Card
      title={name}
      href={`/startups/${slug}`}
      tags={isLabelled && <Badge>{t('Label startup')}</Badge>}
      meta={[
        communeName,
        t('{count, plural, =0 {aucune solution} one {# solution} other {# solutions}}', {
          count: solutionCount,
        }),
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <p>{presentation.length > 160 ? `${presentation.slice(0, 157).trimEnd()}…` : presentation}</p>
    </Card>
  )
}
