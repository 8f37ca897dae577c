/** What the secretariat must know of the server without looking for it. */
import { t } from '#platform/i18n.ts'
import { listLatestOperations } from '#platform/operations/operations.ts'
import { associationStaff } from '#platform/policy.ts'
import type { SpaceContribution, SpaceTask } from '../space/space.ts'
import { isBackupDue } from './backup-age.rules.ts'
import { operationsHome } from './load-operations.ts'

export const operationsSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    if (!associationStaff(actor, null)) return []
    const latest = await listLatestOperations(db)
    const backup = latest.get('backup')
    const tasks: SpaceTask[] = []
    if (latest.get('auditVerification')?.isWhole === false)
      tasks.push({ title: t('Le journal d’audit est rompu'), href: operationsHome, tone: 'danger' })
    if (backup && isBackupDue(backup, now))
      tasks.push({ title: t('La sauvegarde date'), href: operationsHome, tone: 'warning' })
    return tasks
  },
  listLinks: (actor) =>
    associationStaff(actor, null) ? [{ label: 'Exploitation', href: operationsHome }] : [],
}
