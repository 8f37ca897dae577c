/** Where the operator's link leads: choosing a password. */
import { z } from 'zod'
import { Conflict, orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { form, refuse } from '#platform/web.ts'
import { Form, Page, PasswordField } from '#web/components/index.tsx'
import { finishSignIn } from '../sessions/finish-sign-in.ts'
import { findActivation, useActivation } from './administrator.ts'
import { findPasswordFault, newPassword, passwordHint } from './password.rules.ts'
import { replacePassword } from './person.actions.ts'

export const activatePage = form('/activation/:token', {
  load: async ({ token }, { db, now }) => ({
    path: `/activation/${token}`,
    person: orNotFound(await findActivation(db, token, now)),
  }),
  allow: everyone,
  input: z.object({ motDePasse: newPassword }),
  limit: { points: 60, seconds: 900 },
  invalid: ({ path, person }, { errors }) => (
    <Page title="Choisir un mot de passe" errors={errors}>
      <p>{t('Pour le compte de {name}.', { name: person.fullName })}</p>
      <Form action={path} submit="Choisir ce mot de passe">
        <PasswordField
          name="motDePasse"
          label="Mot de passe"
          hint={passwordHint}
          error={errors.motDePasse}
          autocomplete="new-password"
        />
      </Form>
    </Page>
  ),
  valid: async ({ person }, { motDePasse }, context) => {
    const fault = findPasswordFault(motDePasse, person)
    if (fault) return refuse({ motDePasse: fault })
    if (!(await useActivation(context.db, person.codeId, context.now)))
      throw new Conflict('Ce lien a déjà servi. Connectez-vous avec votre mot de passe.')
    await replacePassword(context, person.id, motDePasse, null)
    return finishSignIn(context, person, '/espace', 'Votre mot de passe est choisi.')
  },
})
