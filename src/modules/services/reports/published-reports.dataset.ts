/** What everybody may take away of reports: each as it is public (decision 0047). */
import { type CommunePlace, listCommunePlaces } from '#modules/directory/index.ts'
import { type Column, publishTable, readPublic, toPoint } from '#platform/tables/published-table.ts'
import { categoryNames, nameCategory } from './category.facts.ts'
import { listPublicReports, type PublicLine } from './public-report.queries.ts'
import { reportStatusLabels } from './report.labels.ts'

interface Published {
  readonly line: PublicLine
  readonly commune: CommunePlace | undefined
}

const what: Readonly<Record<string, Column<Published>>> = {
  numero: {
    ...{ kind: 'text', meaning: 'Numéro du signalement ; sa page est /signalements/{numero}.' },
    read: ({ line }) => line.reference,
  },
  commune: {
    ...{ kind: 'text', meaning: 'Nom de la commune.' },
    read: ({ commune }) => commune?.name ?? '',
  },
  departement: {
    ...{ kind: 'text', meaning: 'Nom du département.' },
    read: ({ commune }) => commune?.departmentName ?? '',
  },
  categorie: {
    ...{ kind: 'code', meaning: 'Genre de problème.', codes: categoryNames },
    read: ({ line }) => line.category,
  },
  probleme: {
    ...{ kind: 'text', meaning: 'Le même genre, en toutes lettres.' },
    read: ({ line }) => nameCategory(line.category),
  },
  etat: {
    ...{ kind: 'code', meaning: 'Où en est le signalement.', codes: reportStatusLabels },
    read: ({ line }) => line.status,
  },
  libelle_etat: {
    ...{ kind: 'text', meaning: 'Le même état, en toutes lettres.' },
    read: ({ line }) => reportStatusLabels[line.status],
  },
  regroupe_avec: {
    ...{ kind: 'text', meaning: 'Numéro du signalement avec lequel celui-ci fut regroupé.' },
    read: ({ line }) => line.mergedInto,
  },
}

const where: Readonly<Record<string, Column<Published>>> = {
  arrondissement: {
    ...{ kind: 'text', meaning: 'Arrondissement, quand il fut donné.' },
    read: ({ line }) => line.arrondissement,
  },
  quartier: {
    ...{ kind: 'text', meaning: 'Quartier, une fois relu par la mairie.' },
    read: ({ line }) => line.quartier,
  },
  texte: {
    ...{ kind: 'text', meaning: 'Ce qui fut écrit, une fois relu, coordonnées masquées.' },
    read: ({ line }) => line.description,
  },
  reponse: {
    ...{ kind: 'text', meaning: 'La dernière réponse publique de la mairie.' },
    read: ({ line }) => line.answer,
  },
  latitude_arrondie: {
    ...{ kind: 'decimal', unit: 'degrés (WGS 84)', isCoordinate: true },
    meaning: 'Latitude, arrondie pour ne désigner personne.',
    read: ({ line }) => line.latitude,
  },
  longitude_arrondie: {
    ...{ kind: 'decimal', unit: 'degrés (WGS 84)', isCoordinate: true },
    meaning: 'Longitude, arrondie pour ne désigner personne.',
    read: ({ line }) => line.longitude,
  },
}

const when: Readonly<Record<string, Column<Published>>> = {
  moi_aussi: {
    ...{ kind: 'integer', meaning: 'Combien d’autres personnes ont vu le même problème.' },
    read: ({ line }) => line.supports,
  },
  recu_le: {
    ...{ kind: 'moment', meaning: 'Quand la mairie l’a reçu.' },
    read: ({ line }) => line.receivedAt,
  },
  premiere_reponse_le: {
    ...{ kind: 'moment', meaning: 'Quand la mairie a répondu pour la première fois.' },
    read: ({ line }) => line.answeredAt,
  },
  fini_le: {
    ...{ kind: 'moment', meaning: 'Quand il fut réglé, rejeté ou regroupé.' },
    read: ({ line }) => line.closedAt,
  },
}

export const publishedReports = publishTable<Published>({
  columns: { ...what, ...where, ...when },
  idOf: ({ line }) => line.reference,
  locate: ({ line }) => toPoint(line.latitude, line.longitude),
  /** Narrowed by `commune`, its short name: nothing for one that is not known. */
  readRows: async function* (source, { commune: asked = '' }) {
    const places = await listCommunePlaces(source.db)
    const communeId = places.find(({ slug }) => slug === asked)?.id
    if (asked !== '' && communeId === undefined) return
    const communes = new Map(places.map((place) => [place.id, place]))
    const lines = readPublic<PublicLine>(source, (own, last) =>
      listPublicReports(own, { ...(communeId && { communeId }) }, cursorAfter(last), 1000),
    )
    for await (const line of lines) yield { line, commune: communes.get(line.communeId) }
  },
})

const cursorAfter = (last: PublicLine | null) =>
  last && { publishedAt: last.receivedAt.toISOString(), id: last.reportId }
