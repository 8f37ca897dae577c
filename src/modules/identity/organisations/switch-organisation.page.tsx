/** The organisations a person may act for, and the explicit choice of one. */

import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { action, page, seeOther } from '#platform/web.ts'
import { ActionButton, EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { switchTo } from './organisation.actions.ts'
import { listMemberships } from './organisation.queries.ts'
import { kindLabels, roleLabels } from './role.labels.ts'

const path = '/espace/organisations'

export const switchOrganisationPage = page(path, {
  load: (_, { db, actor }) => listMemberships(db, actor.id ?? ''),
  allow: signedIn,
  view: (memberships, { actor }) => (
    <Page title="Pour qui agissez-vous ?" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {memberships.length === 0 ? (
        <EmptyState title="Vous n’appartenez à aucune organisation">
          <p>{t('Inscrivez votre startup, ou demandez à votre commune de vous inviter.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Mes organisations"
          columns={[
            { key: 'name', label: 'Organisation' },
            { key: 'role', label: 'Rôle' },
            { key: 'act', label: 'Action' },
          ]}
          rows={memberships.map(({ id, organisation, role }) => ({
            name: `${organisation.name} (${t(kindLabels[organisation.kind])})`,
            role: t(roleLabels[role]),
            act:
              organisation.id === actor.organisation?.id && role === actor.role ? (
                <Tag tone="success">{t('En cours')}</Tag>
              ) : (
                <ActionButton
                  action={path}
                  label="Agir pour elle"
                  kind="quiet"
                  fields={{ membershipId: id }}
                />
              ),
          }))}
        />
      )}
      {actor.organisation && (
        <ActionButton
          action={path}
          label="Agir en mon nom, comme usager"
          kind="quiet"
          fields={{ membershipId: '' }}
        />
      )}
    </Page>
  ),
})

export const switchOrganisationAction = action(path, {
  load: () => null,
  allow: signedIn,
  input: z.object({ membershipId: z.union([z.uuid(), z.literal('')]) }),
  back: () => path,
  act: async (_, { membershipId }, context) => {
    await switchTo(context, membershipId || null)
    return seeOther('/espace', 'C’est noté : vous agissez maintenant à ce titre.')
  },
})
