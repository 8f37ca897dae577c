import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'
import { controlProps, Field, type FieldProps } from '../field/field.tsx'
import { Island } from '../island/island.tsx'

type Props = FieldProps & {
  /** Media types or extensions, as in HTML: 'application/pdf,image/png'. */
  accept: string
  maxMegabytes: number
  /** The values of the whole form: a file kept from an earlier try is found there. */
  values?: object
}

export function FileField(props: Props) {
  const { name, accept, maxMegabytes, hint } = props
  const isSignedIn = useView().actor.id !== null
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
        {...(isSignedIn && resumed(maxMegabytes))}
      />
      {isSignedIn && <Resuming />}
    </Field>
  )
}

/** Where somebody is signed in, a script sends it at once and resumes after a cut; it reads here what to say. */
function resumed(maxMegabytes: number) {
  return {
    'data-resume': maxMegabytes * 1_000_000,
    'data-sending': t('Envoi du fichier : {share} %. Une coupure n’en perd rien.', {
      share: '{share}',
    }),
    'data-waits': t('Le fichier finit d’arriver, puis la suite s’ouvre.'),
    'data-sent': t('Fichier reçu : {name}', { name: '{name}' }),
    'data-wrong': t('Ce fichier n’est pas du type attendu : choisissez-en un autre.'),
    'data-heavy': t('Ce fichier est trop lourd : {size} Mo au plus.', {
      size: formatNumber(maxMegabytes),
    }),
  }
}

function Resuming() {
  return (
    <>
      <p class="hint" role="status" data-upload />
      <Island name="upload.js" />
    </>
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
