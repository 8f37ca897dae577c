/** Every organisation, for the secretariat that helps them: who belongs to it, and a new one of the kinds it opens. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { fields, form, page, type Submission, seeOther } from '#platform/web.ts'
import {
  ButtonLink,
  Form,
  GetForm,
  Page,
  Select,
  Table,
  TextField,
} from '#web/components/index.tsx'
import { openOrganisation } from './organisation.actions.ts'
import { type OrganisationLine, searchOrganisations } from './organisation.queries.ts'
import { kindLabels } from './role.labels.ts'

const path = '/espace/organisations/toutes'

export const listOrganisationsPage = page(path, {
  load: async (_, { db, query }) => {
    const text = String(query.q ?? '').slice(0, 100)
    return { text, organisations: await searchOrganisations(db, text) }
  },
  allow: associationStaff,
  view: ({ text, organisations }) => (
    <Page
      title="Toutes les organisations"
      lead="Ouvrez une organisation pour inviter ses premiers membres."
      breadcrumbs={[{ label: 'Mes organisations', href: '/espace/organisations' }]}
    >
      <GetForm action={path} submit="Chercher">
        <TextField name="q" label="Nom" value={text} required={false} />
      </GetForm>
      <OrganisationTable organisations={organisations} />
      <ButtonLink href={`${path}/nouvelle`} kind="quiet">
        Ajouter une administration ou un partenaire
      </ButtonLink>
    </Page>
  ),
})

function OrganisationTable({ organisations }: { organisations: readonly OrganisationLine[] }) {
  if (organisations.length === 0) return <p>{t('Aucune organisation ne porte ce nom.')}</p>
  return (
    <Table
      caption="Organisations"
      isCaptionHidden
      columns={[
        { key: 'name', label: 'Organisation' },
        { key: 'kind', label: 'Type' },
        { key: 'members', label: 'Membres', numeric: true },
      ]}
      rows={organisations.map(({ id, kind, name, memberCount }) => ({
        name: <a href={`/espace/organisations/${id}/membres`}>{name}</a>,
        kind: t(kindLabels[kind]),
        members: memberCount,
      }))}
    />
  )
}

const NewOrganisation = z.object({
  nom: fields.text({ min: 2, max: 160, missing: 'Indiquez le nom' }),
  type: fields.choice(['administration', 'partner'], 'Choisissez un type'),
})

export const newOrganisationPage = form(`${path}/nouvelle`, {
  load: () => null,
  allow: associationStaff,
  input: NewOrganisation,
  invalid: (_, submission) => <NewOrganisationForm {...submission} />,
  valid: async (_, { nom, type }, context) => {
    const id = await openOrganisation(context, { kind: type, name: nom })
    return seeOther(`/espace/organisations/${id}/membres`, 'L’organisation est ajoutée.')
  },
})

function NewOrganisationForm({ values, errors }: Submission<z.infer<typeof NewOrganisation>>) {
  return (
    <Page
      title="Ajouter une organisation"
      lead="Les communes sont déjà là, et les startups s’inscrivent elles-mêmes."
      errors={errors}
      breadcrumbs={[{ label: 'Toutes les organisations', href: path }]}
    >
      <Form action={`${path}/nouvelle`} submit="Ajouter">
        <TextField name="nom" label="Nom" value={values.nom} error={errors.nom} />
        <Select
          name="type"
          label="Type"
          value={values.type}
          error={errors.type}
          options={[
            { value: 'administration', label: kindLabels.administration },
            { value: 'partner', label: kindLabels.partner },
          ]}
        />
      </Form>
    </Page>
  )
}
