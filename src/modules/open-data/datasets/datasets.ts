/** Every set of open data, in the order in which the catalogue lists them. */
import type { Dataset } from './dataset.types.ts'
import { planningDatasets } from './planning-datasets.facts.ts'
import { serviceDatasets } from './service-datasets.facts.ts'

export const datasets: readonly Dataset[] = [...serviceDatasets, ...planningDatasets]
