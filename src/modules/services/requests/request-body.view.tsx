/** The parts of a request that both sides read: where it stands, what was answered, what happened, what was written. */
import { showCode } from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Notice, Tag, Thread, Timeline } from '#web/components/index.tsx'
import { countDaysLeft } from './clock.rules.ts'
import { requestStatusLabels, requestStatusTones, requestStepLabels } from './request.labels.ts'
import type { Request } from './request.lifecycle.ts'
import type { RequestHistoryLine, RequestMessage } from './thread.queries.ts'

/** What both the pages of an account and the code of a receipt show. */
type Followed = Pick<
  Request,
  'status' | 'receivedAt' | 'department' | 'due' | 'dueOn' | 'pausedAt' | 'silence' | 'trackingCode'
>

export function RequestStatusTag({
  request: { status },
}: {
  readonly request: Pick<Request, 'status'>
}) {
  return <Tag tone={requestStatusTones[status]}>{requestStatusLabels[status]}</Tag>
}

const silenceWords = {
  accepted: 'Sans réponse à cette date, la demande est acceptée.',
  refused: 'Sans réponse à cette date, la demande est refusée.',
} as const

interface Following {
  readonly request: Followed
  readonly today: string
}

export function RequestFacts({ request, today }: Following) {
  const { receivedAt, department, due, trackingCode } = request
  return (
    <DefinitionList
      items={[
        { term: 'Reçue le', value: receivedAt && formatDate(receivedAt) },
        { term: 'Service qui répond', value: <span lang="fr">{department}</span> },
        { term: 'Réponse au plus tard', value: <Clock request={request} today={today} /> },
        { term: 'Montant', value: tellDue(due) },
        ...(trackingCode ? [{ term: 'Code de suivi', value: showCode(trackingCode) }] : []),
      ]}
    />
  )
}

/** Stopped, the clock says so: nobody must wonder whose turn it is. */
function Clock({ request, today }: Following) {
  const { dueOn, pausedAt, silence, status } = request
  if (dueOn === null) return <>{t('Aucun délai n’est annoncé.')}</>
  if (pausedAt)
    return (
      <>
        {t('Le délai est arrêté depuis le {date}, en attendant les compléments.', {
          date: formatDate(pausedAt),
        })}
      </>
    )
  const isRunning = ['received', 'inReview', 'proposed'].includes(status)
  const left = countDaysLeft(request, today)
  return (
    <>
      {formatDate(dueOn)}
      {isRunning && left !== null && ` (${tellDaysLeft(left)})`}
      {isRunning && silence && ` ${t(silenceWords[silence])}`}
    </>
  )
}

export function tellDaysLeft(left: number): string {
  if (left < 0)
    return t('{days, plural, one {# jour de retard} other {# jours de retard}}', { days: -left })
  return t('{days, plural, =0 {aujourd’hui} one {encore # jour} other {encore # jours}}', {
    days: left,
  })
}

function tellDue(due: Request['due']): string {
  if (due === null || due.kind === 'toConfirm') return t('À confirmer auprès de la commune.')
  return due.kind === 'free' ? t('Rien') : formatMoney(due.total)
}

export function Decision({ request }: { readonly request: Request }) {
  const { status, decisionReasons, decisionRemedy, decidedAt, isTacit } = request
  if (status !== 'accepted' && status !== 'refused' && status !== 'closed') return null
  const isRefused = status === 'refused'
  return (
    <Notice
      kind={isRefused ? 'danger' : 'success'}
      title={isRefused ? 'Demande refusée' : 'Demande acceptée'}
    >
      {decidedAt && <p>{t('Décision du {date}.', { date: formatDate(decidedAt) })}</p>}
      {isTacit && <p>{t('Le délai est passé sans réponse : un texte dit ce que cela vaut.')}</p>}
      {decisionReasons && (
        <>
          <p class="strong">{t('Motifs')}</p>
          <p class="prose typed">{decisionReasons}</p>
        </>
      )}
      {decisionRemedy && (
        <>
          <p class="strong">{t('Si vous n’êtes pas d’accord')}</p>
          <p class="prose typed">{decisionRemedy}</p>
        </>
      )}
    </Notice>
  )
}

interface HistoryProps {
  readonly history: readonly (Pick<RequestHistoryLine, 'step' | 'occurredAt'> &
    Partial<RequestHistoryLine>)[]
  /** Left out for the citizen: the town hall answers as one. */
  readonly names?: ReadonlyMap<string, string>
}

/** The latest first. What was only begun is not told. */
export function RequestHistory({ history, names }: HistoryProps) {
  return (
    <Timeline
      events={history
        .filter(({ step }) => step in requestStepLabels)
        .map(({ step, occurredAt, actorId, keyId }) => ({
          at: occurredAt,
          title: requestStepLabels[step] ?? step,
          by: names?.get(actorId ?? keyId ?? '') ?? null,
        }))
        .reverse()}
    />
  )
}

interface MessagesProps {
  readonly messages: readonly RequestMessage[]
  readonly side: RequestMessage['side']
  readonly communeName: string
  readonly names: ReadonlyMap<string, string>
}

export function Messages({ messages, side, communeName, names }: MessagesProps) {
  if (messages.length === 0) return <p class="soft">{t('Aucun message.')}</p>
  return (
    <Thread
      messages={messages.map((message) => ({
        at: message.writtenAt,
        author: nameAuthor(message, side, communeName, names),
        organisation: message.kind === 'note' ? t('note interne') : null,
        body: message.body,
        mine: message.side === side,
      }))}
    />
  )
}

function nameAuthor(
  { side: from, authorId, keyId }: RequestMessage,
  side: RequestMessage['side'],
  communeName: string,
  names: ReadonlyMap<string, string>,
): string {
  const name = (authorId ?? keyId) ? (names.get(authorId ?? keyId ?? '') ?? '') : t('Par SMS')
  return from === 'commune' && side === 'citizen' ? communeName : name
}
