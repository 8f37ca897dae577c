/** Signing in with the code received. */
import { z } from 'zod'
import { everyone } from '#platform/policy.ts'
import { form, refuse } from '#platform/web.ts'
import { confirmContact } from '../people/person.actions.ts'
import { findPerson } from '../people/person.queries.ts'
import { finishSignIn } from '../sessions/finish-sign-in.ts'
import { CodeForm, codeField, sentIfKnown, wrongCode } from './code-form.view.tsx'
import { findCodeRequest, redeemCode } from './code-request.ts'

const path = '/connexion/code/verification'

export const signInCodePage = form(path, {
  load: (_, context) => findCodeRequest(context, 'signIn'),
  allow: everyone,
  input: z.object({ code: codeField }),
  limit: { points: 100, seconds: 900 },
  invalid: (request, { errors }) => (
    <CodeForm
      title="Saisir le code reçu"
      action={path}
      submit="Se connecter"
      intro={request && sentIfKnown(request.address)}
      again="/connexion/code"
      crumb={{ label: 'Se connecter', href: '/connexion' }}
      errors={errors}
    />
  ),
  valid: async (request, { code }, context) => {
    const proof = await redeemCode(context, 'signIn', code)
    const person = proof?.personId ? await findPerson(context.db, proof.personId) : undefined
    if (!proof || !request || !person || person.disabledAt !== null)
      return refuse({ code: wrongCode })
    await confirmContact(context.db, person.id, proof.address, context.now)
    return finishSignIn(context, person, request.next)
  },
})
