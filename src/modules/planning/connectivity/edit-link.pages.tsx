/** Adding a connection to a site, and changing it: what the contract says, and from when to when. */
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  choicesOf,
  DateField,
  Form,
  Hidden,
  MoneyField,
  Page,
  Select,
  TextField,
} from '#web/components/index.tsx'
import { mayWriteConnectivity } from './connectivity.policy.ts'
import { toMegabits } from './decimal.fields.ts'
import { changedMeanwhile } from './keep.ts'
import { addLink, saveLink } from './link.actions.ts'
import { listProviders, type Provider } from './provider.queries.ts'
import { technologyLabels } from './site.labels.ts'
import { getLink, getSite, type Link } from './site.queries.ts'
import type { Site } from './site.schema.ts'
import { LinkEdit } from './site-edit.schema.ts'

interface Editing {
  readonly site: Site
  readonly link: Link | null
  readonly providers: readonly Provider[]
}

const unknownProvider = { providerCode: 'Choisissez un fournisseur de la liste' }

export const addLinkPage = form('/espace/connectivite/lieux/:siteId/liens/nouveau', {
  load: async ({ siteId }: { siteId: string }, { db }: Context): Promise<Editing> => ({
    site: await getSite(db, siteId),
    link: null,
    providers: await listProviders(db),
  }),
  allow: (actor, { site }) => mayWriteConnectivity(actor, site) && site.closedOn === null,
  input: LinkEdit,
  invalid: (editing, submission) => <EditLink {...editing} {...submission} />,
  valid: async (editing, answers, context) => {
    if (!isOffered(answers, editing)) return refuse(unknownProvider)
    await addLink(context, editing.site, answers)
    return seeOther(
      `/espace/connectivite/lieux/${editing.site.id}`,
      'La connexion est ajoutée. Mesurez-la maintenant.',
    )
  },
})

export const editLinkPage = form('/espace/connectivite/liens/:linkId', {
  load: async ({ linkId }: { linkId: string }, { db }: Context) => {
    const link = await getLink(db, linkId)
    return { link, site: await getSite(db, link.siteId), providers: await listProviders(db) }
  },
  allow: (actor, { site }) => mayWriteConnectivity(actor, site),
  input: LinkEdit,
  initial: ({ link }) => ({
    ...link,
    down: toMegabits(link.downKbps),
    up: toMegabits(link.upKbps),
  }),
  invalid: (editing, submission) => <EditLink {...editing} {...submission} />,
  valid: async (editing, answers, context) => {
    if (!isOffered(answers, editing)) return refuse(unknownProvider)
    if (!(await saveLink(context, editing.link, answers))) return refuse({ form: changedMeanwhile })
    return seeOther(`/espace/connectivite/lieux/${editing.site.id}`, 'La connexion est à jour.')
  },
})

/** A retired provider stays where it already was. */
function isOffered({ providerCode }: LinkEdit, { providers, link }: Editing): boolean {
  const provider = providers.find(({ code }) => code === providerCode)
  return provider !== undefined && (!provider.isRetired || link?.providerCode === providerCode)
}

function EditLink({ site, link, providers, values, errors }: Editing & Submission<LinkEdit>) {
  const base = { label: site.name, href: `/espace/connectivite/lieux/${site.id}` }
  return (
    <Page
      title={link ? 'Modifier la connexion' : 'Ajouter une connexion'}
      errors={errors}
      breadcrumbs={[{ label: 'Connectivité', href: '/espace/connectivite' }, base]}
    >
      <Form
        submit={link ? 'Enregistrer' : 'Ajouter cette connexion'}
        secondary={{ label: 'Annuler', href: base.href }}
      >
        <Hidden
          name="version"
          value={errors.form && link ? link.version : (values.version ?? '1')}
        />
        <Select
          name="technology"
          label="Technologie"
          options={choicesOf(technologyLabels)}
          value={values.technology}
          error={errors.technology}
        />
        <Select
          name="providerCode"
          label="Fournisseur"
          options={providers
            .filter(({ code, isRetired }) => !isRetired || code === link?.providerCode)
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={values.providerCode}
          error={errors.providerCode}
        />
        <PromiseFields values={values} errors={errors} />
        <PeriodFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function PromiseFields({ values, errors }: Submission<LinkEdit>) {
  return (
    <>
      <TextField
        name="down"
        label="Débit descendant promis, en Mbit/s"
        hint="Sur le contrat ou la facture. Vide si vous ne savez pas."
        required={false}
        value={values.down}
        error={errors.down}
      />
      <TextField
        name="up"
        label="Débit montant promis, en Mbit/s"
        required={false}
        value={values.up}
        error={errors.up}
      />
      <MoneyField
        name="monthlyCost"
        label="Coût par mois"
        hint="Abonnement et forfaits. Il n’est pas publié."
        required={false}
        value={values.monthlyCost}
        error={errors.monthlyCost}
      />
      <Checkbox
        name="hasSharedWifi"
        label="Un wifi est partagé avec les agents ou le public"
        value={values.hasSharedWifi}
      />
    </>
  )
}

function PeriodFields({ values, errors }: Submission<LinkEdit>) {
  return (
    <>
      <DateField
        name="since"
        label="En service depuis"
        required={false}
        value={values.since}
        error={errors.since}
      />
      <DateField
        name="until"
        label="Dernier jour de service"
        hint={t('Vide tant que la connexion sert.')}
        required={false}
        value={values.until}
        error={errors.until}
      />
    </>
  )
}
