/** The questions a commune asked its peers, and those it was asked. */

import { listOrganisationNames } from '#modules/identity/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { peerStatusLabels } from './peer.labels.ts'
import { mayAskPeer } from './peer.policy.ts'
import { listEnquiries } from './peer.queries.ts'
import type { PeerEnquiry } from './peer.schema.ts'

interface Listing {
  readonly enquiries: readonly PeerEnquiry[]
  readonly names: ReadonlyMap<string, string>
}

export const listPeersPage = page('/espace/pairs', {
  load: loadListing,
  allow: mayAskPeer,
  view: (listing, { actor }) => <Peers {...listing} communeId={getOrganisationId(actor)} />,
})

async function loadListing(_: unknown, { db, actor }: Context): Promise<Listing> {
  const enquiries = await listEnquiries(db, getOrganisationId(actor))
  const ids = enquiries.flatMap((enquiry) => [enquiry.askingCommuneId, enquiry.askedCommuneId])
  return { enquiries, names: await listOrganisationNames(db, ids) }
}

function Peers({ enquiries, names, communeId }: Listing & { communeId: string }) {
  return (
    <Page title="Échanges entre communes" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {enquiries.length === 0 ? (
        <EmptyState title="Aucun échange pour l’instant">
          <p>
            {t(
              'Ouvrez la page d’une solution : les communes qui l’utilisent y sont nommées, et vous pouvez leur poser une question.',
            )}{' '}
            <a href="/solutions">{t('Voir les solutions')}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Échanges entre communes"
          columns={[
            { key: 'reference', label: 'Référence' },
            { key: 'other', label: 'Commune' },
            { key: 'solution', label: 'Solution' },
            { key: 'status', label: 'État' },
            { key: 'updated', label: 'Dernier message' },
          ]}
          rows={enquiries.map((enquiry) => toRow(enquiry, names, communeId))}
        />
      )}
    </Page>
  )
}

function toRow(enquiry: PeerEnquiry, names: ReadonlyMap<string, string>, communeId: string) {
  const isAsking = enquiry.askingCommuneId === communeId
  const { label, tone } = peerStatusLabels[enquiry.status]
  return {
    reference: <a href={`/espace/pairs/${enquiry.id}`}>{enquiry.reference}</a>,
    other: names.get(isAsking ? enquiry.askedCommuneId : enquiry.askingCommuneId) ?? '',
    solution: enquiry.solutionName,
    status: <Tag tone={tone}>{t(label)}</Tag>,
    updated: formatDate(enquiry.updatedAt),
  }
}
