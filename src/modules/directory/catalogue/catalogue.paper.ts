/** The catalogue as a workbook, to sort and filter at one's desk. */
import type { Sheet } from '#platform/documents.ts'
import {
  connectivityLabels,
  domainLabels,
  hostingLabels,
  licenceLabels,
  maturityLabels,
  serviceLabels,
} from '../labels.ts'
import type { CatalogueEntry } from './catalogue-entry.queries.ts'

export function writeCatalogue(entries: readonly CatalogueEntry[], origin: string): Sheet {
  return { name: 'Solutions', columns, rows: entries.map((entry) => writeEntry(entry, origin)) }
}

const columns: Sheet['columns'] = [
  { label: 'Solution' },
  { label: 'Startup' },
  { label: 'Résumé', width: 2 },
  { label: 'Domaines' },
  { label: 'Services' },
  { label: 'Maturité', width: 0.5 },
  { label: 'Connexion minimale', width: 0.5 },
  { label: 'Hors ligne', width: 0.4 },
  { label: 'Hébergement', width: 0.7 },
  { label: 'Licence', width: 0.7 },
  { label: 'Mise en place', kind: 'money' },
  { label: 'Par an', kind: 'money' },
  { label: 'Par habitant et par an', kind: 'money' },
  { label: 'Par utilisateur et par an', kind: 'money' },
  { label: 'Usages confirmés', kind: 'number' },
  { label: 'Avis', kind: 'number' },
  { label: 'Note moyenne', kind: 'decimal' },
  { label: 'Au catalogue depuis', kind: 'date' },
  { label: 'Adresse' },
]

function writeEntry(entry: CatalogueEntry, origin: string): Sheet['rows'][number] {
  return [
    entry.name,
    entry.startupName,
    entry.summary,
    nameAll(entry.domains, domainLabels),
    nameAll(entry.services, serviceLabels),
    nameAll([entry.maturity], maturityLabels),
    nameAll([entry.minConnectivity], connectivityLabels),
    entry.worksOffline ? 'Oui' : 'Non',
    nameAll([entry.hosting], hostingLabels),
    nameAll([entry.licence], licenceLabels),
    entry.priceSetup,
    entry.priceYearly,
    entry.pricePerInhabitant,
    entry.pricePerUser,
    entry.confirmedUses,
    entry.ratingCount,
    entry.ratingAverage,
    entry.publishedAt,
    `${origin}/solutions/${entry.slug}`,
  ]
}

function nameAll(codes: readonly string[], labels: Readonly<Record<string, string>>): string {
  return codes.map((code) => labels[code] ?? code).join(', ')
}
