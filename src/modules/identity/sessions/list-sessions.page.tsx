/** Where a person is signed in, and how to end it from afar. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { action, page, seeOther } from '#platform/web.ts'
import { ActionButton, Page, Table, Tag } from '#web/components/index.tsx'
import { describeDevice } from './device-name.rules.ts'
import { listSessions, revokeOtherSessions, revokeOwnSession } from './session.ts'

const path = '/espace/compte/sessions'

const columns = [
  { key: 'device', label: 'Appareil' },
  { key: 'since', label: 'Connecté le' },
  { key: 'seen', label: 'Dernière activité' },
  { key: 'act', label: 'Action' },
]

export const listSessionsPage = page(path, {
  load: (_, { db, actor, now }) => listSessions(db, getPersonId(actor), now),
  allow: signedIn,
  view: (sessions, { session }) => (
    <Page
      title="Mes connexions"
      lead="Les appareils où votre compte est ouvert. Fermez ceux que vous ne reconnaissez pas."
      breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
    >
      <Table
        caption="Appareils connectés"
        isCaptionHidden
        columns={columns}
        rows={sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
          device: describeDevice(device) ?? t('Appareil inconnu'),
          since: formatDateTime(createdAt),
          seen: formatDateTime(lastSeenAt),
          act:
            id === session?.id ? (
              <Tag tone="success">Cet appareil</Tag>
            ) : (
              <ActionButton action={`${path}/fermer`} label="Fermer" fields={{ sessionId: id }} />
            ),
        }))}
      />
      {sessions.length > 1 && (
        <ActionButton
          action={`${path}/fermer-les-autres`}
          label="Fermer toutes les autres"
          kind="danger"
        />
      )}
    </Page>
  ),
})

export const closeSessionAction = action(`${path}/fermer`, {
  load: () => null,
  allow: signedIn,
  input: z.object({ sessionId: z.uuid() }),
  back: () => path,
  act: async (_, { sessionId }, context) => {
    await revokeOwnSession(context, getPersonId(context.actor), sessionId)
    return seeOther(path, 'La session est fermée.')
  },
})

export const closeOtherSessionsAction = action(`${path}/fermer-les-autres`, {
  load: () => null,
  allow: signedIn,
  input: z.object({}),
  back: () => path,
  act: async (_, __, context) => {
    const { actor, session } = context
    await revokeOtherSessions(context, getPersonId(actor), session?.id ?? null)
    return seeOther(path, 'Toutes les autres sessions sont fermées.')
  },
})
