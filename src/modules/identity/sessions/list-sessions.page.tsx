/** Where a person is signed in, and how to end it from afar. */

import { z } from 'zod'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { action, page, seeOther } from '#platform/web.ts'
import { ActionButton, Page, Table } from '#web/components/index.tsx'
import { listSessions, revokeOtherSessions } from './session.ts'

const back = '/espace/compte/sessions'

export const listSessionsPage = page(back, {
  load: (_, { db, actor, now }) => listSessions(db, actor.id ?? '', now),
  allow: signedIn,
  view: (sessions, { session }) => (
    <Page title="Mes connexions" breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}>
      <Table
        caption="Appareils connectés"
        columns={[
          { key: 'device', label: 'Appareil' },
          { key: 'seen', label: 'Dernière activité' },
          { key: 'act', label: 'Action' },
        ]}
        rows={sessions.map(({ id, device, lastSeenAt }) => ({
          device: describeDevice(device),
          seen: formatDateTime(lastSeenAt),
          act:
            id === session?.id ? (
              t('Cet appareil')
            ) : (
              <ActionButton
                action={`${back}/fermer`}
                label="Fermer"
                kind="quiet"
                fields={{ sessionId: id }}
              />
            ),
        }))}
      />
      {sessions.length > 1 && (
        <ActionButton
          action={`${back}/fermer-les-autres`}
          label="Fermer toutes les autres"
          kind="danger"
        />
      )}
    </Page>
  ),
})

/** The browser and the system, as far as the device says so; people recognise these. */
function describeDevice(device: string): string {
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(device)?.[0] ?? t('Navigateur')
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(device)?.[0] ?? ''
  return [browser.replace('Edg', 'Edge').replace('OPR', 'Opera'), system].filter(Boolean).join(', ')
}

export const closeSessionAction = action(`${back}/fermer`, {
  load: () => null,
  allow: signedIn,
  input: z.object({ sessionId: z.uuid() }),
  back: () => back,
  act: async (_, { sessionId }, { db, actor, now }) => {
    await db
      .updateTable('identity.session')
      .set({ revokedAt: now })
      .where('id', '=', sessionId)
      .where('personId', '=', actor.id ?? '')
      .execute()
    return seeOther(back, 'La session est fermée.')
  },
})

export const closeOtherSessionsAction = action(`${back}/fermer-les-autres`, {
  load: () => null,
  allow: signedIn,
  input: z.object({}),
  back: () => back,
  act: async (_, __, { db, actor, session, now }) => {
    await revokeOtherSessions(db, actor.id ?? '', session?.id ?? null, now)
    return seeOther(back, 'Toutes les autres sessions sont fermées.')
  },
})
