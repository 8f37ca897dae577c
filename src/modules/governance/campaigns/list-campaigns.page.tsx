/** The campaigns of the association, drafts and all. */
import { formatDate } from '#platform/format.ts'
import { page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { campaignStatusLabels } from './campaign.labels.ts'
import { mayDraftCampaigns } from './campaign.policy.ts'
import { listCampaigns } from './campaign.queries.ts'
import type { Campaign } from './campaign.schema.ts'
import type { CampaignStatus } from './campaign.workflow.ts'
import { campaignAddress, campaignsHome } from './campaign-address.ts'

export const listCampaignsPage = page(campaignsHome, {
  load: (_, { db }) => listCampaigns(db),
  allow: mayDraftCampaigns,
  view: (campaigns) => <ListCampaigns campaigns={campaigns} />,
})

export function CampaignTag({ status }: { status: CampaignStatus }) {
  const { label, tone } = campaignStatusLabels[status]
  return <Tag tone={tone}>{label}</Tag>
}

function ListCampaigns({ campaigns }: { campaigns: readonly Campaign[] }) {
  return (
    <Page
      title="Campagnes"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Faire savoir à des communes choisies qu’une solution, une ressource ou un événement les concerne. L’un écrit, un autre approuve."
    >
      <Actions>
        <ButtonLink href={`${campaignsHome}/nouvelle`}>Préparer une campagne</ButtonLink>
      </Actions>
      {campaigns.length === 0 ? (
        <EmptyState title="Aucune campagne n’est préparée" />
      ) : (
        <Table
          caption="Campagnes"
          isCaptionHidden
          columns={[
            { key: 'title', label: 'Titre' },
            { key: 'reference', label: 'Référence' },
            { key: 'when', label: 'Envoyée le' },
            { key: 'status', label: 'État' },
          ]}
          rows={campaigns.map((campaign) => ({
            title: <a href={campaignAddress(campaign)}>{campaign.title}</a>,
            reference: campaign.reference,
            when: campaign.startedAt ? formatDate(campaign.startedAt) : '—',
            status: <CampaignTag status={campaign.status} />,
          }))}
        />
      )}
    </Page>
  )
}
