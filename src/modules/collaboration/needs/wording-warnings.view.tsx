/** What the wording check points at: it explains and suggests, it never blocks. */
import { t } from '#platform/i18n.ts'
import { Notice } from '#web/components/index.tsx'
import type { Need } from './need.schema.ts'
import { findSectionOf } from './need-completeness.rules.ts'
import type { WordingWarning } from './wording.rules.ts'

interface Props {
  readonly need: Pick<Need, 'id'>
  readonly warnings: readonly WordingWarning[]
  readonly mayEdit: boolean
}

export function WordingWarnings({ need, warnings, mayEdit }: Props) {
  if (warnings.length === 0) return null
  return (
    <Notice kind="warning" title="La rédaction peut écarter des réponses">
      <p>
        {t(
          'Rien n’est bloqué : ces passages sont à relire, car un besoin qui nomme un produit ou écarte des entreprises sans raison peut être contesté.',
        )}
      </p>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.field}${warning.start}`}>
            <mark>{warning.excerpt}</mark> {t(warning.message)} {t(warning.suggestion)}{' '}
            {mayEdit && (
              <a
                href={`/espace/besoins/${need.id}/etapes/${findSectionOf(warning.field)}#field-${warning.field}`}
              >
                {t('Corriger')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
