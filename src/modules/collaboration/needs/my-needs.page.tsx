/** The needs of the commune acted for, whatever their status, and the button that starts a new one. */

import { z } from 'zod'
import { getCommuneFacts } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, page, seeOther } from '#platform/web.ts'
import { ActionButton, EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { startNeed } from './need.actions.ts'
import { needStatusLabels } from './need.labels.ts'
import { mayStartNeed } from './need.policy.ts'
import { listCommuneNeeds } from './need.queries.ts'
import type { Need } from './need.schema.ts'

export const myNeedsPage = page('/espace/besoins', {
  load: (_, { db, actor }) => listCommuneNeeds(db, getOrganisationId(actor)),
  allow: mayStartNeed,
  view: (needs, { actor }) => <MyNeeds needs={needs} mayStart={mayStartNeed(actor, null)} />,
})

/** What the commune has told of itself is filled in, so that nobody types it twice. */
export const startNeedAction = action('/espace/besoins/nouveau', {
  load: () => null,
  allow: mayStartNeed,
  input: z.object({}),
  back: () => '/espace/besoins',
  act: async (_, __, context) => {
    const facts = await getCommuneFacts(context.db, getOrganisationId(context.actor))
    const need = await startNeed(context, {
      population: facts.population,
      connectivity: facts.profile?.connectivity ?? null,
      workstations: facts.profile?.workstations ?? null,
      itStaff: facts.profile?.itStaff ?? null,
      languages: facts.profile?.languages ?? ['fr'],
    })
    return seeOther(`/espace/besoins/${need.id}/etapes/problem`)
  },
})

function MyNeeds({ needs, mayStart }: { needs: readonly Need[]; mayStart: boolean }) {
  return (
    <Page
      title="Les besoins de la commune"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {mayStart && <ActionButton action="/espace/besoins/nouveau" label="Exprimer un besoin" />}
      {needs.length === 0 ? (
        <EmptyState title="Aucun besoin pour l’instant">
          <p>
            {t(
              'Décrivez un problème de la commune, sans penser encore à un produit : Cauri vous guide en cinq étapes, et enregistre à chaque pas.',
            )}
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Besoins de la commune"
          columns={[
            { key: 'title', label: 'Besoin' },
            { key: 'reference', label: 'Référence' },
            { key: 'status', label: 'État' },
            { key: 'updated', label: 'Modifié le' },
          ]}
          rows={needs.map(toRow)}
        />
      )}
    </Page>
  )
}

function toRow(need: Need) {
  const status = needStatusLabels[need.status]
  return {
    title: <a href={`/espace/besoins/${need.id}`}>{need.title || t('Besoin sans titre')}</a>,
    reference: need.reference ?? '—',
    status: <Tag tone={status.tone}>{t(status.label)}</Tag>,
    updated: formatDate(need.updatedAt),
  }
}
