/** What everybody may take away of communes: the 77, where they are, how many live there. */
import type { Geometry } from 'geojson'
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic, toPoint } from '#platform/tables/published-table.ts'
import { categoryLabels } from '../labels.ts'
import type { Polygons } from './import/boundary-file.rules.ts'

type Published = Awaited<ReturnType<typeof listCommunesAfter>>[number]

/** A few at a time: the limits of a commune may be long. */
function listCommunesAfter(db: Db, code: string, size: number) {
  return db
    .selectFrom('directory.commune as commune')
    .innerJoin('directory.department as department', 'department.code', 'commune.departmentCode')
    .leftJoin('directory.communeBoundary as boundary', 'boundary.communeId', 'commune.id')
    .select(['commune.code', 'commune.slug', 'commune.name', 'commune.departmentCode'])
    .select(['department.name as departmentName', 'commune.category', 'commune.categorySince'])
    .select(['commune.population', 'commune.households', 'commune.populationYear'])
    .select(['commune.arrondissements', 'commune.villages', 'commune.isDepartmentSeat'])
    .select(['commune.latitude', 'commune.longitude'])
    .select(['boundary.source', sql<Polygons | null>`boundary.polygons`.as('polygons')])
    .where('commune.code', '>', code)
    .orderBy('commune.code')
    .limit(size)
    .execute()
}

export const publishedCommunes = publishTable<Published>({
  columns: {
    code: column.text('Code de la commune (INStaD).', ({ code }) => code),
    commune: column.text('Nom de la commune.', ({ name }) => name),
    nom_court: column.text(
      'Nom court ; la page de la commune est /communes/{nom_court}.',
      ({ slug }) => slug,
    ),
    code_departement: column.text(
      'Code du département (INStaD).',
      ({ departmentCode }) => departmentCode,
    ),
    departement: column.text('Nom du département.', ({ departmentName }) => departmentName),
    categorie: column.code(
      'Catégorie de la commune (décret 2022-320).',
      categoryLabels,
      ({ category }) => category,
    ),
    categorie_depuis: column.day(
      'Depuis quand elle est de cette catégorie.',
      ({ categorySince }) => categorySince,
    ),
    population: column.whole('Population.', 'habitants', ({ population }) => population),
    menages: column.count('Nombre de ménages.', ({ households }) => households),
    annee_population: column.count(
      'Année du recensement ou du fichier dont vient la population.',
      ({ populationYear }) => populationYear,
    ),
    arrondissements: column.count(
      'Nombre d’arrondissements.',
      ({ arrondissements }) => arrondissements,
    ),
    villages: column.count(
      'Nombre de villages et de quartiers de ville.',
      ({ villages }) => villages,
    ),
    chef_lieu: column.yesNo(
      'La commune est le chef-lieu de son département.',
      ({ isDepartmentSeat }) => isDepartmentSeat,
    ),
    latitude: column.degrees('Latitude du chef-lieu.', ({ latitude }) => latitude),
    longitude: column.degrees('Longitude du chef-lieu.', ({ longitude }) => longitude),
    source_limites: column.text(
      'D’où viennent les limites dessinées sur la carte ; vide quand la carte n’a qu’un point.',
      ({ source }) => source,
    ),
  },
  idOf: ({ code }) => code,
  locate: ({ polygons, latitude, longitude }) =>
    polygons === null
      ? toPoint(latitude, longitude)
      : ({ type: 'MultiPolygon', coordinates: polygons } as unknown as Geometry),
  readRows: (source) =>
    readPublic<Published>(source, (own, last) => listCommunesAfter(own, last?.code ?? '', 10)),
})
