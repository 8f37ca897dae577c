/** The catalogue of open data in the words of DCAT-AP 3, made of the very descriptions that its pages show. */
import { openLicence } from '#platform/tables/open-licence.ts'
import { formatMediaTypes, type TableFormat } from '#platform/tables/write-published.ts'
import type { Dataset, Door, Frequency } from '../datasets/dataset.types.ts'
import type { DatasetFile } from '../datasets/dataset-file.queries.ts'
import { fileAddress, formatNames, listFormats } from '../datasets/dataset-format.rules.ts'
import type { LinkedNode, LinkedValue } from './linked-node.types.ts'

const authority = 'http://publications.europa.eu/resource/authority'
const frequencies: Readonly<Record<Frequency, string>> = {
  continuous: 'CONT',
  daily: 'DAILY',
  irregular: 'IRREG',
}
const fileTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  geojson: 'GEOJSON',
}

const refer = (id: string): LinkedNode => ({ '@id': id })
const say = (text: string): LinkedValue => ({ '@value': text, '@language': 'fr' })
const type = (value: string, name: string): LinkedValue => ({
  '@value': value,
  '@type': `xsd:${name}`,
})
const french = refer(`${authority}/language/FRA`)
const benin = refer(`${authority}/country/BEN`)
const rights: LinkedNode = {
  '@type': 'dct:RightsStatement',
  'rdfs:label': say(openLicence.terms),
}

/** The association, which answers for the platform. */
const describePublisher = (origin: string): LinkedNode => ({
  '@id': `${origin}/donnees#ancb`,
  '@type': 'foaf:Agent',
  'foaf:name': say('Association nationale des communes du Bénin (ANCB)'),
})

interface Catalogued {
  readonly origin: string
  readonly datasets: readonly Dataset[]
  readonly files: readonly DatasetFile[]
}

export function describeCatalogue({ origin, datasets, files }: Catalogued): LinkedNode {
  const changed = files.map(({ changedAt }) => changedAt.toISOString()).toSorted()
  const last = changed.at(-1)
  return {
    '@id': `${origin}/donnees`,
    '@type': 'dcat:Catalog',
    'dct:title': say('Données ouvertes de Cauri'),
    'dct:description': say(
      'Les jeux de données ouverts de la plateforme où les communes du Bénin et les startups numériques se rencontrent.',
    ),
    'dct:publisher': describePublisher(origin),
    'dct:language': french,
    'dct:spatial': benin,
    'dct:rights': rights,
    ...(last && { 'dct:modified': type(last, 'dateTime') }),
    'foaf:homepage': refer(`${origin}/donnees`),
    'dcat:themeTaxonomy': refer(`${authority}/data-theme`),
    'dcat:dataset': datasets.map((dataset) =>
      describeDataset(
        dataset,
        files.filter((file) => file.dataset === dataset.slug),
        origin,
      ),
    ),
  }
}

function describeDataset(
  dataset: Dataset,
  files: readonly DatasetFile[],
  origin: string,
): LinkedNode {
  const { slug, title, summary, holds, source, keywords, theme, frequency, standard } = dataset
  const page = `${origin}/donnees/${slug}`
  const [file] = files
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': type(page, 'anyURI'),
    'dct:title': say(title),
    'dct:description': say(`${summary} ${holds}`),
    'dcat:keyword': keywords.map(say),
    'dcat:theme': refer(`${authority}/data-theme/${theme}`),
    'dct:publisher': refer(`${origin}/donnees#ancb`),
    'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'rdfs:label': say(source) },
    'dct:accrualPeriodicity': refer(`${authority}/frequency/${frequencies[frequency]}`),
    'dct:language': french,
    'dct:spatial': benin,
    ...(file && { 'dct:modified': type(file.changedAt.toISOString(), 'dateTime') }),
    ...(standard && { 'dct:conformsTo': { '@id': standard.url, '@type': 'dct:Standard' } }),
    'dcat:landingPage': refer(page),
    'dcat:distribution': [
      ...listFormats(dataset).map((format) => describeFile(dataset, format, files, origin)),
      ...dataset.doors.map((door) => describeDoor(door, origin)),
    ],
  }
}

function describeFile(
  { slug, title }: Dataset,
  format: TableFormat,
  files: readonly DatasetFile[],
  origin: string,
): LinkedNode {
  const address = `${origin}${fileAddress(slug, format)}`
  const file = files.find((one) => one.format === format)
  return {
    '@id': `${address}#fichier`,
    '@type': 'dcat:Distribution',
    'dct:title': say(`${title} (${formatNames[format]})`),
    'dcat:accessURL': refer(address),
    'dcat:downloadURL': refer(address),
    'dct:format': refer(`${authority}/file-type/${fileTypes[format]}`),
    'dcat:mediaType': refer(mediaTypeAddress(formatMediaTypes[format])),
    'dct:rights': rights,
    ...(file && {
      'dct:modified': type(file.changedAt.toISOString(), 'dateTime'),
      'dcat:byteSize': type(String(file.sizeBytes), 'nonNegativeInteger'),
      'spdx:checksum': describeChecksum(file.sha256),
    }),
  }
}

const describeChecksum = (sha256: string): LinkedNode => ({
  '@type': 'spdx:Checksum',
  'spdx:algorithm': refer('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
  'spdx:checksumValue': type(sha256, 'hexBinary'),
})

/** What is read as it stands has no size and no checksum. */
function describeDoor({ title, address, mediaType }: Door, origin: string): LinkedNode {
  return {
    '@id': `${origin}${address}#acces`,
    '@type': 'dcat:Distribution',
    'dct:title': say(title),
    'dcat:accessURL': refer(`${origin}${address}`),
    'dcat:mediaType': refer(mediaTypeAddress(mediaType)),
    'dct:rights': rights,
  }
}

const mediaTypeAddress = (mediaType: string) =>
  `http://www.iana.org/assignments/media-types/${mediaType}`
