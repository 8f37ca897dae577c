/** What an edit will mean, said before it is made. */
import { t } from '#platform/i18n.ts'
import { Notice } from '#web/components/index.tsx'
import type { VerificationStatus } from '../labels.ts'
import { findEditStep, isEditable } from './verification.workflow.ts'

export const notEditable =
  'Ce dossier n’est pas modifiable en ce moment : reprenez-le ou rouvrez-le d’abord. Ce que vous avez écrit reste affiché ci-dessous.'

export function EditNotice({ status }: { status: VerificationStatus }) {
  if (!isEditable(status)) {
    return (
      <Notice kind="warning">
        <p>
          {t('Ce dossier n’est pas modifiable en ce moment : reprenez-le ou rouvrez-le d’abord.')}
        </p>
      </Notice>
    )
  }
  if (!findEditStep(status)) return null
  return (
    <Notice>
      <p>
        {t(
          'Vos changements s’appliquent tout de suite. Ils sont inscrits dans l’historique et l’association en est prévenue.',
        )}
      </p>
    </Notice>
  )
}
