/** Everything that may be taken away, with how much of it there is and since when. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Card, CardList, Page } from '#web/components/index.tsx'
import type { Dataset } from './dataset.types.ts'
import { type DatasetFile, listFiles } from './dataset-file.queries.ts'
import { formatNames, listFormats } from './dataset-format.rules.ts'
import { datasets } from './datasets.ts'
import { LicenceNotice } from './licence.view.tsx'

export const listDatasetsPage = page('/donnees', {
  load: (_, { db }) => listFiles(db),
  allow: everyone,
  isPublic: true,
  view: (files) => <Catalogue files={files} />,
})

function Catalogue({ files }: { files: readonly DatasetFile[] }) {
  return (
    <Page
      title="Données ouvertes"
      lead="Ce que la plateforme sait et que chacun peut emporter, vérifier et réutiliser."
      description="Les jeux de données ouverts des communes du Bénin et de leurs projets numériques."
    >
      <CardList>
        {datasets.map((dataset) => (
          <DatasetCard
            key={dataset.slug}
            dataset={dataset}
            file={files.find((one) => one.dataset === dataset.slug)}
          />
        ))}
      </CardList>
      <h2>{t('Pour les programmes')}</h2>
      <p>
        {t('Le catalogue entier, selon le vocabulaire DCAT-AP :')}{' '}
        <a href="/donnees/catalogue.jsonld">JSON-LD</a>, <a href="/donnees/catalogue.ttl">Turtle</a>
        .
      </p>
      <p>
        <a href="/api">{t('Interface pour les programmes')}</a>
      </p>
      <LicenceNotice />
    </Page>
  )
}

interface CardProps {
  readonly dataset: Dataset
  /** As it was last written; none while nobody asked for it. */
  readonly file: DatasetFile | undefined
}

function DatasetCard({ dataset, file }: CardProps) {
  const { slug, title, summary, standard } = dataset
  const formats = listFormats(dataset).map((format) => formatNames[format])
  const facts = [
    file &&
      t('{count, plural, =0 {aucune ligne} one {# ligne} other {# lignes}}', {
        count: file.rowCount,
      }),
    (formats.length > 0 ? formats : [standard?.name]).join(', '),
    file && t('changé le {date}', { date: formatDate(file.changedAt) }),
  ]
  return (
    <Card title={title} href={`/donnees/${slug}`} meta={facts.filter(Boolean).join(' · ')}>
      <p>{t(summary)}</p>
    </Card>
  )
}
