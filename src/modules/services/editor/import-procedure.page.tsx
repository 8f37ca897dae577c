/** A procedure that another commune wrote, or that this one kept, becomes a draft here. */
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  fields,
  form,
  refuse,
  type Submission,
  seeOther,
  tableFile,
} from '#platform/web.ts'
import { Checkbox, FileField, Form, Page } from '#web/components/index.tsx'
import { listSheets } from '../inventory/sheet.queries.ts'
import { readProcedure } from '../procedures/definition.schema.ts'
import { saveDraft, startProcedure } from '../procedures/procedure.actions.ts'
import { getDraft, listProceduresOfCommune } from '../procedures/procedure.queries.ts'
import type { Definition } from '../procedures/procedure.types.ts'

const maxMegabytes = 1

const Input = z.object({ file: tableFile(maxMegabytes), replaces: fields.checkbox() })

export const importProcedurePage = form('/espace/demarches/importer', {
  load: (_: unknown, { actor }: Context) => ({ communeId: getOrganisationId(actor) }),
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  input: Input,
  invalid: (_, submission) => <ImportProcedure {...submission} />,
  valid: async ({ communeId }, { file, replaces }, context) => {
    const bytes = await buffer(await context.platform.files.open(file.sha256))
    const read = readProcedure(bytes.toString('utf8'))
    if (!read.ok) return refuse({ file: read.problems.slice(0, 3).join(' ') })
    const { definition } = read
    const sheets = await listSheets(context.db)
    if (!sheets.some(({ serviceCode }) => serviceCode === definition.serviceCode))
      return refuse({ file: 'Cette démarche répond à un service qui n’est pas au catalogue' })
    const id = await bringIn(context, communeId, definition, replaces)
    if (id === null)
      return refuse({
        replaces: 'La commune a déjà cette démarche : cochez pour remplacer son brouillon',
      })
    return seeOther(`/espace/demarches/${id}`, 'La démarche est importée : relisez-la.')
  },
})

/** The procedure that now has this draft; null when it would replace one without being told to. */
async function bringIn(
  context: Context,
  communeId: string,
  definition: Definition,
  replaces: boolean,
): Promise<string | null> {
  const own = await listProceduresOfCommune(context.db, communeId)
  const known = own.find(({ serviceCode }) => serviceCode === definition.serviceCode)
  if (!known) return (await startProcedure(context, communeId, definition))?.id ?? null
  if (!replaces) return null
  const { version } = await getDraft(context.db, known.id)
  return (await saveDraft(context, known, definition, version)) ? known.id : null
}

function ImportProcedure({ values, errors }: Submission<z.infer<typeof Input>>) {
  return (
    <Page
      title="Importer une démarche"
      lead="Le fichier qu’une autre commune a exporté devient un brouillon de la vôtre."
      errors={errors}
      breadcrumbs={[{ label: 'Démarches de la commune', href: '/espace/demarches' }]}
    >
      <Form submit="Importer" multipart secondary={{ label: 'Annuler', href: '/espace/demarches' }}>
        <FileField
          name="file"
          label="Fichier de la démarche"
          hint="Il finit par « .json »."
          accept="application/json,.json"
          maxMegabytes={maxMegabytes}
          values={values}
          error={errors.file}
        />
        <Checkbox
          name="replaces"
          label="Remplacer le brouillon, si la commune a déjà cette démarche"
          hint={t('Ce qui est publié ne change pas avant une nouvelle publication.')}
          value={String(values.replaces ?? '')}
          error={errors.replaces}
        />
      </Form>
    </Page>
  )
}
