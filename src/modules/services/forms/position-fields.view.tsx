/** Where something is, in degrees: typed, or filled in by a telephone that knows (locate.island.ts). */
import { t } from '#platform/i18n.ts'
import { TextField } from '#web/components/index.tsx'

interface Props {
  readonly name: string
  readonly latitude: string
  readonly longitude: string
  readonly errors?: {
    readonly latitude?: string | undefined
    readonly longitude?: string | undefined
  }
}

export function PositionFields({ name, latitude, longitude, errors = {} }: Props) {
  return (
    <div
      class="pair"
      data-locate={name}
      data-label={t('Utiliser ma position')}
      data-searching={t('Recherche de la position…')}
      data-failed={t('La position n’a pas été trouvée : décrivez le repère.')}
    >
      <TextField
        name={`${name}.latitude`}
        label="Latitude"
        hint="Par exemple 7,9735."
        required={false}
        value={latitude}
        error={errors.latitude}
      />
      <TextField
        name={`${name}.longitude`}
        label="Longitude"
        hint="Par exemple 2,2400."
        required={false}
        value={longitude}
        error={errors.longitude}
      />
    </div>
  )
}
