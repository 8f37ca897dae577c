/** Signing in, or choosing a new password, with a code sent by e-mail or SMS. */

import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { visitorsOnly } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { CodeField, Form, Hidden, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { type CodePurpose, codeTries, sendCode, useCode } from '../codes/one-time-code.ts'
import { parseIdentifier } from '../people/identifier.rules.ts'
import { findPasswordFault } from '../people/password.rules.ts'
import { hashPassword } from '../people/password.ts'
import { findPersonByIdentifier, type Person } from '../people/person.queries.ts'
import { startSecondFactor } from '../second-factor/challenge.ts'
import { revokeOtherSessions } from './session.ts'
import { welcome } from './sign-in.page.tsx'

const Ask = z.object({
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez votre téléphone ou votre adresse électronique',
  }),
})
const WithCode = z.object({
  identifiant: fields.text({ max: 200 }),
  code: fields.text({ max: 20, missing: 'Indiquez le code reçu' }),
})
const WithPassword = WithCode.extend({
  motDePasse: z.string().max(300).min(1, 'Choisissez un mot de passe'),
})

const sendLimit = { points: 10, seconds: 3600 }
const sent =
  'Si un compte existe à cette adresse, un code vient de partir. Il arrive en une minute.'
const wrongCode = 'Code incorrect ou expiré. Vérifiez-le, ou demandez-en un nouveau.'

interface Flow {
  readonly purpose: CodePurpose
  readonly path: string
  readonly title: string
  readonly intro: string
}

const signInFlow: Flow = {
  purpose: 'signIn',
  path: '/connexion/code',
  title: 'Recevoir un code de connexion',
  intro: 'Indiquez votre téléphone ou votre adresse : un code de six chiffres vous y attend.',
}
const recoverFlow: Flow = {
  purpose: 'recover',
  path: '/mot-de-passe-oublie',
  title: 'Mot de passe oublié',
  intro: 'Un code vous permet d’en choisir un nouveau.',
}

function askPage({ purpose, path, title, intro }: Flow) {
  return form(path, {
    load: () => null,
    allow: visitorsOnly,
    input: Ask,
    limit: sendLimit,
    invalid: (_, { values, errors }) => (
      <Page
        title={title}
        errors={errors}
        breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
      >
        <p>{t(intro)}</p>
        <Form action={path} submit="Envoyer le code">
          <TextField
            name="identifiant"
            label="Téléphone ou adresse électronique"
            value={values.identifiant}
            error={errors.identifiant}
            autocomplete="username"
          />
        </Form>
      </Page>
    ),
    valid: async (_, { identifiant }, context) => {
      const identifier = parseIdentifier(identifiant)
      if (!identifier)
        return refuse({
          identifiant: 'Indiquez un numéro de téléphone ou une adresse électronique valable',
        })
      const person = await findPersonByIdentifier(context.db, identifiant)
      if (
        person &&
        person.disabledAt === null &&
        (await context.platform.rateLimiter.tryPoint(`code-sent:${identifier.address}`, 5, 3600))
      ) {
        await sendCode(context.db, { purpose, identifier, personId: person.id }, context.now)
        await context.platform.rateLimiter.forget(triesKey(purpose, identifier.address))
      }
      return seeOther(
        `${path}/verification?pour=${encodeURIComponent(identifier.address)}`,
        sent,
        'info',
      )
    },
  })
}

const triesKey = (purpose: CodePurpose, address: string) => `code-tries:${purpose}:${address}`

/** The person whose newest code this is; wrong tries are counted outside of the transaction. */
export async function redeemCode(
  context: Context,
  purpose: CodePurpose,
  typed: string,
  code: string,
): Promise<string | null> {
  const identifier = parseIdentifier(typed)
  if (!identifier) return null
  const { rateLimiter } = context.platform
  if (
    !(await rateLimiter.tryPoint(
      triesKey(purpose, identifier.address),
      codeTries.points,
      codeTries.seconds,
    ))
  )
    return null
  return (await useCode(context.db, purpose, identifier.address, code, context.now))
    ? identifier.address
    : null
}

async function findRedeemer(
  context: Context,
  purpose: CodePurpose,
  typed: string,
  code: string,
): Promise<Person | undefined> {
  const address = await redeemCode(context, purpose, typed, code)
  return address === null ? undefined : findPersonByIdentifier(context.db, address)
}

const signInWithCodePage = form('/connexion/code/verification', {
  load: (_, { query }) => String(query.pour ?? ''),
  allow: visitorsOnly,
  input: WithCode,
  limit: { points: 60, seconds: 900 },
  invalid: (address, submission) => (
    <TypeCode path="/connexion/code/verification" address={address} {...submission} />
  ),
  valid: async (_, { identifiant, code }, context) => {
    const person = await findRedeemer(context, 'signIn', identifiant, code)
    if (!person) return refuse({ code: wrongCode })
    if (person.totpConfirmedAt !== null) return startSecondFactor(context, person.id, '/espace')
    await welcome(context, person.id)
    return seeOther('/espace')
  },
})

function TypeCode({
  path,
  address,
  values,
  errors,
}: Submission<z.infer<typeof WithCode>> & { path: string; address: string }) {
  return (
    <Page
      title="Saisir le code reçu"
      errors={errors}
      breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
    >
      <Form action={path} submit="Continuer">
        <Hidden name="identifiant" value={values.identifiant ?? address} />
        <CodeField name="code" label="Code à six chiffres" error={errors.code} />
      </Form>
    </Page>
  )
}

const choosePasswordPage = form('/mot-de-passe-oublie/verification', {
  load: (_, { query }) => String(query.pour ?? ''),
  allow: visitorsOnly,
  input: WithPassword,
  limit: { points: 60, seconds: 900 },
  invalid: (address, { values, errors }) => (
    <Page
      title="Choisir un nouveau mot de passe"
      errors={errors}
      breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
    >
      <Form action="/mot-de-passe-oublie/verification" submit="Changer le mot de passe">
        <Hidden name="identifiant" value={values.identifiant ?? address} />
        <CodeField name="code" label="Code à six chiffres" error={errors.code} />
        <PasswordField
          name="motDePasse"
          label="Nouveau mot de passe"
          hint="Dix caractères au moins : une phrase courte convient très bien."
          error={errors.motDePasse}
          autocomplete="new-password"
        />
      </Form>
    </Page>
  ),
  valid: async (_, { identifiant, code, motDePasse }, context) => {
    const fault = findPasswordFault(motDePasse)
    if (fault) return refuse({ motDePasse: fault })
    const person = await findRedeemer(context, 'recover', identifiant, code)
    if (!person) return refuse({ code: wrongCode })
    await context.db
      .updateTable('identity.person')
      .set({ passwordHash: await hashPassword(motDePasse) })
      .where('id', '=', person.id)
      .execute()
    await revokeOtherSessions(context.db, person.id, null, context.now)
    if (person.totpConfirmedAt !== null) return startSecondFactor(context, person.id, '/espace')
    await welcome(context, person.id)
    return seeOther('/espace', 'Votre mot de passe est changé. Vos autres sessions sont fermées.')
  },
})

export const codePages = [
  askPage(signInFlow),
  signInWithCodePage,
  askPage(recoverFlow),
  choosePasswordPage,
]
