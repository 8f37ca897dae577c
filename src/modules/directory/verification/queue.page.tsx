/** The association's queue: files to verify, the oldest first, and labels that end. */
import { addDaysTo } from '#platform/days.rules.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  EmptyState,
  Page,
  Pagination,
  Table,
  Tabs,
  Tag,
  Time,
} from '#web/components/index.tsx'
import { findLabelState } from '../startups/label.rules.ts'
import { listEndingLabels } from '../startups/startup.queries.ts'
import type { Startup } from '../startups/startup.schema.ts'
import { type FileLine, listFilesAt, readQueueCursor, writeQueueCursor } from './queue.queries.ts'

const pageSize = 25

/** A draft is its company's own business. */
const shownStatuses = ['submitted', 'editsRequested', 'verified', 'suspended', 'rejected'] as const
type ShownStatus = (typeof shownStatuses)[number]

interface Queue {
  readonly status: ShownStatus
  readonly files: readonly FileLine[]
  readonly nextHref: string | null
  readonly labels: readonly Startup[]
  readonly today: string
}

export const queuePage = page('/espace/verifications', {
  load: (_params, context) => loadQueue(context),
  allow: associationStaff,
  view: (queue) => <ShowQueue {...queue} />,
})

async function loadQueue({ db, now, query }: Context): Promise<Queue> {
  const today = toDay(now)
  const status = shownStatuses.find((one) => one === query.etat) ?? 'submitted'
  const found = await listFilesAt(db, status, readQueueCursor(query.apres), pageSize)
  const files = found.slice(0, pageSize)
  const last = files.at(-1)
  const nextHref =
    found.length > pageSize && last ? `${toHref(status)}&apres=${writeQueueCursor(last)}` : null
  const labels = status === 'submitted' ? await listEndingLabels(db, addDaysTo(today, 90), 50) : []
  return { status, files, nextHref, today, labels }
}

function toHref(status: ShownStatus): string {
  return `/espace/verifications?etat=${status}`
}

const tabLabels: Readonly<Record<ShownStatus, string>> = {
  submitted: 'À vérifier',
  editsRequested: 'En correction',
  verified: 'Vérifiés',
  suspended: 'Suspendus',
  rejected: 'Refusés',
}

function ShowQueue({ status, files, nextHref, labels, today }: Queue) {
  return (
    <Page
      title="Vérifications"
      lead="Les dossiers des startups et de leurs solutions."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Tabs
        label="Dossiers par situation"
        tabs={shownStatuses.map((one) => ({
          label: tabLabels[one],
          href: toHref(one),
          current: one === status,
        }))}
      />
      {files.length === 0 ? (
        <EmptyState title="Aucun dossier dans cette situation" />
      ) : (
        <CardList>
          {files.map((file) => (
            <FileCard key={file.id} file={file} status={status} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
      <EndingLabels labels={labels} today={today} />
    </Page>
  )
}

function FileCard({ file, status }: { file: FileLine; status: ShownStatus }) {
  const { kind, id, name, startupName, isStartupVerified, changedAt } = file
  const isSolution = kind === 'solution'
  const mustWait = isSolution && !isStartupVerified && status === 'submitted'
  return (
    <Card
      title={name}
      href={`/espace/verifications/${isSolution ? 'solutions' : 'startups'}/${id}`}
      kicker={isSolution ? t('Solution de {startupName}', { startupName }) : t('Startup')}
      tags={mustWait && <Tag tone="warning">Startup à vérifier d’abord</Tag>}
      meta={
        <>
          {status === 'submitted' ? t('Soumis le') : t('Dernier changement le')}{' '}
          <Time at={changedAt} />
        </>
      }
    />
  )
}

function EndingLabels({ labels, today }: Pick<Queue, 'labels' | 'today'>) {
  if (labels.length === 0) return null
  return (
    <section>
      <h2>{t('Labels expirés ou bientôt expirés')}</h2>
      <Table
        caption="Labels expirés ou bientôt expirés"
        isCaptionHidden
        columns={[
          { key: 'name', label: 'Startup' },
          { key: 'number', label: 'Label' },
          { key: 'end', label: 'Valable jusqu’au' },
          { key: 'state', label: 'Situation' },
        ]}
        rows={labels.map((startup) => toLabelRow(startup, today))}
      />
    </section>
  )
}

function toLabelRow(startup: Startup, today: string) {
  const isExpired = findLabelState(startup, today) === 'expired'
  return {
    name: <a href={`/espace/verifications/startups/${startup.id}`}>{startup.name}</a>,
    number: startup.labelNumber,
    end: startup.labelExpiresOn && <Time at={startup.labelExpiresOn} />,
    state: isExpired ? (
      <Tag tone="danger">Expiré</Tag>
    ) : (
      <Tag tone="warning">Se termine bientôt</Tag>
    ),
  }
}
