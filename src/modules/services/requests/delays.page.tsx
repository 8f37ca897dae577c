/** How long the town hall takes, step by step and procedure by procedure, over the last twelve months. */

import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { addDays } from '#platform/days.rules.ts'
import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Page, Table } from '#web/components/index.tsx'
import { type DelayLine, measureDelays, type Quantiles } from './delay.queries.ts'
import { listInboxServices } from './inbox.queries.ts'

interface Delays {
  readonly lines: readonly DelayLine[]
  readonly titles: ReadonlyMap<string, string>
}

export const delaysPage = page('/espace/demandes/chiffres', {
  load: loadDelays,
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (delays) => <ShowDelays {...delays} />,
})

async function loadDelays(_: unknown, { db, actor, now }: Context): Promise<Delays> {
  const communeId = getOrganisationId(actor)
  const since = addDays(now, -365)
  const services = await listInboxServices(db, communeId)
  return {
    lines: await measureDelays(db, communeId, since),
    titles: new Map(services.map(({ value, label }) => [value, label])),
  }
}

function ShowDelays({ lines, titles }: Delays) {
  return (
    <Page
      title="Les délais en chiffres"
      lead="Demandes reçues depuis douze mois. Les jours où la mairie attendait des compléments ne comptent pas."
      wide
      breadcrumbs={[{ label: 'Demandes reçues', href: '/espace/demandes' }]}
    >
      {lines.length === 0 ? (
        <EmptyState title="Aucune demande à mesurer">
          <p>{t('Les chiffres viennent dès la première demande reçue.')}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {t(
              'La prise en charge et la décision se comptent depuis la réception, la proposition depuis la prise en charge. Médiane : une demande sur deux va plus vite. Entre parenthèses : neuf sur dix vont plus vite.',
            )}
          </p>
          <Table
            caption="Jours par étape, par démarche"
            columns={[
              { key: 'title', label: 'Démarche' },
              { key: 'received', label: 'Reçues', numeric: true },
              { key: 'take', label: 'Prise en charge', numeric: true },
              { key: 'propose', label: 'Proposition', numeric: true },
              { key: 'decide', label: 'Décision', numeric: true },
              { key: 'inTime', label: 'Dans le délai', numeric: true },
            ]}
            rows={lines.map((line) => ({
              title: nameLine(line, titles),
              received: line.received,
              take: tellQuantiles(line.toTake),
              propose: tellQuantiles(line.toPropose),
              decide: tellQuantiles(line.toDecide),
              inTime: tellInTime(line),
            }))}
          />
        </>
      )}
    </Page>
  )
}

function nameLine({ serviceCode }: DelayLine, titles: Delays['titles']): string {
  return serviceCode === null ? t('Toutes les démarches') : (titles.get(serviceCode) ?? serviceCode)
}

function tellQuantiles({ median, slowest }: Quantiles): string {
  if (median === null || slowest === null) return '—'
  return t('{median} j ({slowest} j)', {
    median: formatDecimal(median),
    slowest: formatDecimal(slowest),
  })
}

function tellInTime({ limited, inTime }: DelayLine): string {
  return limited === 0 ? '—' : t('{inTime} sur {limited}', { inTime, limited })
}
