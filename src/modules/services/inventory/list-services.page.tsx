/** The catalogue of municipal services: what each is for, and how many communes let people ask for it online. */
import { domainLabels } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  SearchBox,
  Select,
  Table,
} from '#web/components/index.tsx'
import { isDigital } from './level.rules.ts'
import { groupServices, toListed } from './listed-service.ts'
import { countLevels } from './offer.queries.ts'
import { lifeEventLabels, targetLabels } from './service.labels.ts'
import { filterServices, type ListedService, type ServiceFilter } from './service-list.rules.ts'
import { listSheets } from './sheet.queries.ts'

interface Counts {
  readonly known: number
  readonly digital: number
}

interface Listing {
  readonly services: readonly ListedService[]
  readonly total: number
  readonly counts: ReadonlyMap<string, Counts>
  readonly filter: ServiceFilter
}

export const listServicesPage = page('/services', {
  load: loadListing,
  allow: everyone,
  isPublic: true,
  view: (listing) => <Services {...listing} />,
})

async function loadListing(_: unknown, { db, query }: Context): Promise<Listing> {
  const filter = readFilter(query)
  const all = (await listSheets(db)).map(toListed)
  return {
    services: filterServices(all, filter),
    total: all.length,
    counts: await countByService(db),
    filter,
  }
}

function readFilter(query: Context['query']): ServiceFilter {
  const read = (name: string) => String(query[name] ?? '').slice(0, 100)
  const known = (labels: Readonly<Record<string, string>>, value: string) =>
    value in labels ? value : null
  return {
    words: read('q'),
    lifeEvent: known(lifeEventLabels, read('moment')),
    target: known(targetLabels, read('public')),
  }
}

async function countByService(db: Context['db']): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  for (const { serviceCode, level, communes } of await countLevels(db)) {
    const { known, digital } = counts.get(serviceCode) ?? { known: 0, digital: 0 }
    counts.set(serviceCode, {
      known: known + communes,
      digital: digital + (isDigital(level) ? communes : 0),
    })
  }
  return counts
}

function Services({ services, total, counts, filter }: Listing) {
  return (
    <Page
      title="Les services municipaux"
      lead="Ce que rendent les communes, ce qu’il faut apporter, et où l’on peut déjà le demander en ligne."
      wide
    >
      <Filters filter={filter} />
      <Actions>
        <ButtonLink kind="quiet" href="/services/matrice">
          Les services, commune par commune
        </ButtonLink>
      </Actions>
      <p role="status">
        {t('{count, plural, =0 {Aucun service} one {# service} other {# services}} sur {total}', {
          count: services.length,
          total,
        })}
      </p>
      {services.length === 0 && (
        <EmptyState title="Aucun service ne correspond">
          <p>
            <a href="/services">{t('Voir tous les services')}</a>
          </p>
        </EmptyState>
      )}
      {groupServices(services).map(({ domain, services: found }) => (
        <section key={domain}>
          <h2>{t(domainLabels[domain] ?? domain)}</h2>
          <ServiceTable domain={domain} services={found} counts={counts} />
        </section>
      ))}
    </Page>
  )
}

function Filters({ filter }: Pick<Listing, 'filter'>) {
  return (
    <GetForm action="/services" submit="Filtrer">
      <SearchBox label="Nom du service" value={filter.words} />
      <div class="filters">
        <Select
          name="moment"
          label="Moment de la vie"
          empty="Tous"
          value={filter.lifeEvent}
          options={choicesOf(lifeEventLabels)}
        />
        <Select
          name="public"
          label="Pour qui"
          empty="Tous"
          value={filter.target}
          options={choicesOf(targetLabels)}
        />
      </div>
    </GetForm>
  )
}

type TableProps = Pick<Listing, 'services' | 'counts'> & { readonly domain: string }

function ServiceTable({ domain, services, counts }: TableProps) {
  return (
    <Table
      caption={domainLabels[domain] ?? domain}
      isCaptionHidden
      columns={[
        { key: 'service', label: 'Service' },
        { key: 'digital', label: 'Demande en ligne', numeric: true },
      ]}
      rows={services.map(({ code, label }) => ({
        service: <a href={`/services/${code}`}>{t(label)}</a>,
        digital: t(
          '{digital, plural, =0 {aucune commune} one {# commune} other {# communes}} sur {known}',
          {
            digital: counts.get(code)?.digital ?? 0,
            known: counts.get(code)?.known ?? 0,
          },
        ),
      }))}
    />
  )
}
