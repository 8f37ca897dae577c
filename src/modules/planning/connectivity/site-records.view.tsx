/** The connections, measurements and outages of a site, in tables. */
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatShortDate,
  formatTime,
} from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { ActionButton, Table } from '#web/components/index.tsx'
import type { Measurement } from './measurement.queries.ts'
import type { OutageRow } from './outage.queries.ts'
import { measurementSourceLabels, outageCauseLabels, technologyLabels } from './site.labels.ts'
import type { Link } from './site.queries.ts'
import { formatLatency, formatSpeed } from './speed.labels.ts'

interface LinksProps {
  readonly links: readonly Link[]
  readonly base: string
  readonly isOpen: boolean
}

export function Links({ links, base, isOpen }: LinksProps) {
  return (
    <section>
      <h2>{t('Les connexions')}</h2>
      {links.length === 0 ? (
        <p>
          {t('Aucune connexion.')}{' '}
          {isOpen && <a href={`${base}/liens/nouveau`}>{t('Ajouter une connexion')}</a>}
        </p>
      ) : (
        <Table
          caption="Les connexions"
          isCaptionHidden
          columns={[
            { key: 'name', label: 'Connexion' },
            { key: 'promise', label: 'Débit promis' },
            { key: 'cost', label: 'Coût par mois', numeric: true },
            { key: 'period', label: 'En service' },
            { key: 'acts', label: 'Agir' },
          ]}
          rows={links.map((link) => toLinkRow(link, isOpen))}
        />
      )}
    </section>
  )
}

export function nameLink({ technology, providerName }: Link): string {
  return `${t(technologyLabels[technology] ?? technology)}, ${providerName}`
}

function toLinkRow(link: Link, isOpen: boolean) {
  const { id, downKbps, upKbps, monthlyCost, until } = link
  return {
    name: nameLink(link),
    promise: [downKbps, upKbps]
      .map((kbps) => (kbps === null ? '—' : formatSpeed(kbps)))
      .join(' / '),
    cost: monthlyCost === null ? '—' : formatMoney(monthlyCost),
    period: describePeriod(link),
    acts: (
      <>
        <a href={`/espace/connectivite/liens/${id}`}>{t('Modifier')}</a>
        {isOpen && until === null && (
          <>
            {' '}
            <a href={`/espace/connectivite/liens/${id}/coupure`}>{t('Noter une coupure')}</a>
          </>
        )}
      </>
    ),
  }
}

function describePeriod({ since, until }: Link): string {
  if (since && until)
    return t('du {since} au {until}', { since: formatDate(since), until: formatDate(until) })
  if (until) return t('jusqu’au {until}', { until: formatDate(until) })
  return since ? t('depuis le {since}', { since: formatDate(since) }) : t('oui')
}

interface MeasurementsProps {
  readonly measurements: readonly Measurement[]
  readonly links: readonly Link[]
  readonly mayRemove: boolean
}

export function Measurements({ measurements, links, mayRemove }: MeasurementsProps) {
  if (measurements.length === 0) return null
  const columns = [
    { key: 'at', label: 'Mesurée le' },
    { key: 'link', label: 'Connexion' },
    { key: 'down', label: 'Débit descendant', numeric: true },
    { key: 'up', label: 'Débit montant', numeric: true },
    { key: 'latency', label: 'Latence', numeric: true },
    { key: 'source', label: 'Par' },
  ]
  const names = new Map(links.map((link) => [link.id, nameLink(link)]))
  return (
    <section>
      <h2>{t('Les dernières mesures')}</h2>
      <Table
        caption="Les dernières mesures"
        isCaptionHidden
        columns={mayRemove ? [...columns, { key: 'acts', label: 'Agir' }] : columns}
        rows={measurements.map((measurement) => toMeasurementRow(measurement, names))}
      />
    </section>
  )
}

function toMeasurementRow(measurement: Measurement, names: ReadonlyMap<string, string>) {
  const { id, takenAt, linkId, downKbps, upKbps, latencyMs, source } = measurement
  return {
    at: `${formatShortDate(takenAt)}\u00a0${formatTime(takenAt)}`,
    link: names.get(linkId ?? '') ?? '—',
    down: formatSpeed(downKbps),
    up: upKbps === null ? '—' : formatSpeed(upKbps),
    latency: latencyMs === null ? '—' : formatLatency(latencyMs),
    source: t(measurementSourceLabels[source as keyof typeof measurementSourceLabels]),
    acts: (
      <ActionButton
        action={`/espace/connectivite/mesures/${id}/retirer`}
        label="Retirer"
        confirm="Cette mesure ne comptera plus."
      />
    ),
  }
}

interface OutagesProps {
  readonly outages: readonly OutageRow[]
  readonly links: readonly Link[]
}

export function Outages({ outages, links }: OutagesProps) {
  if (outages.length === 0) return null
  const names = new Map(links.map((link) => [link.id, nameLink(link)]))
  return (
    <section>
      <h2>{t('Les coupures')}</h2>
      <Table
        caption="Les coupures"
        isCaptionHidden
        columns={[
          { key: 'began', label: 'Début' },
          { key: 'ended', label: 'Fin' },
          { key: 'link', label: 'Connexion' },
          { key: 'cause', label: 'Cause' },
          { key: 'note', label: 'Note' },
        ]}
        rows={outages.map(({ id, beganAt, endedAt, linkId, cause, note }) => ({
          began: <a href={`/espace/connectivite/coupures/${id}`}>{formatDateTime(beganAt)}</a>,
          ended: endedAt ? formatDateTime(endedAt) : t('en cours'),
          link: names.get(linkId) ?? '—',
          cause: t(outageCauseLabels[cause]),
          note: note || '—',
        }))}
      />
    </section>
  )
}
