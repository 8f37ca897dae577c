/** What everybody may take away of the catalogue of solutions. */
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import {
  apdpLabels,
  categoryLabels,
  connectivityLabels,
  domainLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
  maturityLabels,
  serviceLabels,
} from '../labels.ts'
import { type CatalogueEntry, selectEntries } from './catalogue-entry.queries.ts'

function listEntriesAfter(db: Db, solutionId: string | undefined, size: number) {
  const query = selectEntries(db).orderBy('solutionId').limit(size)
  return (solutionId ? query.where('solutionId', '>', solutionId) : query).execute()
}

const what = {
  solution_id: column.text(
    'Identifiant de la solution ; il ne change pas.',
    (one: CatalogueEntry) => one.solutionId,
  ),
  solution: column.text('Nom de la solution.', (one: CatalogueEntry) => one.name),
  nom_court: column.text(
    'Nom court ; sa page est /solutions/{nom_court}.',
    (one: CatalogueEntry) => one.slug,
  ),
  startup_id: column.text('Identifiant de la startup.', (one: CatalogueEntry) => one.startupId),
  startup: column.text('Nom de la startup.', (one: CatalogueEntry) => one.startupName),
  resume: column.written('Ce qu’elle fait, en une phrase.', (one: CatalogueEntry) => one.summary),
  domaines: column.codes('Domaines.', domainLabels, (one: CatalogueEntry) => one.domains),
  services: column.codes(
    'Services municipaux couverts.',
    serviceLabels,
    (one: CatalogueEntry) => one.services,
  ),
  langues: column.codes('Langues.', languageLabels, (one: CatalogueEntry) => one.languages),
  categories: column.codes(
    'Catégories de communes visées.',
    categoryLabels,
    (one: CatalogueEntry) => one.categories,
  ),
}

const needs = {
  maturite: column.code('Maturité.', maturityLabels, (one: CatalogueEntry) => one.maturity),
  connexion: column.code(
    'Connexion minimale.',
    connectivityLabels,
    (one: CatalogueEntry) => one.minConnectivity,
  ),
  hors_ligne: column.yesNo('Fonctionne sans connexion.', (one: CatalogueEntry) => one.worksOffline),
  hebergement: column.code(
    'Lieu d’hébergement.',
    hostingLabels,
    (one: CatalogueEntry) => one.hosting,
  ),
  licence: column.code('Licence.', licenceLabels, (one: CatalogueEntry) => one.licence),
  donnees_personnelles: column.yesNo(
    'Traite des données personnelles.',
    (one: CatalogueEntry) => one.handlesPersonalData,
  ),
  apdp: column.code(
    'Où en est la déclaration à l’APDP.',
    apdpLabels,
    (one: CatalogueEntry) => one.apdpStatus,
  ),
}

const prices = {
  prix_mise_en_place: column.amount('Mise en place.', (one: CatalogueEntry) => one.priceSetup),
  prix_annuel: column.amount('Par an.', (one: CatalogueEntry) => one.priceYearly),
  prix_par_habitant: column.amount(
    'Par habitant et par an.',
    (one: CatalogueEntry) => one.pricePerInhabitant,
  ),
  prix_par_utilisateur: column.amount(
    'Par utilisateur et par an.',
    (one: CatalogueEntry) => one.pricePerUser,
  ),
  usages_confirmes: column.count(
    'Communes qui ont confirmé elles-mêmes s’en servir.',
    (one: CatalogueEntry) => one.confirmedUses,
  ),
  avis: column.count('Nombre d’avis de communes.', (one: CatalogueEntry) => one.ratingCount),
  note_moyenne: column.decimal(
    'Moyenne des avis.',
    'de 1 à 5',
    (one: CatalogueEntry) => one.ratingAverage,
  ),
  publiee_le: column.moment('Au catalogue depuis.', (one: CatalogueEntry) => one.publishedAt),
}

export const publishedSolutions = publishTable<CatalogueEntry>({
  columns: { ...what, ...needs, ...prices },
  idOf: ({ solutionId }) => solutionId,
  readRows: (source) =>
    readPublic<CatalogueEntry>(source, (own, last) => listEntriesAfter(own, last?.solutionId, 500)),
})
