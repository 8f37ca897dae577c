/** The changes between two versions of the charter, readable without colour. */
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { Difference, Tag } from '#web/components/index.tsx'
import type { PointChange } from './charter-changes.rules.ts'

const labels = {
  added: { label: 'Ajouté', tone: 'success' },
  removed: { label: 'Retiré', tone: 'danger' },
  changed: { label: 'Modifié', tone: 'info' },
} as const

export function ChangeList({ changes }: { changes: readonly PointChange[] }) {
  const shown = changes.filter(({ kind }) => kind !== 'same')
  if (shown.length === 0) return <p>{t('Aucun point n’a changé.')}</p>
  return shown.map((change) => <Change key={(change.after ?? change.before)?.key} {...change} />)
}

const texts = ['title', 'guidance', 'example', 'source'] as const

function Change({ kind, before, after }: PointChange) {
  if (kind === 'same') return null
  const { label, tone } = labels[kind]
  return (
    <section>
      <h3>
        {(after ?? before)?.title} <Tag tone={tone}>{label}</Tag>
      </h3>
      {before && after && before.isMandatory !== after.isMandatory && (
        <p>
          {after.isMandatory
            ? t('Ce point devient obligatoire.')
            : t('Ce point devient facultatif.')}
        </p>
      )}
      {texts
        .filter((name) => before?.[name] !== after?.[name])
        .map((name) => (
          <Difference key={name} pieces={compareTexts(before?.[name] ?? '', after?.[name] ?? '')} />
        ))}
    </section>
  )
}
