/** Where a commune gives the emblem that heads its papers. */
import { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  action,
  endpoint,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
  type Upload,
} from '#platform/web.ts'
import { ActionButton, FileField, Form, Page } from '#web/components/index.tsx'
import { mayEditProfile } from '../communes/commune.policy.ts'
import { type Commune, getCommune, getCommuneBySlug } from '../communes/commune.queries.ts'
import { removeEmblem, saveEmblem } from './emblem.actions.ts'
import { type Emblem, findEmblem } from './emblem.queries.ts'

const address = '/espace/commune/embleme'
const types = [mediaTypes.png, mediaTypes.jpeg]
const maxMegabytes = 0.3
const EmblemFile = z.object({
  file: optionalFile(types, maxMegabytes).refine(
    (upload): upload is Upload => upload !== null,
    'Choisissez une image',
  ),
})

interface Subject {
  readonly commune: Commune
  readonly emblem: Emblem | undefined
}

export const editEmblemPage = form(address, {
  load: async (_, { db, actor }): Promise<Subject> => {
    const commune = await getCommune(db, getOrganisationId(actor))
    return { commune, emblem: await findEmblem(db, commune.id) }
  },
  allow: (actor, { commune }) => mayEditProfile(actor, commune),
  input: EmblemFile,
  invalid: (subject, submission) => <EditEmblem {...subject} {...submission} />,
  valid: async ({ commune }, { file }, context) => {
    const because = await saveEmblem(context, commune, file)
    if (because !== null) return refuse({ file: because })
    return seeOther(address, 'Les prochains papiers de la commune porteront cet emblème.')
  },
})

export const removeEmblemAction = action('/espace/commune/embleme/retirer', {
  load: (_, { db, actor }) => getCommune(db, getOrganisationId(actor)),
  allow: mayEditProfile,
  input: z.object({}),
  back: () => address,
  act: async ({ id }, _, context) => {
    await removeEmblem(context, id)
    return seeOther(address, 'Les prochains papiers n’auront plus d’emblème.')
  },
})

export const showEmblem = endpoint('/communes/:slug/embleme', {
  load: async ({ slug }, { db }) =>
    orNotFound(await findEmblem(db, (await getCommuneBySlug(db, slug)).id)),
  allow: everyone,
  reply: ({ bytes, mediaType }) => ({
    headers: { 'content-type': mediaType, 'cache-control': 'no-cache' },
    body: bytes,
  }),
})

function EditEmblem({ commune, emblem, values, errors }: Subject & Submission<{ file: Upload }>) {
  return (
    <Page
      title="L’emblème de la commune"
      lead="Il paraît en tête des papiers de la commune : appels, procès-verbaux, conventions. Les papiers déjà émis ne changent pas."
      errors={errors}
      breadcrumbs={[{ label: t('Les moyens de la commune'), href: '/espace/commune' }]}
    >
      {emblem && (
        <>
          <p>
            <img
              src={`/communes/${commune.slug}/embleme`}
              alt={t('L’emblème actuel de la commune')}
              height="96"
            />
          </p>
          <ActionButton
            action={`${address}/retirer`}
            label="Retirer l’emblème"
            confirm="Les prochains papiers seront émis sans emblème."
          />
        </>
      )}
      <Form submit="Enregistrer l’emblème" multipart>
        <FileField
          name="file"
          label="Image"
          accept={types.join(',')}
          maxMegabytes={maxMegabytes}
          values={values}
          error={errors.file}
        />
      </Form>
    </Page>
  )
}
