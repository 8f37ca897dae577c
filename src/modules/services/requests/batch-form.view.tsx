/** The list itself, with a box before each request and what may be done with those that are ticked. */
import type { ComponentChildren } from 'preact'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  Actions,
  Button,
  Checkbox,
  Fieldset,
  FormProof,
  Hidden,
  Table,
  Tag,
  TextField,
} from '#web/components/index.tsx'
import { mostAtOnce } from './batch.actions.ts'
import { countDaysLeft } from './clock.rules.ts'
import type { InboxLine } from './inbox.queries.ts'
import type { Inbox } from './inbox.types.ts'
import { writeInboxFilter } from './inbox-filter.rules.ts'
import { requestStatusLabels, requestStatusTones } from './request.labels.ts'
import { tellDaysLeft } from './request-body.view.tsx'

const acts = [
  { act: 'take', label: 'Prendre en charge' },
  { act: 'release', label: 'Remettre à la file' },
  { act: 'close', label: 'Clore les acceptées' },
  { act: 'label', label: 'Étiqueter' },
] as const

export function BatchForm({ inbox, now }: { readonly inbox: Inbox; readonly now: Date }) {
  const { lines, filter, nextHref } = inbox
  const today = toDay(now)
  return (
    <form method="post" action="/espace/demandes/lot" noValidate data-guard>
      <FormProof />
      <Hidden name="recherche" value={writeInboxFilter(filter).toString()} />
      <Table
        caption="Demandes, la plus récente d’abord"
        columns={[
          { key: 'request', label: 'Demande' },
          { key: 'who', label: 'Demandeur' },
          { key: 'status', label: 'État' },
          { key: 'due', label: 'Délai' },
          { key: 'assignee', label: 'En charge' },
        ]}
        rows={lines.map((line) => ({
          request: <Chooser line={line} />,
          who: <span lang="fr">{line.applicantName}</span>,
          status: <StatusCell line={line} />,
          due: tellDueOf(line, today),
          assignee: line.assigneeId ? inbox.names.get(line.assigneeId) : t('Personne'),
        }))}
      />
      <Fieldset legend="Avec les demandes cochées">
        {nextHref && (
          <Checkbox
            name="toutes"
            label={t('Toutes celles de cette recherche, {most} au plus', { most: mostAtOnce })}
          />
        )}
        <TextField
          name="etiquette"
          label="Étiquette"
          hint="Seulement pour étiqueter : « Urgent », « À rappeler »."
          required={false}
        />
        <Actions>
          {acts.map(({ act, label }) => (
            <Button key={act} kind="quiet" name="geste" value={act}>
              {t(label)}
            </Button>
          ))}
        </Actions>
      </Fieldset>
    </form>
  )
}

function Chooser({ line: { id, reference, title, receivedAt } }: { readonly line: InboxLine }) {
  return (
    <>
      <Checkbox name="choisies" id={`choisie-${id}`} option={id} label={reference ?? ''} />
      <a href={`/espace/demandes/${id}`}>{title}</a>
      <br />
      <small class="soft">{formatDate(receivedAt)}</small>
    </>
  )
}

function StatusCell({ line: { status, labels } }: { readonly line: InboxLine }) {
  return (
    <>
      <Tag tone={requestStatusTones[status]}>{requestStatusLabels[status]}</Tag>
      {labels.map((label) => (
        <>
          {' '}
          <Tag key={label}>{label}</Tag>
        </>
      ))}
    </>
  )
}

const isRunning = (status: InboxLine['status']) =>
  status === 'received' || status === 'inReview' || status === 'proposed'

function tellDueOf(line: InboxLine, today: string): ComponentChildren {
  if (line.pausedAt) return t('Délai arrêté')
  const left = countDaysLeft(line, today)
  if (!isRunning(line.status)) return '—'
  if (left === null) return <span class="soft">{t('Sans délai')}</span>
  return left < 0 ? <Tag tone="danger">{tellDaysLeft(left)}</Tag> : tellDaysLeft(left)
}
