/** The fields that every resource has, and those of a video. */
import { domainLabels, serviceLabels } from '#modules/directory/index.ts'
import type { Submission } from '#platform/web.ts'
import { CheckboxGroup, choicesOf, Details, NumberField, UrlField } from '#web/components/index.tsx'
import { audienceLabels } from '../audience.labels.ts'
import type { ResourceValues } from './resource.schema.ts'

export function ForWhom({ values, errors }: Submission<ResourceValues>) {
  return (
    <>
      <CheckboxGroup
        name="audiences"
        label="Pour qui"
        value={values.audiences}
        error={errors.audiences}
        options={choicesOf(audienceLabels)}
      />
      <CheckboxGroup
        name="domains"
        label="Domaines"
        value={values.domains}
        error={errors.domains}
        options={choicesOf(domainLabels)}
      />
      <Details summary="Services municipaux concernés">
        <CheckboxGroup
          name="services"
          label="Services municipaux"
          value={values.services}
          error={errors.services}
          options={choicesOf(serviceLabels)}
          required={false}
        />
      </Details>
    </>
  )
}

export function VideoFields({ values, errors }: Submission<ResourceValues>) {
  return (
    <>
      <UrlField
        name="videoUrl"
        label="Adresse de la vidéo"
        hint="Elle reste chez son hébergeur : Cauri y mène par un lien."
        value={values.videoUrl}
        error={errors.videoUrl}
      />
      <NumberField
        name="videoMinutes"
        label="Durée, en minutes"
        value={values.videoMinutes}
        error={errors.videoMinutes}
      />
      <NumberField
        name="videoMegabytes"
        label="Poids, en Mo"
        value={values.videoMegabytes}
        error={errors.videoMegabytes}
      />
    </>
  )
}
