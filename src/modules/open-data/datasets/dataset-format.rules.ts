/** In which files a dataset is given, and how each is called. */
import { type TableFormat, tableFormats } from '#platform/tables/write-published.ts'
import type { Dataset } from './dataset.types.ts'

export const formatNames: Readonly<Record<TableFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  geojson: 'GeoJSON',
}

export function listFormats({ table }: Pick<Dataset, 'table'>): TableFormat[] {
  if (!table) return []
  return tableFormats.filter((format) => format !== 'geojson' || table.isMapped)
}

export function fileAddress(slug: string, format: TableFormat): string {
  return `/donnees/${slug}/${slug}.${format}`
}
