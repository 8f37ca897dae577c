/** Where a resource is written: what each kind asks for, of what it is, for whom. */
import { listAllEntries, listEntriesOfStartup } from '#modules/directory/index.ts'
import { type Actor, worksForA } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  form,
  type Refusal,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  FileField,
  Form,
  Hidden,
  type Option,
  Page,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { changedMeanwhile } from '../../sessions/changed-meanwhile.ts'
import { awarenessHome, homeCrumb, workOnResource } from '../awareness-address.ts'
import { loadResource, resourceBack } from './load-resource.ts'
import { openResource, saveResource } from './resource.actions.ts'
import { resourceKindLabels } from './resource.labels.ts'
import { listKindsFor, resourcePolicy } from './resource.policy.ts'
import {
  isKind,
  type Resource,
  ResourceInput,
  type ResourceKind,
  type ResourceValues,
} from './resource.schema.ts'
import { ForWhom, VideoFields } from './resource-fields.view.tsx'

interface Writing {
  readonly kind: ResourceKind
  readonly resource: Resource | null
  readonly solutions: readonly Option[]
}

/** A startup tells of its own verified solutions; the others of all that are in the catalogue. */
export async function listSolutionOptions(db: Db, actor: Actor): Promise<Option[]> {
  const entries =
    worksForA(actor, 'startup') && actor.organisation
      ? await listEntriesOfStartup(db, actor.organisation.id)
      : await listAllEntries(db)
  return entries.map(({ solutionId, name, startupName }) => ({
    value: solutionId,
    label: `${name} (${startupName})`,
  }))
}

const writeResourcePage = form(`${awarenessHome}/ressources/nouvelle/:kind`, {
  load: async ({ kind }: { kind: string }, { db, actor }: Context): Promise<Writing> => {
    if (!isKind(kind) || kind === 'caseStudy') throw new NotFound()
    return { kind, resource: null, solutions: await listSolutionOptions(db, actor) }
  },
  allow: (actor, { kind }) => listKindsFor(actor).includes(kind),
  input: ResourceInput,
  initial: () => ({ version: 0 }),
  invalid: (writing, submission) => <EditResource {...writing} {...submission} />,
  valid: async (writing, values, context) => {
    const fault = findFault(writing, values, context.actor)
    if (fault) return fault
    const resource = await openResource(context, writing.kind, values)
    return seeOther(
      workOnResource(resource),
      'La ressource est enregistrée. Relisez-la, puis envoyez-la.',
    )
  },
})

const editResourcePage = form(`${awarenessHome}/ressources/:resourceId/modifier`, {
  load: async (
    params: { resourceId: string },
    context: Context,
  ): Promise<Writing & { resource: Resource }> => {
    const resource = await loadResource(params, context)
    const solutions = await listSolutionOptions(context.db, context.actor)
    return { resource, kind: resource.kind, solutions }
  },
  allow: (actor, { resource }) => resourcePolicy.edit(actor, resource),
  input: ResourceInput,
  initial: ({ resource }) => ({ ...resource }),
  invalid: (writing, submission) => <EditResource {...writing} {...submission} />,
  valid: async (writing, values, context) => {
    const fault = findFault(writing, values, context.actor)
    if (fault) return fault
    if (!(await saveResource(context, writing.resource, values)))
      return refuse({ form: changedMeanwhile })
    return seeOther(workOnResource(writing.resource), 'La ressource est enregistrée.')
  },
})

export function findFault(
  { kind, resource, solutions }: Writing,
  values: ResourceValues,
  actor: Actor,
): Refusal | undefined {
  const { solutionId, videoUrl, file, body } = values
  if (solutionId !== null && !solutions.some(({ value }) => value === solutionId))
    return refuse({ solutionId: 'Choisissez une solution de la liste' })
  if (worksForA(actor, 'startup') && solutionId === null)
    return refuse({ solutionId: 'Dites de laquelle de vos solutions il s’agit' })
  if (kind === 'video') return findVideoFault(values)
  if (videoUrl !== null) return refuse({ videoUrl: 'Seule une vidéo a cette adresse' })
  if (kind === 'document')
    return file || resource?.fileId ? undefined : refuse({ file: 'Choisissez le fichier' })
  return body === '' ? refuse({ body: 'Écrivez le texte' }) : undefined
}

function findVideoFault(values: ResourceValues): Refusal | undefined {
  const { videoUrl, videoMinutes, videoMegabytes } = values
  if (!videoUrl?.startsWith('https://'))
    return refuse({ videoUrl: 'Indiquez une adresse qui commence par https://' })
  if (videoMinutes === null) return refuse({ videoMinutes: 'Dites combien de minutes elle dure' })
  return videoMegabytes === null
    ? refuse({
        videoMegabytes: 'Dites combien de Mo elle pèse : qui paie son forfait doit le savoir',
      })
    : undefined
}

type Props = Submission<ResourceValues> & Writing

function EditResource({ kind, resource, ...rest }: Props) {
  const back = resource ? resourceBack(resource) : homeCrumb
  return (
    <Page
      title={resource ? 'Modifier la ressource' : 'Écrire une ressource'}
      kicker={t(resourceKindLabels[kind])}
      errors={rest.errors}
      breadcrumbs={[back]}
    >
      <Form
        submit="Enregistrer la ressource"
        multipart={kind === 'document'}
        secondary={{ label: 'Annuler', href: back.href }}
      >
        <ResourceFields kind={kind} version={resource?.version ?? 0} {...rest} />
      </Form>
    </Page>
  )
}

type FieldsProps = Omit<Props, 'resource'> & { readonly version: number }

export function ResourceFields({ kind, version, solutions, values, errors }: FieldsProps) {
  return (
    <>
      <Hidden name="version" value={String(version)} />
      <TextField name="title" label="Titre" value={values.title} error={errors.title} />
      <TextArea
        name="summary"
        label="Résumé"
        hint="Une phrase ou deux : ce qu’on y apprend."
        value={values.summary}
        error={errors.summary}
        rows={2}
      />
      {kind === 'video' && <VideoFields values={values} errors={errors} />}
      {kind === 'document' && (
        <FileField
          name="file"
          label="Fichier"
          hint="PDF, PNG ou JPEG. Laissez vide pour garder celui qui y est."
          accept="application/pdf,image/png,image/jpeg"
          maxMegabytes={10}
          values={values}
          error={errors.file}
          required={false}
        />
      )}
      <TextArea
        name="body"
        label="Texte"
        hint="Une ligne vide sépare deux paragraphes ; une ligne qui commence par un tiret fait une liste."
        value={values.body}
        error={errors.body}
        rows={16}
        required={kind !== 'video' && kind !== 'document'}
      />
      <Select
        name="solutionId"
        label="Solution dont il s’agit"
        empty="Aucune en particulier"
        value={values.solutionId}
        error={errors.solutionId}
        options={solutions}
        required={false}
      />
      <ForWhom values={values} errors={errors} />
    </>
  )
}

export const editResourcePages = [writeResourcePage, editResourcePage]
