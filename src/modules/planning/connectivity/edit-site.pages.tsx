/** Adding a site, and changing what is said of one. */
import { listArrondissements } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  choicesOf,
  Fieldset,
  Form,
  Hidden,
  NumberField,
  Page,
  RadioGroup,
  Select,
  TextField,
} from '#web/components/index.tsx'
import { mayKeepConnectivity, mayWriteConnectivity } from './connectivity.policy.ts'
import { changedMeanwhile } from './keep.ts'
import { addSite, saveSite } from './site.actions.ts'
import { powerLabels, siteKindLabels } from './site.labels.ts'
import { getSite, hasSiteNamed } from './site.queries.ts'
import type { Site } from './site.schema.ts'
import { SiteEdit } from './site-edit.schema.ts'

interface Editing {
  readonly site: Site | null
  readonly arrondissements: readonly { code: string; name: string }[]
}

const nameTaken = { name: 'Un autre lieu de la commune porte déjà ce nom' }

export const addSitePage = form('/espace/connectivite/lieux/nouveau', {
  load: async (_, { db, actor }: Context): Promise<Editing> => ({
    site: null,
    arrondissements: mayKeepConnectivity(actor, null)
      ? await listArrondissements(db, getOrganisationId(actor))
      : [],
  }),
  allow: mayKeepConnectivity,
  input: SiteEdit,
  invalid: (editing, submission) => <EditSite {...editing} {...submission} />,
  valid: async (editing, answers, context) => {
    const communeId = getOrganisationId(context.actor)
    if (await hasSiteNamed(context.db, communeId, answers.name, null)) return refuse(nameTaken)
    const id = await addSite(context, communeId, onlyKnown(answers, editing))
    return seeOther(
      `/espace/connectivite/lieux/${id}`,
      'Le lieu est ajouté. Ajoutez maintenant sa connexion.',
    )
  },
})

export const editSitePage = form('/espace/connectivite/lieux/:siteId/modifier', {
  load: async ({ siteId }: { siteId: string }, { db }: Context) => {
    const site = await getSite(db, siteId)
    return { site, arrondissements: await listArrondissements(db, site.communeId) }
  },
  allow: (actor, { site }) => mayWriteConnectivity(actor, site),
  input: SiteEdit,
  initial: ({ site }) => ({
    ...site,
    latitude: sayDecimal(site.latitude),
    longitude: sayDecimal(site.longitude),
  }),
  invalid: (editing, submission) => <EditSite {...editing} {...submission} />,
  valid: async (editing, answers, context) => {
    const { site } = editing
    if (await hasSiteNamed(context.db, site.communeId, answers.name, site.id))
      return refuse(nameTaken)
    if (!(await saveSite(context, site, onlyKnown(answers, editing))))
      return refuse({ form: changedMeanwhile })
    return seeOther(`/espace/connectivite/lieux/${site.id}`, 'Le lieu est à jour.')
  },
})

function sayDecimal(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',')
}

/** An arrondissement of another commune is none. */
function onlyKnown(answers: SiteEdit, { arrondissements }: Editing): SiteEdit {
  const isKnown = arrondissements.some(({ code }) => code === answers.arrondissementCode)
  return { ...answers, arrondissementCode: isKnown ? answers.arrondissementCode : null }
}

function EditSite({ site, arrondissements, values, errors }: Editing & Submission<SiteEdit>) {
  const home = { label: 'Connectivité', href: '/espace/connectivite' }
  const base = site && { label: site.name, href: `/espace/connectivite/lieux/${site.id}` }
  return (
    <Page
      title={site ? 'Modifier le lieu' : 'Ajouter un lieu'}
      errors={errors}
      breadcrumbs={base ? [home, base] : [home]}
    >
      <Form
        submit={site ? 'Enregistrer' : 'Ajouter ce lieu'}
        secondary={{ label: 'Annuler', href: (base ?? home).href }}
      >
        <Hidden
          name="version"
          value={errors.form && site ? site.version : (values.version ?? '1')}
        />
        <RadioGroup
          name="kind"
          label="Quel est ce lieu ?"
          options={choicesOf(siteKindLabels)}
          value={values.kind}
          error={errors.kind}
        />
        <TextField
          name="name"
          label="Nom du lieu"
          hint="Par exemple : Mairie, Arrondissement de Thio, PNC de Magoumi."
          value={values.name}
          error={errors.name}
        />
        <Select
          name="arrondissementCode"
          label="Arrondissement"
          empty="Non précisé"
          required={false}
          options={arrondissements.map(({ code, name }) => ({ value: code, label: name }))}
          value={values.arrondissementCode}
        />
        <PowerFields values={values} errors={errors} />
        <PositionFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function PowerFields({ values, errors }: Submission<SiteEdit>) {
  return (
    <>
      <Select
        name="power"
        label="Énergie"
        empty="Je ne sais pas"
        required={false}
        options={choicesOf(powerLabels)}
        value={values.power}
        error={errors.power}
      />
      <NumberField
        name="powerHours"
        label="Heures d’énergie par jour"
        hint="En moyenne, de 0 à 24. Vide si vous ne savez pas."
        required={false}
        value={values.powerHours}
        error={errors.powerHours}
      />
    </>
  )
}

function PositionFields({ values, errors }: Submission<SiteEdit>) {
  return (
    <Fieldset legend="Position, si vous la connaissez">
      <p class="soft">{t('En degrés, comme un téléphone les affiche. Elle est publique.')}</p>
      <TextField
        name="latitude"
        label="Latitude"
        hint="Par exemple : 7,97"
        required={false}
        value={values.latitude}
        error={errors.latitude}
      />
      <TextField
        name="longitude"
        label="Longitude"
        hint="Par exemple : 2,24"
        required={false}
        value={values.longitude}
        error={errors.longitude}
      />
    </Fieldset>
  )
}
