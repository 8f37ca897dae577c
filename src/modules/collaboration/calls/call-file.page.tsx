/** A call's file for its communes: where it stands, what is missing, what to do next, and its history. */

import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Notice, Page, Steps, Timeline } from '#web/components/index.tsx'
import { isUnanswered } from '../rescue/rescue.actions.ts'
import { type CommuneDecision, listCommuneDecisions } from '../result/commune-decision.queries.ts'
import { CommuneDecisions } from '../result/commune-decisions.view.tsx'
import { loadShares } from '../result/share.queries.ts'
import { callStepLabels } from './call.labels.ts'
import { callPolicy } from './call.policy.ts'
import { getFullCall, readClock } from './call.queries.ts'
import type { FullCall } from './call.schema.ts'
import type { CallStep } from './call.workflow.ts'
import { CallBody, StageTag } from './call-body.view.tsx'
import { listMissingParts } from './call-completeness.rules.ts'
import { CallNextSteps } from './call-next-steps.view.tsx'
import { listSteps } from './edit-call.page.tsx'

interface CallFile {
  readonly full: FullCall
  readonly events: readonly HistoryLine[]
  readonly names: ReadonlyMap<string, string>
  readonly clock: Date
  /** Of each commune of a grouped call, once it is awarded. */
  readonly decisions: readonly CommuneDecision[]
  readonly shares: ReadonlyMap<string, number>
  /** Closed, and nobody has answered. */
  readonly isUnanswered: boolean
}

export const callFilePage = page('/espace/appels/:callId', {
  load: ({ callId }, context) => loadFile(callId, context),
  allow: (actor, { full }) => callPolicy.follow(actor, full.call),
  view: (file, { actor }) => <CallFileView {...file} actor={actor} />,
})

async function loadFile(callId: string, context: Context): Promise<CallFile> {
  const { db } = context
  const full = await getFullCall(db, callId)
  const events = await listHistory(db, 'collaboration.callEvent', { callId })
  const acting = events.map(({ organisationId }) => organisationId).filter((id) => id !== null)
  const names = await listOrganisationNames(db, [...full.call.partyIds, ...acting])
  const decisions = isGroupedAndAwarded(full.call) ? await listCommuneDecisions(db, callId) : []
  return {
    full,
    events,
    names,
    clock: await readClock(db),
    decisions,
    shares: decisions.length > 0 ? await loadShares(db, full.call, decisions) : new Map(),
    isUnanswered: await isUnanswered(context, full.call),
  }
}

const isGroupedAndAwarded = ({ partyIds, awardedAt }: FullCall['call']) =>
  partyIds.length > 1 && awardedAt !== null

function CallFileView(file: CallFile & { actor: Actor }) {
  const { full, events, names, clock, decisions, shares, actor } = file
  const { call } = full
  return (
    <Page
      title={call.title || t('Appel sans titre')}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Appels', href: '/espace/appels' },
      ]}
    >
      <p class="meta">
        <StageTag call={call} now={clock} /> {call.reference}
        {call.publishedAt && (
          <>
            {' '}
            <a href={`/appels/${call.reference}`}>{t('Voir la page publique')}</a>
          </>
        )}
      </p>
      {call.statusReason && (
        <Notice kind="warning" title="Motif indiqué">
          <p>{call.statusReason}</p>
        </Notice>
      )}
      <Progress full={full} actor={actor} />
      <CallNextSteps {...file} />
      {call.partyIds.length > 1 && <Parties ids={call.partyIds} names={names} />}
      {decisions.length > 0 && (
        <CommuneDecisions {...{ decisions, names, shares }} rule={call.shareRule} />
      )}
      <CallBody {...full} />
      <h2>{t('Historique')}</h2>
      <Timeline events={events.map((event) => toTimelineEvent(event, names))} />
    </Page>
  )
}

function Progress({ full, actor }: { full: FullCall; actor: Actor }) {
  if (!callPolicy.edit(actor, full.call)) return null
  const missing = listMissingParts(full)
  return (
    <section>
      <h2>{t('Les étapes')}</h2>
      <Steps steps={listSteps(full)} />
      {missing.length > 0 && (
        <Notice kind="info" title="Avant de soumettre">
          <ul>
            {missing.map(({ section, field, message }) => (
              <li key={field}>
                <a href={`/espace/appels/${full.call.id}/etapes/${section}#field-${field}`}>
                  {t(message)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}

function Parties({ ids, names }: { ids: readonly string[]; names: ReadonlyMap<string, string> }) {
  return (
    <p>
      {t('Communes de cet appel groupé : {names}.', {
        names: ids.map((id) => names.get(id) ?? '').join(', '),
      })}
    </p>
  )
}

function toTimelineEvent(event: HistoryLine, names: ReadonlyMap<string, string>) {
  return {
    at: event.occurredAt,
    title: callStepLabels[event.step as CallStep] ?? formatDateTime(event.occurredAt),
    by: names.get(event.organisationId ?? ''),
    text: event.reason ?? undefined,
  }
}
