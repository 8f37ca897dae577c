/** What differs between two versions, in words. */
import { t } from '#platform/i18n.ts'
import type { DefinitionChange } from '../procedures/compare-definitions.rules.ts'
import { changeLabels, partLabels } from './editor.labels.ts'

export function ChangeList({ changes }: { readonly changes: readonly DefinitionChange[] }) {
  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.subject} ${change.code}`}>{tellChange(change)}</li>
      ))}
    </ul>
  )
}

function tellChange({ kind, subject, label, parts }: DefinitionChange): string {
  const told = parts.map((part) => t(partLabels[part] ?? part)).join(', ')
  if (subject === 'procedure') return t('La démarche : {parts}', { parts: told })
  const name = subject === 'page' ? t('l’écran « {label} »', { label }) : `« ${label} »`
  const sentence = t('{kind} : {name}', { kind: t(changeLabels[kind]), name })
  return told === '' ? sentence : t('{sentence} ({parts})', { sentence, parts: told })
}
