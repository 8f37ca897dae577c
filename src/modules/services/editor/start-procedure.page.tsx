/** Opening a procedure begins with a service: the library has one ready for most, the sheet of the service frames the others. */
import { z } from 'zod'
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Notice, Page, Select } from '#web/components/index.tsx'
import { nameService } from '../inventory/listed-service.ts'
import type { Sheet } from '../inventory/service.schema.ts'
import { listSheets } from '../inventory/sheet.queries.ts'
import { createBlank, createFromLibrary, listReady } from '../procedures/library.facts.ts'
import { startProcedure } from '../procedures/procedure.actions.ts'
import { listProceduresOfCommune } from '../procedures/procedure.queries.ts'

interface Starting {
  readonly communeId: string
  /** The services that have no procedure yet and that the law allows. */
  readonly sheets: readonly Sheet[]
}

const Input = z.object({
  ready: fields.optionalText(60),
  other: fields.optionalText(60),
})

export const startProcedurePage = form('/espace/demarches/nouvelle', {
  load: async (_: unknown, { db, actor }: Context): Promise<Starting> => {
    const communeId = getOrganisationId(actor)
    const taken = new Set(
      (await listProceduresOfCommune(db, communeId)).map(({ serviceCode }) => serviceCode),
    )
    const sheets = (await listSheets(db)).filter(
      ({ serviceCode, suspension }) => !taken.has(serviceCode) && suspension === null,
    )
    return { communeId, sheets }
  },
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  input: Input,
  initial: (_, { query }) => ({ ready: query.service ?? '' }),
  invalid: (starting, submission) => <StartProcedure {...starting} {...submission} />,
  valid: async ({ communeId, sheets }, { ready, other }, context) => {
    if (ready !== '' && other !== '')
      return refuse({ other: 'Choisissez un modèle ou un autre service, pas les deux' })
    const sheet = sheets.find(({ serviceCode }) => serviceCode === (ready || other))
    if (!sheet) return refuse({ ready: 'Choisissez la démarche à ouvrir' })
    const definition =
      createFromLibrary(sheet) ?? createBlank(sheet, nameService(sheet.serviceCode))
    const procedure = await startProcedure(context, communeId, definition)
    if (!procedure) return refuse({ form: 'Cette démarche vient d’être commencée.' })
    return seeOther(`/espace/demarches/${procedure.id}`, 'La démarche est prête à être adaptée.')
  },
})

function StartProcedure({ sheets, values, errors }: Starting & Submission<z.infer<typeof Input>>) {
  const free = new Set(sheets.map(({ serviceCode }) => serviceCode))
  const ready = listReady().filter(({ service }) => free.has(service))
  const withModel = new Set(ready.map(({ service }) => service))
  return (
    <Page
      title="Ouvrir une démarche"
      lead="Partez d’un modèle : les questions et les pièces y sont, il reste à les adapter à votre mairie."
      errors={errors}
      breadcrumbs={[{ label: 'Démarches de la commune', href: '/espace/demarches' }]}
    >
      {ready.length === 0 && (
        <Notice>
          <p>{t('La commune a déjà repris tous les modèles.')}</p>
        </Notice>
      )}
      <Form submit="Commencer" secondary={{ label: 'Annuler', href: '/espace/demarches' }}>
        <Select
          name="ready"
          label="Modèle prêt"
          required={false}
          empty="Aucun"
          value={values.ready}
          error={errors.ready}
          options={ready.map(({ service, title }) => ({ value: service, label: title }))}
        />
        <Select
          name="other"
          label="Autre service"
          hint="Sans modèle : la fiche du service donne les pièces et les textes, vous écrivez les questions."
          required={false}
          empty="Aucun"
          value={values.other}
          error={errors.other}
          options={sheets
            .filter(({ serviceCode }) => !withModel.has(serviceCode))
            .map(({ serviceCode }) => ({ value: serviceCode, label: nameService(serviceCode) }))}
        />
      </Form>
    </Page>
  )
}
