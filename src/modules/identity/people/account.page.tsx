/** A person's own account: name, language, contacts, password, and the way to the rest. */

import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { listLocales, t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  CodeField,
  DefinitionList,
  Form,
  Hidden,
  Page,
  PasswordField,
  Select,
  TextField,
} from '#web/components/index.tsx'
import { sendCode } from '../codes/one-time-code.ts'
import { revokeOtherSessions } from '../sessions/session.ts'
import { redeemCode } from '../sessions/sign-in-code.page.tsx'
import { parseIdentifier } from './identifier.rules.ts'
import { findPasswordFault } from './password.rules.ts'
import { checkPassword, hashPassword } from './password.ts'
import { findPerson, findPersonByIdentifier, type Person } from './person.queries.ts'

const path = '/espace/compte'
const crumbs = [{ label: 'Mon compte', href: path }]
const localeLabels: Record<string, string> = { fr: 'Français', en: 'English' }

const loadSelf = async (_: unknown, { db, actor }: Context) =>
  orNotFound(await findPerson(db, actor.id ?? ''))

const Account = z.object({
  nom: fields.text({ min: 2, max: 120, missing: 'Indiquez votre nom' }),
  langue: z.string().max(10),
})

const accountPage = form(path, {
  load: loadSelf,
  allow: signedIn,
  input: Account,
  initial: (person) => ({ nom: person.fullName, langue: person.locale }),
  invalid: (person, submission) => <AccountForm person={person} {...submission} />,
  valid: async (person, { nom, langue }, { db, setCookie }) => {
    if (!listLocales().includes(langue)) return refuse({ langue: 'Choisissez une langue proposée' })
    await db
      .updateTable('identity.person')
      .set({ fullName: nom, locale: langue })
      .where('id', '=', person.id)
      .execute()
    setCookie('cauri-langue', langue, { maxAge: 31_536_000 })
    return seeOther(path, 'Votre compte est à jour.')
  },
})

function AccountForm({
  person,
  values,
  errors,
}: Submission<z.infer<typeof Account>> & { person: Person }) {
  return (
    <Page
      title="Mon compte"
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <DefinitionList
        items={[
          { term: 'Adresse électronique', value: person.email ?? t('Aucune') },
          { term: 'Téléphone', value: person.phone ?? t('Aucun') },
          {
            term: 'Double authentification',
            value: person.totpConfirmedAt ? t('Active') : t('Inactive'),
          },
        ]}
      />
      <ul class="rows">
        <li>
          <a href={`${path}/contact`}>{t('Ajouter ou changer une adresse ou un téléphone')}</a>
        </li>
        <li>
          <a href={`${path}/mot-de-passe`}>{t('Changer de mot de passe')}</a>
        </li>
        <li>
          <a href={`${path}/double-authentification`}>{t('Double authentification')}</a>
        </li>
        <li>
          <a href={`${path}/cles`}>{t('Clés d’accès')}</a>
        </li>
        <li>
          <a href={`${path}/sessions`}>{t('Mes connexions')}</a>
        </li>
        <li>
          <a href="/espace/organisations">{t('Mes organisations')}</a>
        </li>
        <li>
          <a href="/espace/notifications">{t('Mes messages')}</a>
        </li>
      </ul>
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
    </Page>
  )
}

const NewPassword = z.object({
  actuel: z.string().max(300),
  nouveau: z.string().max(300).min(1, 'Choisissez un mot de passe'),
})

const passwordPage = form(`${path}/mot-de-passe`, {
  load: loadSelf,
  allow: signedIn,
  input: NewPassword,
  limit: { points: 20, seconds: 3600 },
  invalid: (person, { errors }) => (
    <Page title="Changer de mot de passe" errors={errors} breadcrumbs={crumbs}>
      <Form action={`${path}/mot-de-passe`} submit="Changer">
        {person.passwordHash ? (
          <PasswordField
            name="actuel"
            label="Mot de passe actuel"
            error={errors.actuel}
            autocomplete="current-password"
          />
        ) : (
          <Hidden name="actuel" value="" />
        )}
        <PasswordField
          name="nouveau"
          label="Nouveau mot de passe"
          hint="Dix caractères au moins : une phrase courte convient très bien."
          error={errors.nouveau}
          autocomplete="new-password"
        />
      </Form>
    </Page>
  ),
  valid: async (person, { actuel, nouveau }, { db, session, now }) => {
    if (person.passwordHash && !(await checkPassword(person.passwordHash, actuel)))
      return refuse({ actuel: 'Ce n’est pas votre mot de passe actuel' })
    const fault = findPasswordFault(nouveau, [person.fullName, person.email ?? ''])
    if (fault) return refuse({ nouveau: fault })
    await db
      .updateTable('identity.person')
      .set({ passwordHash: await hashPassword(nouveau) })
      .where('id', '=', person.id)
      .execute()
    await revokeOtherSessions(db, person.id, session?.id ?? null, now)
    return seeOther(path, 'Votre mot de passe est changé. Vos autres sessions sont fermées.')
  },
})

const NewContact = z.object({
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez un téléphone ou une adresse électronique',
  }),
})

const contactPage = form(`${path}/contact`, {
  load: loadSelf,
  allow: signedIn,
  input: NewContact,
  limit: { points: 10, seconds: 3600 },
  invalid: (_, { values, errors }) => (
    <Page
      title="Ajouter ou changer une adresse ou un téléphone"
      errors={errors}
      breadcrumbs={crumbs}
    >
      <Form action={`${path}/contact`} submit="Envoyer le code">
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          hint="Un code y sera envoyé pour confirmer."
          value={values.identifiant}
          error={errors.identifiant}
        />
      </Form>
    </Page>
  ),
  valid: async (person, { identifiant }, { db, now, platform }) => {
    const identifier = parseIdentifier(identifiant)
    if (!identifier)
      return refuse({
        identifiant: 'Indiquez un numéro de téléphone ou une adresse électronique valable',
      })
    await sendCode(db, { purpose: 'changeContact', identifier, personId: person.id }, now)
    await platform.rateLimiter.forget(`code-tries:changeContact:${identifier.address}`)
    return seeOther(`${path}/contact/code?pour=${encodeURIComponent(identifier.address)}`)
  },
})

const ConfirmContact = z.object({
  identifiant: fields.text({ max: 200 }),
  code: fields.text({ max: 20, missing: 'Indiquez le code reçu' }),
})

const confirmContactPage = form(`${path}/contact/code`, {
  load: async (_, context) => ({
    person: await loadSelf(_, context),
    address: String(context.query.pour ?? ''),
  }),
  allow: signedIn,
  input: ConfirmContact,
  invalid: ({ address }, { values, errors }) => (
    <Page title="Saisir le code reçu" errors={errors} breadcrumbs={crumbs}>
      <Form action={`${path}/contact/code`} submit="Confirmer">
        <Hidden name="identifiant" value={values.identifiant ?? address} />
        <CodeField name="code" label="Code à six chiffres" error={errors.code} />
      </Form>
    </Page>
  ),
  valid: async ({ person }, { identifiant, code }, context) => {
    const address = await redeemCode(context, 'changeContact', identifiant, code)
    if (!address)
      return refuse({ code: 'Code incorrect ou expiré. Vérifiez-le, ou demandez-en un nouveau.' })
    const holder = await findPersonByIdentifier(context.db, address)
    if (holder && holder.id !== person.id)
      return refuse({ form: 'Cette adresse sert déjà à un autre compte.' })
    const set = address.includes('@')
      ? { email: address, emailVerifiedAt: context.now }
      : { phone: address, phoneVerifiedAt: context.now }
    await context.db.updateTable('identity.person').set(set).where('id', '=', person.id).execute()
    return seeOther(path, 'C’est confirmé.')
  },
})

export const accountPages = [accountPage, passwordPage, contactPage, confirmContactPage]
