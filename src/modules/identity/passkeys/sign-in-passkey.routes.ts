/** Signing in with a passkey: the options first, then its answer. */
import { z } from 'zod'
import { everyone } from '#platform/policy.ts'
import { action, endpoint, fields, json, refuse, seeOther } from '#platform/web.ts'
import { welcome } from '../sessions/finish-sign-in.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'
import { startSignIn, verifySignIn } from './webauthn.ts'

export const passkeyAnswer = z.string('La clé n’a pas répondu').min(1).max(20_000)

export const passkeyOptionsEndpoint = endpoint('/connexion/cle/options', {
  method: 'POST',
  limit: { points: 600, seconds: 60 },
  load: () => null,
  allow: everyone,
  reply: async (_, context) => json(await startSignIn(context)),
})

export const passkeySignInAction = action('/connexion/cle', {
  load: () => null,
  allow: everyone,
  input: z.object({ reponse: passkeyAnswer, suite: fields.optionalText(600) }),
  limit: { points: 600, seconds: 60 },
  back: () => '/connexion',
  act: async (_, { reponse, suite }, context) => {
    const personId = await verifySignIn(context, reponse)
    if (!personId)
      return refuse({ form: 'Cette clé d’accès n’est pas reconnue. Prenez un autre moyen.' })
    await welcome(context, personId, true)
    return seeOther(toLocalPath(suite))
  },
})
