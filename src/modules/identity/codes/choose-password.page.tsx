/** Choosing a new password with the code received; everybody else who was signed in has to sign in again. */
import { z } from 'zod'
import { everyone } from '#platform/policy.ts'
import { form, refuse } from '#platform/web.ts'
import { PasswordField } from '#web/components/index.tsx'
import { findPasswordFault, newPassword, passwordHint } from '../people/password.rules.ts'
import { confirmContact, replacePassword } from '../people/person.actions.ts'
import { findPerson } from '../people/person.queries.ts'
import { finishSignIn } from '../sessions/finish-sign-in.ts'
import { CodeForm, codeField, sentIfKnown, wrongCode } from './code-form.view.tsx'
import { findCodeRequest, redeemCode } from './code-request.ts'

const path = '/mot-de-passe-oublie/verification'

export const choosePasswordPage = form(path, {
  load: (_, context) => findCodeRequest(context, 'recover'),
  allow: everyone,
  input: z.object({ code: codeField, motDePasse: newPassword }),
  limit: { points: 100, seconds: 900 },
  invalid: (request, { errors }) => (
    <CodeForm
      title="Choisir un nouveau mot de passe"
      action={path}
      submit="Changer de mot de passe"
      intro={request && sentIfKnown(request.address)}
      again="/mot-de-passe-oublie"
      crumb={{ label: 'Se connecter', href: '/connexion' }}
      errors={errors}
    >
      <PasswordField
        name="motDePasse"
        label="Nouveau mot de passe"
        hint={passwordHint}
        error={errors.motDePasse}
        autocomplete="new-password"
      />
    </CodeForm>
  ),
  valid: async (request, { code, motDePasse }, context) => {
    const proof = await redeemCode(context, 'recover', code)
    const person = proof?.personId ? await findPerson(context.db, proof.personId) : undefined
    if (!proof || !request || !person || person.disabledAt !== null)
      return refuse({ code: wrongCode })
    const fault = findPasswordFault(motDePasse, person)
    if (fault) return refuse({ motDePasse: fault })
    await confirmContact(context.db, person.id, proof.address, context.now)
    await replacePassword(context, person.id, motDePasse, null)
    const text = 'Votre mot de passe est changé. Vos autres sessions sont fermées.'
    return finishSignIn(context, person, request.next, text)
  },
})
