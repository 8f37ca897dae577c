/** Where a file stands, for those who prepare it: its status, the association's reason, and what to do next. */
import { t } from '#platform/i18n.ts'
import { Notice, Tag } from '#web/components/index.tsx'
import { statusLabels, type VerificationStatus } from '../labels.ts'
import { statusTones } from './verification.labels.ts'

export function StatusTag({ status }: { status: VerificationStatus }) {
  return <Tag tone={statusTones[status]}>{statusLabels[status]}</Tag>
}

const nextSteps: Readonly<Record<VerificationStatus, string>> = {
  draft: 'Complétez le dossier, puis soumettez-le à la vérification de l’association.',
  submitted:
    'L’association lit le dossier. Pour le modifier, reprenez-le : vous le soumettrez de nouveau ensuite.',
  editsRequested: 'Corrigez les points ci-dessous, puis soumettez de nouveau le dossier.',
  verified:
    'La fiche est publique. Vos changements s’appliquent tout de suite et restent dans l’historique.',
  suspended:
    'La fiche n’est plus publique. Modifiez ce qui est en cause : l’association en sera prévenue et pourra la rétablir.',
  rejected: 'La fiche n’est pas publique. Vous pouvez rouvrir le dossier et le reprendre.',
}

interface Props {
  status: VerificationStatus
  statusReason: string | null
}

export function FileStatus({ status, statusReason }: Props) {
  const tone = statusTones[status]
  return (
    <Notice kind={tone === 'neutral' ? 'info' : tone} title={statusLabels[status]}>
      <p>{t(nextSteps[status])}</p>
      {statusReason && (
        <p class="lines">
          <b>{t('Motif de l’association :')}</b> {statusReason}
        </p>
      )}
    </Notice>
  )
}
