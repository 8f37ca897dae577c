/** The proposals of the startup acted for. */
import { getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { proposalStatusLabels } from './proposal.labels.ts'
import { listOwnProposals, type OwnProposalLine } from './proposal.queries.ts'

export const myProposalsPage = page('/espace/propositions', {
  load: async (_, { db, actor }) =>
    worksForA(actor, 'startup') ? listOwnProposals(db, getOrganisationId(actor)) : [],
  allow: (actor) => worksForA(actor, 'startup'),
  view: (proposals) => <MyProposals proposals={proposals} />,
})

const columns = [
  { key: 'call', label: 'Appel' },
  { key: 'status', label: 'Notre proposition' },
  { key: 'deadline', label: 'Date limite' },
]

function MyProposals({ proposals }: { proposals: readonly OwnProposalLine[] }) {
  return (
    <Page title="Nos propositions" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {proposals.length === 0 ? (
        <EmptyState title="Aucune proposition">
          <p>
            {t('Une proposition se prépare depuis un appel ouvert : ')}
            <a href="/appels?ouverts=on">{t('voir les appels')}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Propositions"
          isCaptionHidden
          columns={columns}
          rows={proposals.map(({ reference, title, status, hasDraft, deadline }) => ({
            call: <a href={`/appels/${reference}/ma-proposition`}>{`${reference} — ${title}`}</a>,
            status: (
              <>
                <Tag tone={proposalStatusLabels[status].tone}>
                  {t(proposalStatusLabels[status].label)}
                </Tag>
                {hasDraft && status !== 'draft' && ` ${t('avec un brouillon')}`}
              </>
            ),
            deadline: formatDateTime(deadline),
          }))}
        />
      )}
    </Page>
  )
}
