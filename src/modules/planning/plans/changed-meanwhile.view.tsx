/** Tells whoever saves second what changed meanwhile: nothing they typed is lost, nothing they did not see is overwritten. */
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { Difference, Notice } from '#web/components/index.tsx'

interface Field {
  readonly label: string
  /** As it now stands. */
  readonly stored: string
  readonly typed: string | undefined
}

interface Props {
  /** The version the form was filled from, and the one that now stands. */
  readonly typedFrom: string | undefined
  readonly version: number
  readonly fields: readonly Field[]
}

export const changedMeanwhile =
  'Quelqu’un a enregistré cette partie pendant que vous écriviez. Votre texte est gardé ci-dessous ; la différence est montrée. Enregistrez de nouveau pour garder le vôtre.'

export function ChangedMeanwhile({ typedFrom, version, fields }: Props) {
  if (typedFrom === undefined || typedFrom === String(version)) return null
  const different = fields.filter(({ stored, typed }) => typed !== undefined && typed !== stored)
  return (
    <Notice kind="warning" title="Ce qui est enregistré, et ce que vous avez écrit">
      <p>{t('Barré : ce qui est enregistré. Souligné : ce que vous avez écrit.')}</p>
      {different.map(({ label, stored, typed }) => (
        <div key={label}>
          <h3>{t(label)}</h3>
          <Difference pieces={compareTexts(stored, typed ?? '')} />
        </div>
      ))}
    </Notice>
  )
}
