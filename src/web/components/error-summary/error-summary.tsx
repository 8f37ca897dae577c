import { t } from '#platform/i18n.ts'

export type Errors = Readonly<Record<string, string | undefined>>

export function listErrors(errors: Errors | undefined): [string, string][] {
  return Object.entries(errors ?? {}).filter((entry): entry is [string, string] => !!entry[1])
}

/** All that must be corrected, each line leading to its field; « form » is about the whole form. */
export function ErrorSummary({ errors }: { errors?: Errors }) {
  const entries = listErrors(errors)
  if (entries.length === 0) return null
  return (
    <div class="note danger" role="alert" id="erreurs" tabIndex={-1}>
      <span class="sign" aria-hidden="true">
        !
      </span>
      <div>
        <h2>
          {t('{count, plural, one {Un point est à corriger} other {# points sont à corriger}}', {
            count: entries.length,
          })}
        </h2>
        <ul>
          {entries.map(([name, message]) => (
            <li key={name}>
              {name === 'form' ? t(message) : <a href={`#field-${name}`}>{t(message)}</a>}
            </li>
          ))}
        </ul>
        <p>{t('Ce que vous avez écrit est conservé.')}</p>
      </div>
    </div>
  )
}
