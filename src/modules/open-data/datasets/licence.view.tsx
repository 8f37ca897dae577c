/** On what terms all this may be used again, and how it is cited. */
import { t } from '#platform/i18n.ts'
import { Notice } from '#web/components/index.tsx'

export function LicenceNotice() {
  return (
    <Notice kind="info">
      <p>
        <b>{t('Licence : à confirmer.')}</b>{' '}
        {t(
          'L’association n’a pas encore choisi la licence de ses données ; CC BY 4.0 est proposée. D’ici là, réutilisez-les en citant l’ANCB.',
        )}
      </p>
    </Notice>
  )
}
