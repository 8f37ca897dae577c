/** Signing in with a password; whoever forgot it, or is held back, gets a code. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission } from '#platform/web.ts'
import { Form, Hidden, Notice, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { PasskeySignIn } from '../passkeys/passkey-form.view.tsx'
import { finishSignIn } from './finish-sign-in.ts'
import { toLocalPath } from './next-address.rules.ts'
import { tryPassword } from './sign-in.ts'

const SignIn = z.object({
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez votre téléphone ou votre adresse électronique',
  }),
  motDePasse: z
    .string('Indiquez votre mot de passe')
    .min(1, 'Indiquez votre mot de passe')
    .max(300),
  suite: fields.optionalText(600),
})

const refusals = {
  wrong: 'Identifiant ou mot de passe incorrect. Vérifiez-les, ou connectez-vous avec un code.',
  tooMany:
    'Trop d’essais. Connectez-vous avec un code, tout de suite, ou réessayez dans un quart d’heure.',
}

/** Open to people who are signed in: on a shared computer, the next one takes over. */
export const signInPage = form('/connexion', {
  load: (_, { query }) => toLocalPath(query.suite),
  allow: everyone,
  input: SignIn,
  limit: { points: 600, seconds: 60 },
  initial: (suite) => ({ suite }),
  invalid: (_, submission, context) => <SignInForm {...submission} context={context} />,
  valid: async (_, { identifiant, motDePasse, suite }, context) => {
    const outcome = await tryPassword(context, identifiant, motDePasse)
    if (!outcome.ok) return refuse({ identifiant: refusals[outcome.because] })
    return finishSignIn(context, outcome.person, toLocalPath(suite))
  },
})

type Props = Submission<z.infer<typeof SignIn>> & { context: Context }

function SignInForm({ values, errors, context }: Props) {
  return (
    <Page title="Se connecter" errors={errors} islands={['passkey.js']}>
      {context.actor.kind === 'person' && (
        <Notice kind="info">
          <p>
            {t('{name} est connecté sur cet appareil. Connectez-vous pour prendre sa place.', {
              name: context.actor.name,
            })}
          </p>
        </Notice>
      )}
      <Form action="/connexion" submit="Se connecter">
        <Hidden name="suite" value={values.suite} />
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          value={values.identifiant}
          error={errors.identifiant}
          autocomplete="username"
        />
        <PasswordField name="motDePasse" label="Mot de passe" error={errors.motDePasse} />
      </Form>
      <PasskeySignIn suite={values.suite ?? '/espace'} />
      <OtherWays suite={values.suite ?? '/espace'} oidc={context.platform.config.oidc} />
    </Page>
  )
}

function OtherWays({ suite, oidc }: { suite: string; oidc: { name: string } | null }) {
  const next = `?suite=${encodeURIComponent(suite)}`
  return (
    <>
      <h2>{t('Autres moyens')}</h2>
      <ul>
        {oidc && (
          <li>
            <a href={`/connexion/oidc${next}`}>
              {t('Se connecter avec {name}', { name: oidc.name })}
            </a>
          </li>
        )}
        <li>
          <a href={`/connexion/code${next}`}>{t('Se connecter avec un code, sans mot de passe')}</a>
        </li>
        <li>
          <a href={`/mot-de-passe-oublie${next}`}>{t('Mot de passe oublié')}</a>
        </li>
        <li>
          <a href={`/inscription${next}`}>{t('Créer un compte')}</a>
        </li>
      </ul>
    </>
  )
}
