/** One dataset: what it holds, its files and how to check them, what each field means. */

import { orNotFound } from '#platform/errors.ts'
import { formatDateTime, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, Page } from '#web/components/index.tsx'
import { frequencyLabels } from './dataset.labels.ts'
import type { Dataset } from './dataset.types.ts'
import { type DatasetFile, listFiles } from './dataset-file.queries.ts'
import { DoorList, FileTable } from './dataset-files.view.tsx'
import { datasets } from './datasets.ts'
import { FieldTable } from './field-table.view.tsx'
import { LicenceNotice } from './licence.view.tsx'

interface Shown {
  readonly dataset: Dataset
  readonly files: readonly DatasetFile[]
  readonly origin: string
}

export const showDatasetPage = page('/donnees/:slug', {
  load: async ({ slug }, { db, platform }): Promise<Shown> => ({
    dataset: orNotFound(datasets.find((one) => one.slug === slug)),
    files: (await listFiles(db)).filter((file) => file.dataset === slug),
    origin: platform.config.origin,
  }),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowDataset {...shown} />,
})

function ShowDataset({ dataset, files, origin }: Shown) {
  const { title, summary, table } = dataset
  return (
    <Page
      title={title}
      lead={summary}
      description={summary}
      breadcrumbs={[{ label: 'Données ouvertes', href: '/donnees' }]}
      wide
    >
      <DefinitionList items={listFacts(dataset, files)} />
      <h2>{t('Fichiers')}</h2>
      {table && <FileTable dataset={dataset} files={files} />}
      <DoorList dataset={dataset} />
      <h2>{t('Citer ce jeu de données')}</h2>
      <p lang="fr">{cite(dataset, files, origin)}</p>
      <LicenceNotice />
      {table && <FieldTable fields={table.fields} />}
    </Page>
  )
}

function listFacts(dataset: Dataset, files: readonly DatasetFile[]) {
  const { holds, source, frequency, page, standard } = dataset
  const [file] = files
  return [
    { term: 'Contenu', value: <span lang="fr">{holds}</span> },
    { term: 'Source', value: <span lang="fr">{source}</span> },
    ...(standard ? [{ term: 'Norme', value: <a href={standard.url}>{standard.name}</a> }] : []),
    { term: 'Mise à jour', value: t(frequencyLabels[frequency]) },
    ...(file
      ? [
          { term: 'Dernier changement', value: formatDateTime(file.changedAt) },
          { term: 'Dernière vérification', value: formatDateTime(file.checkedAt) },
          { term: 'Nombre de lignes', value: formatNumber(file.rowCount) },
        ]
      : []),
    { term: 'À lire sur le site', value: <a href={page}>{page}</a> },
  ]
}

/** As a reader writes it under a table or a map. */
function cite({ slug, title }: Dataset, [file]: readonly DatasetFile[], origin: string): string {
  const state = file ? `, état du ${file.changedAt.toISOString().slice(0, 10)}` : ''
  return `ANCB, Cauri, « ${title} »${state}, ${origin}/donnees/${slug}`
}
