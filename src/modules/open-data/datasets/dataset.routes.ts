import type { Route } from '#platform/web.ts'
import { datasetFileEndpoint } from './dataset-file.endpoint.ts'
import { listDatasetsPage } from './list-datasets.page.tsx'
import { showDatasetPage } from './show-dataset.page.tsx'

export const datasetRoutes: Route[] = [listDatasetsPage, showDatasetPage, datasetFileEndpoint]
