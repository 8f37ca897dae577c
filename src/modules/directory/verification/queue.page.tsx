/** The association's queue: files to verify, the oldest first, and labels that end. */
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
  Tag,
  Time,
} from '#web/components/index.tsx'
import { addDays, findLabelState } from '../startups/label.rules.ts'
import { listEndingLabels } from '../startups/startup.queries.ts'
import type { Startup } from '../startups/startup.schema.ts'
import { listWaitingFiles, readQueueCursor, type WaitingFile } from './queue.queries.ts'

const pageSize = 25

interface Queue {
  readonly files: readonly WaitingFile[]
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
  const found = await listWaitingFiles(db, readQueueCursor(query.apres), pageSize)
  const files = found.slice(0, pageSize)
  const last = files.at(-1)
  const nextHref =
    found.length > pageSize && last
      ? `/espace/verifications?apres=${last.submittedAt.toISOString()}_${last.id}`
      : null
  return { files, nextHref, today, labels: await listEndingLabels(db, addDays(today, 90), 50) }
}

function ShowQueue({ files, nextHref, labels, today }: Queue) {
  return (
    <Page
      title="Vérifications"
      lead="Les dossiers soumis, du plus ancien au plus récent."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {files.length === 0 ? (
        <EmptyState title="Aucun dossier n’attend votre vérification" />
      ) : (
        <CardList>
          {files.map((file) => (
            <FileCard key={file.id} {...file} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
      <EndingLabels labels={labels} today={today} />
    </Page>
  )
}

function FileCard({ kind, id, name, startupName, isStartupVerified, submittedAt }: WaitingFile) {
  const isSolution = kind === 'solution'
  return (
    <Card
      title={name}
      href={`/espace/verifications/${isSolution ? 'solutions' : 'startups'}/${id}`}
      kicker={isSolution ? t('Solution de {startupName}', { startupName }) : t('Startup')}
      tags={
        isSolution && !isStartupVerified && <Tag tone="warning">Startup à vérifier d’abord</Tag>
      }
      meta={
        <>
          {t('Soumis le')} <Time at={submittedAt} />
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
