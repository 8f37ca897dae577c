/** The list of providers that links may name: the association adds to it, renames and retires. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Checkbox, Form, Page, Table, TextField } from '#web/components/index.tsx'
import { addProvider, saveProvider } from './provider.actions.ts'
import { listProviders, type Provider } from './provider.queries.ts'

const base = '/espace/connectivite/fournisseurs'
const home = { label: 'Hypothèses de la connectivité', href: '/espace/connectivite/hypotheses' }

const NewProvider = z.object({
  name: fields.text({ min: 2, max: 80, missing: 'Nommez le fournisseur' }),
  source: fields.optionalText(300),
})

const nameTaken = { name: 'Ce fournisseur est déjà dans la liste' }

export const listProvidersPage = form(base, {
  load: (_, { db }: Context) => listProviders(db),
  allow: associationStaff,
  input: NewProvider,
  invalid: (providers, submission) => <ListProviders providers={providers} {...submission} />,
  valid: async (_, provider, context) => {
    if (!(await addProvider(context, provider))) return refuse(nameTaken)
    return seeOther(base, 'Le fournisseur est ajouté.')
  },
})

type ListProps = Submission<z.infer<typeof NewProvider>> & {
  readonly providers: readonly Provider[]
}

function ListProviders({ providers, values, errors }: ListProps) {
  return (
    <Page title="Fournisseurs de connexions" errors={errors} breadcrumbs={[home]}>
      <Table
        caption="Les fournisseurs"
        isCaptionHidden
        columns={[
          { key: 'name', label: 'Fournisseur' },
          { key: 'source', label: 'Note' },
          { key: 'state', label: 'État' },
        ]}
        rows={providers.map(({ code, name, source, isRetired }) => ({
          name: <a href={`${base}/${code}`}>{name}</a>,
          source: source || '—',
          state: isRetired ? t('Retiré de la liste') : t('Proposé'),
        }))}
      />
      <h2>{t('Ajouter un fournisseur')}</h2>
      <Form submit="Ajouter ce fournisseur">
        <NameFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function NameFields({ values, errors }: Submission<z.infer<typeof NewProvider>>) {
  return (
    <>
      <TextField name="name" label="Nom" value={values.name} error={errors.name} />
      <TextField
        name="source"
        label="Note"
        hint="Ce qui aide à le reconnaître. Visible de l’association seule."
        required={false}
        value={values.source}
        error={errors.source}
      />
    </>
  )
}

const ProviderEdit = NewProvider.extend({ isRetired: fields.checkbox() })

export const editProviderPage = form(`${base}/:code`, {
  load: async ({ code }: { code: string }, { db }: Context) =>
    orNotFound((await listProviders(db)).find((provider) => provider.code === code)),
  allow: associationStaff,
  input: ProviderEdit,
  initial: (provider) => provider,
  invalid: (provider, submission) => <EditProvider provider={provider} {...submission} />,
  valid: async ({ code }, provider, context) => {
    if (!(await saveProvider(context, code, provider))) return refuse(nameTaken)
    return seeOther(base, 'Le fournisseur est à jour.')
  },
})

type EditProps = Submission<z.infer<typeof ProviderEdit>> & { readonly provider: Provider }

function EditProvider({ provider, values, errors }: EditProps) {
  return (
    <Page
      title={provider.name}
      errors={errors}
      breadcrumbs={[home, { label: 'Fournisseurs', href: base }]}
    >
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: base }}>
        <NameFields values={values} errors={errors} />
        <Checkbox
          name="isRetired"
          label="Ne plus le proposer"
          hint="Les connexions qui le nomment le gardent."
          value={values.isRetired}
        />
      </Form>
    </Page>
  )
}
