/** Creating an account: who, how to reach them, a password; then a code proves the address. */

import { z } from 'zod'
import { setActor } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { queueMessage } from '#platform/messages.ts'
import { visitorsOnly } from '#platform/policy.ts'
import { decryptText, encryptText } from '#platform/secret.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { CodeField, Form, Hidden, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { sendCode } from '../codes/one-time-code.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'
import { welcome } from '../sessions/sign-in.page.tsx'
import { redeemCode } from '../sessions/sign-in-code.page.tsx'
import { type Identifier, parseIdentifier } from './identifier.rules.ts'
import { findPasswordFault } from './password.rules.ts'
import { hashPassword } from './password.ts'
import { findPersonByIdentifier } from './person.queries.ts'

const Registration = z.object({
  nom: fields.text({ min: 2, max: 120, missing: 'Indiquez votre nom' }),
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez votre téléphone ou votre adresse électronique',
  }),
  motDePasse: z.string().max(300).min(1, 'Choisissez un mot de passe'),
  suite: fields.optionalText(2000),
})

const cookie = 'cauri-inscription'
const lastsSeconds = 3600

/** What waits in the browser, sealed, until the code proves the address: nothing is kept of people who never finish. */
interface Pending {
  readonly name: string
  readonly identifier: Identifier
  readonly passwordHash: string
  readonly next: string
}

export const registerPage = form('/inscription', {
  load: (_, { query }) => toLocalPath(query.suite),
  allow: visitorsOnly,
  input: Registration,
  limit: { points: 20, seconds: 3600 },
  invalid: (next, submission) => <RegisterForm next={next} {...submission} />,
  valid: async (_, { nom, identifiant, motDePasse, suite }, context) => {
    const identifier = parseIdentifier(identifiant)
    if (!identifier)
      return refuse({
        identifiant:
          'Indiquez un numéro de téléphone (01 97 00 00 00) ou une adresse électronique valable',
      })
    const fault = findPasswordFault(motDePasse, [nom, identifier.address])
    if (fault) return refuse({ motDePasse: fault })
    await greet(context, identifier)
    keepPending(context, {
      name: nom,
      identifier,
      passwordHash: await hashPassword(motDePasse),
      next: toLocalPath(suite),
    })
    return seeOther(
      '/inscription/code',
      'Un code vient de partir à l’adresse indiquée. Il arrive en une minute.',
      'info',
    )
  },
})

/** The page says the same whether the account exists or not; only the message differs, and only its owner reads it. */
async function greet({ db, now, platform }: Context, identifier: Identifier): Promise<void> {
  if (!(await platform.rateLimiter.tryPoint(`code-sent:${identifier.address}`, 5, 3600))) return
  const known = await findPersonByIdentifier(db, identifier.address)
  if (!known) {
    await platform.rateLimiter.forget(`code-tries:register:${identifier.address}`)
    return sendCode(db, { purpose: 'register', identifier, personId: null }, now)
  }
  await queueMessage(
    db,
    {
      channel: identifier.channel,
      recipient: identifier.address,
      personId: known.id,
      topic: 'account',
      subject: 'Vous avez déjà un compte Cauri',
      body: 'Quelqu’un, vous peut-être, a voulu créer un compte avec cette adresse. Connectez-vous, ou choisissez un nouveau mot de passe.',
      link: '/connexion',
      dedupeKey: `known:${known.id}:${now.getTime()}`,
    },
    now,
  )
}

function keepPending({ platform, now, setCookie }: Context, pending: Pending): void {
  const body = JSON.stringify({ ...pending, until: now.getTime() + lastsSeconds * 1000 })
  setCookie(cookie, encryptText(body, platform.secret), { maxAge: lastsSeconds })
}

function readPending({ platform, now, getCookie }: Context): Pending | null {
  const sealed = getCookie(cookie)
  if (!sealed) return null
  try {
    const pending = JSON.parse(decryptText(sealed, platform.secret)) as Pending & { until: number }
    return pending.until > now.getTime() ? pending : null
  } catch {
    return null
  }
}

const Confirmation = z.object({ code: fields.text({ max: 20, missing: 'Indiquez le code reçu' }) })

export const confirmRegistrationPage = form('/inscription/code', {
  load: (_, context) => readPending(context),
  allow: visitorsOnly,
  input: Confirmation,
  limit: { points: 60, seconds: 3600 },
  invalid: (pending, { errors }) => (
    <Page
      title="Saisir le code reçu"
      errors={errors}
      breadcrumbs={[{ label: 'Créer un compte', href: '/inscription' }]}
    >
      <p>
        {pending
          ? t('Code envoyé à {address}.', { address: pending.identifier.address })
          : t('Recommencez l’inscription : le délai est passé.')}
      </p>
      <Form action="/inscription/code" submit="Créer mon compte">
        <CodeField name="code" label="Code à six chiffres" error={errors.code} />
      </Form>
    </Page>
  ),
  valid: async (pending, { code }, context) => {
    if (!pending) return refuse({ form: 'Le délai est passé : recommencez l’inscription.' })
    const address = await redeemCode(context, 'register', pending.identifier.address, code)
    if (!address || (await findPersonByIdentifier(context.db, address))) {
      return refuse({
        code: 'Code incorrect ou expiré. Vérifiez-le, ou recommencez l’inscription.',
      })
    }
    const personId = await createPerson(context, pending)
    context.setCookie(cookie, null)
    await welcome(context, personId)
    return seeOther(pending.next, 'Bienvenue ! Votre compte est créé.')
  },
})

async function createPerson(
  { db, now, locale }: Context,
  { name, identifier, passwordHash }: Pending,
): Promise<string> {
  const id = createId(now.getTime())
  const isEmail = identifier.channel === 'email'
  await db
    .insertInto('identity.person')
    .values({
      id,
      fullName: name,
      email: isEmail ? identifier.address : null,
      phone: isEmail ? null : identifier.address,
      emailVerifiedAt: isEmail ? now : null,
      phoneVerifiedAt: isEmail ? null : now,
      passwordHash,
      locale,
      createdAt: now,
    })
    .execute()
  await setActor(db, { kind: 'person', id, name, organisation: null, role: null })
  return id
}

function RegisterForm({
  next,
  values,
  errors,
}: Submission<z.infer<typeof Registration>> & { next: string }) {
  return (
    <Page title="Créer un compte" errors={errors}>
      <Form
        action="/inscription"
        submit="Continuer"
        secondary={{ label: 'J’ai déjà un compte', href: '/connexion' }}
      >
        <Hidden name="suite" value={values.suite ?? next} />
        <TextField
          name="nom"
          label="Nom et prénom"
          value={values.nom}
          error={errors.nom}
          autocomplete="name"
        />
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          hint="Un code y sera envoyé. Téléphone : 01 97 00 00 00."
          value={values.identifiant}
          error={errors.identifiant}
          autocomplete="username"
        />
        <PasswordField
          name="motDePasse"
          label="Mot de passe"
          hint="Dix caractères au moins : une phrase courte convient très bien."
          error={errors.motDePasse}
          autocomplete="new-password"
        />
      </Form>
    </Page>
  )
}
