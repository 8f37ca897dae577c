/** The calls that the commune acted for leads or takes part in. */
import { getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { callMechanismLabels, callStageLabels } from './call.labels.ts'
import { listCommuneCalls } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { stageOf } from './call-dates.rules.ts'

export const myCallsPage = page('/espace/appels', {
  load: async (_, { db, actor, now }) => ({
    calls: worksForA(actor, 'commune') ? await listCommuneCalls(db, getOrganisationId(actor)) : [],
    now,
  }),
  allow: (actor) => worksForA(actor, 'commune'),
  view: ({ calls, now }) => <MyCalls calls={calls} now={now} />,
})

const columns = [
  { key: 'title', label: 'Appel' },
  { key: 'mechanism', label: 'Mécanisme' },
  { key: 'stage', label: 'État' },
  { key: 'deadline', label: 'Date limite' },
]

function MyCalls({ calls, now }: { calls: readonly Call[]; now: Date }) {
  return (
    <Page title="Les appels de la commune" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {calls.length === 0 ? (
        <EmptyState title="Aucun appel">
          <p>
            {t('Un appel se prépare depuis un besoin publié : ')}
            <a href="/espace/besoins">{t('voir les besoins de la commune')}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Appels"
          isCaptionHidden
          columns={columns}
          rows={calls.map((call) => toRow(call, now))}
        />
      )}
    </Page>
  )
}

function toRow(call: Call, now: Date) {
  const { label, tone } = callStageLabels[stageOf(call, now)]
  return {
    title: <a href={`/espace/appels/${call.id}`}>{call.title || t('Appel sans titre')}</a>,
    mechanism: t(callMechanismLabels[call.mechanism]),
    stage: <Tag tone={tone}>{t(label)}</Tag>,
    deadline: call.deadline ? formatDateTime(call.deadline) : '',
  }
}
