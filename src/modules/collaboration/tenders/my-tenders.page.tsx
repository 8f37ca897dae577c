/** The files for formal tenders of the commune acted for. */
import { communeOfficers, getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { EmptyState, Page, Table } from '#web/components/index.tsx'
import { listCommuneTenders } from './tender.queries.ts'
import type { Tender } from './tender.schema.ts'
import { TenderTag } from './tender-body.view.tsx'

export const myTendersPage = page('/espace/marches-formels', {
  load: async (_, { db, actor }) =>
    worksForA(actor, 'commune') ? await listCommuneTenders(db, getOrganisationId(actor)) : [],
  allow: (actor) => worksForA(actor, 'commune', ...communeOfficers),
  view: (tenders) => <MyTenders tenders={tenders} />,
})

const columns = [
  { key: 'title', label: 'Dossier' },
  { key: 'status', label: 'État' },
  { key: 'estimate', label: 'Montant estimé', numeric: true },
]

function MyTenders({ tenders }: { tenders: readonly Tender[] }) {
  return (
    <Page title="Marchés formels" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {tenders.length === 0 ? (
        <EmptyState title="Aucun dossier">
          <p>
            {t('Un dossier se prépare depuis un besoin publié : ')}
            <a href="/espace/besoins">{t('voir les besoins de la commune')}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Dossiers"
          isCaptionHidden
          columns={columns}
          rows={tenders.map((tender) => ({
            title: (
              <a href={`/espace/marches-formels/${tender.id}`}>
                {`${tender.reference} ${tender.title}`}
              </a>
            ),
            status: <TenderTag {...tender} />,
            estimate: tender.estimate ? formatMoney(tender.estimate) : '—',
          }))}
        />
      )}
    </Page>
  )
}
