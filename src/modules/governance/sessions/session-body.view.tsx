/** What a session shows: its facts, agenda, documents, who came, what was said. */

import type { FileRecord } from '#platform/files/file-records.ts'
import { fileAddress } from '#platform/files/file-routes.ts'
import { formatDate, formatNumber, formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Prose, Table } from '#web/components/index.tsx'
import { participantLabels } from './session.labels.ts'
import type { AgendaItem, FullSession, SessionDocument } from './session.schema.ts'
import { tellPeriod } from './session-period.rules.ts'

export function SessionFacts({ full }: { full: FullSession }) {
  const { session, commission } = full
  return (
    <DefinitionList
      items={[
        { term: 'Commission', value: commission.name },
        { term: 'Quand', value: tellPeriod(session) },
        { term: 'Où', value: session.place },
        { term: 'Présidence', value: session.presidency },
        ...(session.source ? [{ term: 'Source', value: session.source }] : []),
      ]}
    />
  )
}

interface AgendaProps {
  readonly full: FullSession
  readonly files: readonly FileRecord[]
}

export function Agenda({ full, files }: AgendaProps) {
  const { agenda, documents } = full
  const unattached = documents.filter(({ agendaItemId }) => agendaItemId === null)
  return (
    <>
      <h2>{t('Ordre du jour')}</h2>
      {agenda.length === 0 && <p class="soft">{t('L’ordre du jour n’est pas connu.')}</p>}
      {agenda.map((item) => (
        <section key={item.id}>
          <h3>{item.title}</h3>
          <p class="meta">{tellMoment(item)}</p>
          {item.body && <Prose text={item.body} />}
          <Documents
            documents={documents.filter(({ agendaItemId }) => agendaItemId === item.id)}
            files={files}
          />
          <Said full={full} item={item} />
        </section>
      ))}
      {unattached.length > 0 && (
        <>
          <h2>{t('Documents de la session')}</h2>
          <Documents documents={unattached} files={files} />
        </>
      )}
    </>
  )
}

function tellMoment({ heldOn, startsAt, presenter }: AgendaItem): string {
  return [formatDate(heldOn), startsAt, presenter].filter(Boolean).join(' · ')
}

function Said({ full, item }: { full: FullSession; item: AgendaItem }) {
  const body = full.notes.get(item.id)?.body
  if (!body) return null
  return (
    <>
      <p class="strong">{t('Ce qui s’est dit')}</p>
      <Prose text={body} />
    </>
  )
}

interface DocumentsProps {
  readonly documents: readonly SessionDocument[]
  readonly files: readonly FileRecord[]
}

function Documents({ documents, files }: DocumentsProps) {
  if (documents.length === 0) return null
  return (
    <ul>
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentLink document={document} files={files} />
        </li>
      ))}
    </ul>
  )
}

export function DocumentLink({
  document,
  files,
}: {
  document: SessionDocument
  files: readonly FileRecord[]
}) {
  const file = files.find(({ id }) => id === document.fileId)
  if (file)
    return (
      <>
        <a href={fileAddress(file.id, file.name)}>{document.title}</a>{' '}
        <span class="soft">({formatSize(file.sizeBytes)})</span>
      </>
    )
  if (!document.url) return <>{document.title}</>
  return (
    <a href={document.url} rel="external noopener">
      {document.title}
    </a>
  )
}

export function Attendances({ full: { attendances } }: { full: FullSession }) {
  if (attendances.length === 0) return null
  const isCounted = attendances.some(({ invited, present }) => (invited ?? present) !== null)
  return (
    <>
      <h2>{t('Participants')}</h2>
      {isCounted ? <Counts attendances={attendances} /> : <Kinds attendances={attendances} />}
    </>
  )
}

type AttendancesProps = Pick<FullSession, 'attendances'>

function Kinds({ attendances }: AttendancesProps) {
  return (
    <>
      <ul>
        {attendances.map(({ kind, organisations }) => (
          <li key={kind}>
            {t(participantLabels[kind])}
            {organisations && ` : ${organisations}`}
          </li>
        ))}
      </ul>
      <p class="soft">{t('Les effectifs restent à confirmer.')}</p>
    </>
  )
}

function Counts({ attendances }: AttendancesProps) {
  const count = (value: number | null) => (value === null ? t('à confirmer') : formatNumber(value))
  return (
    <Table
      caption="Participants, par qualité"
      isCaptionHidden
      columns={[
        { key: 'kind', label: 'Qualité' },
        { key: 'invited', label: 'Invités', numeric: true },
        { key: 'present', label: 'Présents', numeric: true },
        { key: 'organisations', label: 'Organisations' },
      ]}
      rows={attendances.map(({ kind, invited, present, organisations }) => ({
        kind: t(participantLabels[kind]),
        invited: count(invited),
        present: count(present),
        organisations: organisations || '—',
      }))}
    />
  )
}

export function Minutes({ full: { minutes } }: { full: FullSession }) {
  return (
    <>
      {minutes.opening && (
        <>
          <h2>{t('Ouverture')}</h2>
          <Prose text={minutes.opening} />
        </>
      )}
      {minutes.conclusions && (
        <>
          <h2>{t('Conclusions')}</h2>
          <Prose text={minutes.conclusions} />
        </>
      )}
    </>
  )
}
