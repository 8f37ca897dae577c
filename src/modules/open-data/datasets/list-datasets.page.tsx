/** Everything that may be taken away. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Card, CardList, Page } from '#web/components/index.tsx'
import type { Dataset } from './dataset.types.ts'
import { datasets } from './datasets.ts'

export const listDatasetsPage = page('/donnees', {
  load: () => datasets,
  allow: everyone,
  isPublic: true,
  view: (found) => <Catalogue datasets={found} />,
})

function Catalogue({ datasets }: { datasets: readonly Dataset[] }) {
  return (
    <Page
      title="Données ouvertes"
      lead="Ce que la plateforme sait et que chacun peut emporter, vérifier et réutiliser."
    >
      <CardList>
        {datasets.map(({ slug, title, summary, page }) => (
          <Card key={slug} title={title} href={page}>
            <p>{t(summary)}</p>
          </Card>
        ))}
      </CardList>
    </Page>
  )
}
