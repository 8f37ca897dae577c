/** The organisations a person may act for, and the explicit choice of one. */
import { z } from 'zod'
import { type Actor, getPersonId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, signedIn } from '#platform/policy.ts'
import { action, page, seeOther } from '#platform/web.ts'
import { ActionButton, EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { switchTo } from './organisation.actions.ts'
import { listMemberships, type Membership } from './organisation.queries.ts'
import { kindLabels, roleLabels } from './role.labels.ts'

const path = '/espace/organisations'

export const switchOrganisationPage = page(path, {
  load: (_, { db, actor }) => listMemberships(db, getPersonId(actor)),
  allow: signedIn,
  view: (memberships, { actor }) => (
    <Page
      title="Pour qui agissez-vous ?"
      lead="Ce que vous écrivez et décidez l’est au nom de l’organisation choisie ici."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {memberships.length > 0 ? (
        <MembershipTable memberships={memberships} actor={actor} />
      ) : (
        <NoOrganisation />
      )}
      {actor.organisation && (
        <ActionButton
          action={path}
          label="Agir en mon nom, comme usager"
          fields={{ membershipId: '' }}
        />
      )}
      {associationStaff(actor, null) && (
        <p>
          <a href={`${path}/toutes`}>{t('Toutes les organisations')}</a>
        </p>
      )}
    </Page>
  ),
})

function NoOrganisation() {
  return (
    <EmptyState
      title="Vous n’appartenez à aucune organisation"
      action={{ label: 'Inscrire une startup', href: '/startups/inscrire' }}
    >
      <p>{t('Pour agir au nom d’une commune, demandez à sa direction de vous inviter.')}</p>
    </EmptyState>
  )
}

function MembershipTable({ memberships, actor }: { memberships: Membership[]; actor: Actor }) {
  const isCurrent = ({ organisation, role }: Membership) =>
    organisation.id === actor.organisation?.id && role === actor.role
  return (
    <Table
      caption="Mes organisations"
      isCaptionHidden
      columns={[
        { key: 'name', label: 'Organisation' },
        { key: 'kind', label: 'Type' },
        { key: 'role', label: 'Rôle' },
        { key: 'act', label: 'Action' },
      ]}
      rows={memberships.map((membership) => ({
        name: membership.organisation.name,
        kind: t(kindLabels[membership.organisation.kind]),
        role: t(roleLabels[membership.role]),
        act: isCurrent(membership) ? (
          <Tag tone="success">En cours</Tag>
        ) : (
          <ActionButton
            action={path}
            label="Agir pour elle"
            fields={{ membershipId: membership.id }}
          />
        ),
      }))}
    />
  )
}

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
