/** The code proves the address; only then is there an account. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { visitorsOnly } from '#platform/policy.ts'
import { type Context, form, refuse, seeOther } from '#platform/web.ts'
import { CodeForm, codeField, wrongCode } from '../codes/code-form.view.tsx'
import { findCodeRequest, redeemCode } from '../codes/code-request.ts'
import { welcome } from '../sessions/finish-sign-in.ts'
import { parseIdentifier, showAddress } from './identifier.rules.ts'
import { pendingRegistration } from './pending-registration.ts'
import { createPerson } from './person.actions.ts'

const path = '/inscription/code'

function findPending(context: Context) {
  const pending = pendingRegistration.read(context)
  const request = findCodeRequest(context, 'register')
  return pending && request ? { ...pending, address: request.address, next: request.next } : null
}

export const confirmRegistrationPage = form(path, {
  load: (_, context) => findPending(context),
  allow: visitorsOnly,
  input: z.object({ code: codeField }),
  limit: { points: 100, seconds: 3600 },
  invalid: (pending, { errors }) => (
    <CodeForm
      title="Saisir le code reçu"
      action={path}
      submit="Créer mon compte"
      intro={pending && describeSending(pending.address)}
      again="/inscription"
      crumb={{ label: 'Créer un compte', href: '/inscription' }}
      errors={errors}
    />
  ),
  valid: async (pending, { code }, context) => {
    const proof = await redeemCode(context, 'register', code)
    const identifier = proof && parseIdentifier(proof.address)
    if (!pending || !identifier) return refuse({ code: wrongCode })
    const personId = await createPerson(context, { ...pending, identifier })
    if (!personId)
      return refuse({ form: 'Un compte vient d’être créé avec cette adresse : connectez-vous.' })
    pendingRegistration.forget(context)
    await welcome(context, personId, false)
    return seeOther(pending.next, 'Bienvenue ! Votre compte est créé.')
  },
})

function describeSending(address: string): string {
  return t('Un message vient de partir pour {address}. Il arrive en une minute.', {
    address: showAddress(address),
  })
}
