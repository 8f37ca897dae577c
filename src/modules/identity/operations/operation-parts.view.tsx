/** The parts of the operator's page: each says what is, and what to do when it is not well. */
import { formatDateTime, formatNumber, formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Operation } from '#platform/operations/operations.ts'
import { ActionButton, Actions, DefinitionList, Notice, Table } from '#web/components/index.tsx'
import { type Topic, topics } from '../notifications/topics.ts'
import { isBackupDue } from './backup-age.rules.ts'
import { type Operations, operationsHome } from './load-operations.ts'

export function JournalPart({ latest, now }: Pick<Operations, 'latest' | 'now'>) {
  const backup = latest.get('backup')
  const verification = latest.get('auditVerification')
  return (
    <section>
      <h2>{t('Sauvegarde et journal')}</h2>
      {isBackupDue(backup, now) && (
        <Notice kind="warning" title="Aucune sauvegarde depuis un jour">
          <p>
            {t('Sur le serveur : script/cauri backup FICHIER, puis gardez le fichier ailleurs.')}
          </p>
        </Notice>
      )}
      {verification && !verification.isWhole && (
        <Notice kind="danger" title="Le journal d’audit est rompu">
          <p>{t('Sur le serveur, script/cauri verify-audit dit où.')}</p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: 'Dernière sauvegarde', value: tellOperation(backup, tellBackup) },
          {
            term: 'Dernière vérification du journal',
            value: tellOperation(verification, tellLines),
          },
        ]}
      />
      <Actions>
        <ActionButton
          action={`${operationsHome}/verifier`}
          label="Vérifier le journal maintenant"
        />
      </Actions>
    </section>
  )
}

function tellOperation(
  operation: Operation | undefined,
  tell: (operation: Operation) => string,
): string {
  return operation
    ? `${formatDateTime(operation.finishedAt)} : ${tell(operation)}`
    : t('Pas encore faite')
}

const tellBackup = ({ counts, isWhole }: Operation) =>
  isWhole
    ? t('{rows} lignes, {files} fichiers', tellCounts(counts))
    : t('{rows} lignes, {files} fichiers, et des fichiers manquent', tellCounts(counts))

const tellCounts = ({ rows = 0, files = 0 }: Operation['counts']) => ({
  rows: formatNumber(rows),
  files: formatNumber(files),
})

const tellLines = ({ counts: { lines = 0, faults = 0 } }: Operation) =>
  t('{lines} lignes, {faults, plural, =0 {aucune rupture} one {une rupture} other {# ruptures}}', {
    lines: formatNumber(lines),
    faults,
  })

export function QueuePart({ tasks }: Pick<Operations, 'tasks'>) {
  const failed = tasks.reduce((sum, task) => sum + task.failed, 0)
  return (
    <section>
      <h2>{t('Tâches')}</h2>
      {tasks.length === 0 ? (
        <p>{t('Aucune tâche n’attend.')}</p>
      ) : (
        <Table
          caption="Tâches"
          isCaptionHidden
          columns={[
            { key: 'task', label: 'Tâche' },
            { key: 'waiting', label: 'En attente', numeric: true },
            { key: 'running', label: 'En cours', numeric: true },
            { key: 'failed', label: 'En échec', numeric: true },
            { key: 'due', label: 'Attend depuis' },
          ]}
          rows={tasks.map(({ task, waiting, running, failed: lost, oldestDue }) => ({
            ...{ task, waiting: formatNumber(waiting), running: formatNumber(running) },
            failed: formatNumber(lost),
            due: oldestDue ? formatDateTime(oldestDue) : '—',
          }))}
        />
      )}
      {failed > 0 && (
        <ActionButton
          action={`${operationsHome}/reprendre`}
          label="Reprendre les tâches en échec"
          confirm="Chacune est essayée de nouveau, comme si elle venait d’arriver."
        />
      )}
    </section>
  )
}

export function SendingPart({
  sendings,
  failures,
  config,
}: Pick<Operations, 'sendings' | 'failures' | 'config'>) {
  return (
    <section>
      <h2>{t('Envois des sept derniers jours')}</h2>
      <DefinitionList
        items={[
          {
            term: 'Courrier électronique',
            value: t(config.smtpUrl ? 'Configuré' : 'Non configuré'),
          },
          { term: 'SMS', value: t(config.sms ? 'Configuré' : 'Non configuré') },
        ]}
      />
      <SendingTable sendings={sendings} />
      {failures.length > 0 && (
        <Table
          caption="Échecs, par sujet et par raison"
          columns={[
            { key: 'topic', label: 'Sujet' },
            { key: 'channel', label: 'Voie' },
            { key: 'reason', label: 'Raison' },
            { key: 'count', label: 'Nombre', numeric: true },
            { key: 'last', label: 'Le dernier' },
          ]}
          rows={failures.map(({ topic, channel, reason, count, lastAt }) => ({
            topic: t(topics[topic as Topic]?.label ?? topic),
            channel: nameChannel(channel),
            reason: <code>{reason}</code>,
            count: formatNumber(count),
            last: formatDateTime(lastAt),
          }))}
        />
      )}
    </section>
  )
}

const nameChannel = (channel: string) => (channel === 'sms' ? 'SMS' : t('E-mail'))

/** Below this, a busy day could fill the disk. */
const tightBytes = 1_000_000_000

export function StoragePart({ storage }: Pick<Operations, 'storage'>) {
  const { databaseBytes, files, fileBytes, freeBytes } = storage
  return (
    <section>
      <h2>{t('Place')}</h2>
      {freeBytes !== null && freeBytes < tightBytes && (
        <Notice kind="warning" title="Le disque est presque plein">
          <p>{t('Libérez de la place, ou déplacez les fichiers vers un stockage d’objets.')}</p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: 'Base de données', value: formatSize(databaseBytes) },
          {
            term: 'Fichiers',
            value: t('{count} fichiers, {size}', {
              count: formatNumber(files),
              size: formatSize(fileBytes),
            }),
          },
          {
            term: 'Place libre sur le disque',
            value: freeBytes === null ? t('Stockage d’objets') : formatSize(freeBytes),
          },
        ]}
      />
    </section>
  )
}

export function SchedulePart({ schedules }: Pick<Operations, 'schedules'>) {
  return (
    <section>
      <h2>{t('Travaux réguliers')}</h2>
      {schedules.length === 0 ? (
        <p>{t('Le serveur n’a pas encore commencé ses travaux réguliers.')}</p>
      ) : (
        <Table
          caption="Travaux réguliers"
          isCaptionHidden
          columns={[
            { key: 'name', label: 'Travail' },
            { key: 'last', label: 'Fait le' },
          ]}
          rows={schedules.map(({ name, lastRunAt }) => ({
            name: <code>{name}</code>,
            last: lastRunAt ? formatDateTime(lastRunAt) : t('Pas encore fait'),
          }))}
        />
      )}
    </section>
  )
}

export function ServerPart({ now, config }: Pick<Operations, 'now' | 'config'>) {
  const startedAt = new Date(now.getTime() - process.uptime() * 1000)
  return (
    <section>
      <h2>{t('Serveur')}</h2>
      <DefinitionList
        items={[
          { term: 'Adresse', value: config.origin },
          { term: 'Démarré le', value: formatDateTime(startedAt) },
          { term: 'Mémoire', value: formatSize(process.memoryUsage.rss()) },
          { term: 'Node.js', value: process.version },
          { term: 'Mesures', value: <code>/metrics</code> },
        ]}
      />
    </section>
  )
}

function SendingTable({ sendings }: Pick<Operations, 'sendings'>) {
  if (sendings.length === 0) return <p>{t('Aucun message depuis sept jours.')}</p>
  return (
    <Table
      caption="Envois"
      isCaptionHidden
      columns={[
        { key: 'channel', label: 'Voie' },
        { key: 'sent', label: 'Partis', numeric: true },
        { key: 'waiting', label: 'En attente', numeric: true },
        { key: 'failed', label: 'En échec', numeric: true },
      ]}
      rows={sendings.map(({ channel, sent, waiting, failed }) => ({
        channel: nameChannel(channel),
        sent: formatNumber(sent),
        waiting: formatNumber(waiting),
        failed: formatNumber(failed),
      }))}
    />
  )
}
