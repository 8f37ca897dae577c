/** A person's own account: name, language, and the way to the rest. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { listLocales, t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DefinitionList,
  Form,
  FormSection,
  Page,
  Select,
  TextField,
} from '#web/components/index.tsx'
import { keepLocale } from './choose-locale.endpoint.ts'
import { showAddress } from './identifier.rules.ts'
import { personName } from './person.fields.ts'
import { findPerson, type Person } from './person.queries.ts'

const path = '/espace/compte'
const localeLabels: Record<string, string> = { fr: 'Français', en: 'English' }

export async function loadSelf(_: unknown, { db, actor }: Context): Promise<Person> {
  return orNotFound(await findPerson(db, getPersonId(actor)))
}

const Account = z.object({ nom: personName, langue: fields.text({ max: 10 }) })

export const accountPage = form(path, {
  load: loadSelf,
  allow: signedIn,
  input: Account,
  initial: (person) => ({ nom: person.fullName, langue: person.locale }),
  invalid: (person, submission, { platform }) => (
    <AccountForm person={person} oidc={platform.config.oidc} {...submission} />
  ),
  valid: async (person, { nom, langue }, context) => {
    if (!listLocales().includes(langue)) return refuse({ langue: 'Choisissez une langue proposée' })
    await context.db
      .updateTable('identity.person')
      .set({ fullName: nom, locale: langue })
      .where('id', '=', person.id)
      .execute()
    keepLocale(context, langue)
    return seeOther(path, 'Votre compte est à jour.')
  },
})

interface Shown {
  readonly person: Person
  /** The provider of identity, where there is one. */
  readonly oidc: { readonly name: string } | null
}

function AccountForm({
  person,
  oidc,
  values,
  errors,
}: Submission<z.infer<typeof Account>> & Shown) {
  return (
    <Page
      title="Mon compte"
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Form action={path} submit="Enregistrer">
        <TextField
          name="nom"
          label="Nom et prénom"
          value={values.nom}
          error={errors.nom}
          autocomplete="name"
        />
        <Select
          name="langue"
          label="Langue"
          value={values.langue}
          error={errors.langue}
          options={listLocales().map((value) => ({ value, label: localeLabels[value] ?? value }))}
        />
      </Form>
      <FormSection title="Se connecter">
        <SignInFacts person={person} oidc={oidc} />
      </FormSection>
    </Page>
  )
}

function SignInFacts({ person, oidc }: Shown) {
  const isProtected = person.totpConfirmedAt !== null
  return (
    <DefinitionList
      items={[
        {
          term: 'Adresse électronique',
          value: link(person.email ?? t('Ajouter une adresse'), 'contact'),
        },
        {
          term: 'Téléphone',
          value: link(
            person.phone ? showAddress(person.phone) : t('Ajouter un téléphone'),
            'contact',
          ),
        },
        { term: 'Mot de passe', value: link(t('Changer de mot de passe'), 'mot-de-passe') },
        {
          term: 'Double authentification',
          value: link(
            isProtected ? t('Active') : t('Inactive : l’activer'),
            'double-authentification',
          ),
        },
        { term: 'Clés d’accès', value: link(t('Voir mes clés'), 'cles') },
        { term: 'Appareils connectés', value: link(t('Voir mes appareils'), 'sessions') },
        ...(oidc ? [{ term: oidc.name, value: link(t('Lier ou délier'), 'identite') }] : []),
      ]}
    />
  )
}

function link(text: string, page: string) {
  return <a href={`${path}/${page}`}>{text}</a>
}
