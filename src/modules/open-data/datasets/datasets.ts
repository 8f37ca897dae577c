/** Every set of open data, in the order in which the catalogue lists them. */
import { ocdsDatasets } from '../ocds/ocds-datasets.facts.ts'
import { collaborationDatasets } from './collaboration-datasets.facts.ts'
import type { Dataset } from './dataset.types.ts'
import { directoryDatasets } from './directory-datasets.facts.ts'
import { governanceDatasets } from './governance-datasets.facts.ts'
import { planningDatasets } from './planning-datasets.facts.ts'
import { serviceDatasets } from './service-datasets.facts.ts'

export const datasets: readonly Dataset[] = [
  ...directoryDatasets,
  ...collaborationDatasets,
  ...serviceDatasets,
  ...planningDatasets,
  ...governanceDatasets,
  ...ocdsDatasets,
]
