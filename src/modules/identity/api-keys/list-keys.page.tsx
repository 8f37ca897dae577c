/** The keys of an organisation: what each may do, until when, when it last served. */

import { z } from 'zod'
import { formatDate, formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  EmptyState,
  Page,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { getOrganisation, type Organisation } from '../organisations/organisation.queries.ts'
import { revokeKey } from './api-key.actions.ts'
import { nameScopes, stateLabels } from './api-key.labels.ts'
import { mayMakeKeys, mayRevokeKeys } from './api-key.policy.ts'
import { type ApiKey, getKey, listKeys } from './api-key.queries.ts'
import { findKeyState } from './api-key.rules.ts'
import { listScopesOf } from './scope.lists.ts'

export const keysOf = (organisationId: string) => `/espace/organisations/${organisationId}/cles`

const routePath = '/espace/organisations/:organisationId/cles'

export const listKeysPage = page(routePath, {
  load: async ({ organisationId }, { db }) => ({
    organisation: await getOrganisation(db, organisationId),
    keys: await listKeys(db, organisationId),
  }),
  allow: mayRevokeKeys,
  view: (shown, { actor, now }) => (
    <Keys {...shown} mayMake={mayMakeKeys(actor, shown)} now={now} />
  ),
})

interface Props {
  readonly organisation: Organisation
  readonly keys: readonly ApiKey[]
  readonly mayMake: boolean
  readonly now: Date
}

function Keys({ organisation, keys, mayMake, now }: Props) {
  const hasScopes = listScopesOf(organisation.kind).length > 0
  return (
    <Page
      title="Clés d’accès des systèmes"
      kicker={organisation.name}
      lead="Une clé laisse un autre logiciel agir pour l’organisation, dans les limites que vous choisissez. Ce qu’il fait est noté au nom de la clé."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      wide
    >
      {keys.length > 0 ? (
        <KeyTable {...{ organisation, keys, now }} />
      ) : (
        <EmptyState title="Aucun système n’agit pour l’organisation" />
      )}
      {hasScopes && <Guides {...{ organisation }} />}
      {mayMake && hasScopes && (
        <Actions>
          <ButtonLink href={`${keysOf(organisation.id)}/nouvelle`}>Créer une clé</ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Clé' },
  { key: 'scopes', label: 'Droits' },
  { key: 'until', label: 'Valable jusqu’au' },
  { key: 'used', label: 'Dernière utilisation' },
  { key: 'state', label: 'État' },
  { key: 'act', label: 'Action' },
]

function KeyTable({ organisation, keys, now }: Omit<Props, 'mayMake'>) {
  return (
    <Table
      caption="Clés, la plus récente d’abord"
      isCaptionHidden
      columns={columns}
      rows={keys.map((key) => ({
        name: <KeyName apiKey={key} />,
        scopes: nameScopes(key.scopes),
        until: formatDate(key.expiresAt),
        used: key.lastUsedAt ? formatDateTime(key.lastUsedAt) : t('Jamais'),
        state: <KeyStateTag apiKey={key} now={now} />,
        act: key.revokedAt === null && <RevokeButton apiKey={key} organisation={organisation} />,
      }))}
    />
  )
}

function KeyName({ apiKey: { name, hint, createdBy, createdAt } }: { apiKey: ApiKey }) {
  return (
    <>
      {name}
      <p class="meta">
        <code>{hint}…</code>{' '}
        {t('créée par {name} le {date}', { name: createdBy, date: formatDate(createdAt) })}
      </p>
    </>
  )
}

function KeyStateTag({ apiKey, now }: { readonly apiKey: ApiKey; readonly now: Date }) {
  const { label, tone } = stateLabels[findKeyState(apiKey, now)]
  return <Tag tone={tone}>{label}</Tag>
}

interface RevokeProps {
  readonly apiKey: ApiKey
  readonly organisation: Organisation
}

function RevokeButton({ apiKey: { id, name }, organisation }: RevokeProps) {
  return (
    <ActionButton
      action={`${keysOf(organisation.id)}/revoquer`}
      label="Révoquer"
      fields={{ keyId: id }}
      confirm={t('Tout système qui utilise la clé « {name} » s’arrêtera aussitôt.', { name })}
    />
  )
}

function Guides({ organisation }: Pick<Props, 'organisation'>) {
  return (
    <ul>
      {organisation.kind === 'commune' && (
        <li>
          <a href="/govstack/registration/v1">{t('Ce qu’un système peut faire, et comment')}</a>
        </li>
      )}
      <li>
        <a href="/api/organisation">{t('Ce qu’une clé permet de lire')}</a>
      </li>
    </ul>
  )
}

export const revokeKeyAction = action(`${routePath}/revoquer`, {
  load: async ({ organisationId }: { organisationId: string }, { db }: Context) => ({
    organisation: await getOrganisation(db, organisationId),
  }),
  allow: mayRevokeKeys,
  input: z.object({ keyId: z.uuid() }),
  back: ({ organisation }) => keysOf(organisation.id),
  act: async ({ organisation }, { keyId }, context) => {
    await getKey(context.db, organisation.id, keyId)
    await revokeKey(context, organisation, keyId)
    return seeOther(keysOf(organisation.id), 'La clé est révoquée : elle n’ouvre plus rien.')
  },
})
