import { t } from '#platform/i18n.ts'

interface Props {
  label: string
  name?: string
  value?: string | null
  hint?: string
}

/** The words searched and the button. Goes inside a GetForm. */
export function SearchBox({ label, name = 'q', value, hint }: Props) {
  const id = `field-${name}`
  return (
    <div class="field">
      <label for={id}>{t(label)}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {t(hint)}
        </p>
      )}
      <div class="search">
        <input
          type="search"
          id={id}
          name={name}
          value={value ?? undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button type="submit" class="btn">
          {t('Chercher')}
        </button>
      </div>
    </div>
  )
}
