import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { controlProps, Field, type FieldProps } from '../field/field.tsx'

type Props = FieldProps & {
  /** Media types or extensions, as in HTML: 'application/pdf,image/png'. */
  accept: string
  maxMegabytes: number
  /** The values of the whole form: a file kept from an earlier try is found there. */
  values?: object
}

export function FileField(props: Props) {
  const { name, accept, maxMegabytes, hint } = props
  // A file that was refused is not one that was received.
  const kept = props.error ? null : findKept(props.values, name)
  const limit = t('{size} Mo au plus.', { size: formatNumber(maxMegabytes) })
  const described = { ...props, hint: hint ? `${t(hint)} ${limit}` : limit }
  return (
    <Field {...described}>
      {kept && <KeptFile name={name} {...kept} />}
      <input
        {...controlProps({ ...described, required: props.required !== false && !kept })}
        type="file"
        accept={accept}
      />
    </Field>
  )
}

function KeptFile({ name, shown, sealed }: { name: string; shown: string; sealed: string }) {
  return (
    <p class="kept">
      <input type="hidden" name={`${name}.kept`} value={sealed} />
      {t('Fichier déjà reçu :')} <b>{shown}</b>.{' '}
      {t('Choisissez-en un autre seulement pour le remplacer.')}
    </p>
  )
}

function findKept(values: object | undefined, name: string) {
  const known = values as Record<string, unknown> | undefined
  const sealed = known?.[`${name}.kept`]
  if (typeof sealed !== 'string') return null
  return { sealed, shown: String(known?.[name] ?? '') }
}
