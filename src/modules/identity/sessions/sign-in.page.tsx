/** Signing in with a password; whoever forgot it, or is held back, gets a code. */

import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { everyone, visitorsOnly } from '#platform/policy.ts'
import {
  action,
  type Context,
  fields,
  form,
  refuse,
  type Submission,
  seeOther,
  sessionCookie,
} from '#platform/web.ts'
import { Form, Hidden, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { startSecondFactor } from '../second-factor/challenge.ts'
import { rememberDevice } from './device.ts'
import { toLocalPath } from './next-address.rules.ts'
import { openSession, revokeSession } from './session.ts'
import { tryPassword } from './sign-in.ts'

const SignIn = z.object({
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez votre téléphone ou votre adresse électronique',
  }),
  motDePasse: z.string().max(300).min(1, 'Indiquez votre mot de passe'),
  suite: fields.optionalText(2000),
})

const refusals = {
  wrong: 'Identifiant ou mot de passe incorrect. Vérifiez, ou recevez un code de connexion.',
  tooMany: 'Trop d’essais depuis ici. Patientez un quart d’heure, ou recevez un code de connexion.',
}

export const signInPage = form('/connexion', {
  load: (_, { query }) => toLocalPath(query.suite),
  allow: visitorsOnly,
  input: SignIn,
  limit: { points: 60, seconds: 60 },
  initial: (next) => ({ suite: next }),
  invalid: (next, submission) => <SignInForm next={next} {...submission} />,
  valid: async (_, { identifiant, motDePasse, suite }, context) => {
    const outcome = await tryPassword(context, identifiant, motDePasse)
    if (!outcome.ok) return refuse({ identifiant: refusals[outcome.because] })
    const next = toLocalPath(suite)
    if (outcome.person.totpConfirmedAt !== null)
      return startSecondFactor(context, outcome.person.id, next)
    await welcome(context, outcome.person.id)
    return seeOther(next)
  },
})

/** Opens the session and remembers the browser. */
export async function welcome(
  context: Context,
  personId: string,
  hasSecondFactor = false,
): Promise<void> {
  await openSession(context, { personId, hasSecondFactor })
  await rememberDevice(context, personId)
}

export const signOutAction = action('/deconnexion', {
  load: () => null,
  allow: everyone,
  input: z.object({}),
  back: () => '/',
  act: async (_, __, context) => {
    if (context.session) await revokeSession(context.db, context.session.id, context.now)
    context.setCookie(sessionCookie, null)
    return seeOther('/', 'Vous êtes déconnecté.')
  },
})

function SignInForm({
  next,
  values,
  errors,
}: Submission<z.infer<typeof SignIn>> & { next: string }) {
  return (
    <Page title="Se connecter" errors={errors}>
      <Form action="/connexion" submit="Se connecter">
        <Hidden name="suite" value={values.suite ?? next} />
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          value={values.identifiant}
          error={errors.identifiant}
          autocomplete="username"
        />
        <PasswordField
          name="motDePasse"
          label="Mot de passe"
          error={errors.motDePasse}
          autocomplete="current-password"
        />
      </Form>
      <ul>
        <li>
          <a href="/connexion/code">{t('Recevoir un code de connexion')}</a>
        </li>
        <li>
          <a href="/mot-de-passe-oublie">{t('Mot de passe oublié')}</a>
        </li>
        <li>
          <a href="/inscription">{t('Créer un compte')}</a>
        </li>
      </ul>
    </Page>
  )
}
