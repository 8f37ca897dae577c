/** The verified startups: searched by name, filtered by domain and label. */
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  CardList,
  Checkbox,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Select,
} from '#web/components/index.tsx'
import { domainLabels } from '../../labels.ts'
import { findLabelState } from '../label.rules.ts'
import {
  type ListedStartup,
  listVerifiedStartups,
  startupPageSize,
} from './startup-list.queries.ts'
import { readStartupSearch, type StartupSearch, writeStartupSearch } from './startup-list.rules.ts'

interface Listing {
  readonly search: StartupSearch
  readonly startups: readonly ListedStartup[]
  readonly nextHref: string | undefined
}

export const listStartupsPage = page('/startups', {
  load: loadStartups,
  allow: everyone,
  isPublic: true,
  view: (listing, { now }) => <Startups {...listing} today={toDay(now)} />,
})

async function loadStartups(_: unknown, { db, query, now }: Context): Promise<Listing> {
  const search = readStartupSearch(query)
  const found = await listVerifiedStartups(db, search, toDay(now))
  const startups = found.slice(0, startupPageSize)
  const last = startups.at(-1)
  const hasMore = found.length > startupPageSize
  const after = last && { key: last.name, id: last.id }
  return {
    search,
    startups,
    nextHref: hasMore && after ? writeStartupSearch({ ...search, after }) : undefined,
  }
}

function Startups({ search, startups, nextHref, today }: Listing & { today: string }) {
  return (
    <Page title="Les startups" description="Les startups numériques vérifiées par l’ANCB.">
      <SearchForm search={search} />
      {startups.length === 0 ? (
        <Nothing isFiltered={writeStartupSearch(search) !== '/startups'} />
      ) : (
        <CardList>
          {startups.map((startup) => (
            <StartupCard key={startup.id} startup={startup} today={today} />
          ))}
        </CardList>
      )}
      {search.after && (
        <p>
          <a href={writeStartupSearch({ ...search, after: null })}>{t('Revenir au début')}</a>
        </p>
      )}
      <Pagination nextHref={nextHref} />
      <Actions>
        <ButtonLink href="/startups/inscrire" kind="quiet">
          Inscrire votre startup
        </ButtonLink>
      </Actions>
    </Page>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) return <EmptyState title="Aucune startup n’est encore vérifiée" />
  return (
    <EmptyState title="Aucune startup ne correspond">
      <p>
        <a href="/startups">{t('Voir toutes les startups')}</a>
      </p>
    </EmptyState>
  )
}

function SearchForm({ search }: { search: StartupSearch }) {
  return (
    <GetForm action="/startups" submit="Appliquer">
      <SearchBox label="Nom ou activité" value={search.words} />
      <Select
        name="domaine"
        label="Domaine"
        empty="Tous"
        value={search.domain}
        options={choicesOf(domainLabels)}
      />
      <Checkbox
        name="label"
        label="Label startup en cours"
        value={search.isLabelled}
        required={false}
      />
    </GetForm>
  )
}

const longest = 160

function StartupCard({ startup, today }: { startup: ListedStartup; today: string }) {
  const { name, slug, presentation, communeName, solutionCount } = startup
  const label = findLabelState(startup, today)
  const count = t('{count, plural, =0 {aucune solution} one {# solution} other {# solutions}}', {
    count: solutionCount,
  })
  return (
    <Card
      title={name}
      href={`/startups/${slug}`}
      tags={(label === 'valid' || label === 'ending') && <Badge>{t('Label startup')}</Badge>}
      meta={[communeName, count].filter(Boolean).join(', ')}
    >
      <p>
        {presentation.length > longest
          ? `${presentation.slice(0, longest - 3).trimEnd()}…`
          : presentation}
      </p>
    </Card>
  )
}
