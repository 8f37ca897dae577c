/** To the provider and back. */
import { visitor } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, type Redirect, type Route, seeOther } from '#platform/web.ts'
import { finishSignIn } from '../sessions/finish-sign-in.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import { findLinkedPerson, unlinkedIdentity } from './oidc-link.ts'
import { type Proofs, type ProvenIdentity, type Provider, returnPath } from './provider.ts'

const request = createSealedCookie<Proofs & { readonly next: string }>('cauri-oidc', 900)

export function createOidcSignIn(provider: Provider): Route[] {
  return [createDeparture(provider), createReturn(provider)]
}

function createDeparture(provider: Provider) {
  return endpoint('/connexion/oidc', {
    load: (_, { query }) => toLocalPath(query.suite),
    allow: everyone,
    limit: { points: 600, seconds: 60 },
    reply: async (next, context) => {
      try {
        const { address, proofs } = await provider.createRequest(context)
        request.keep(context, { ...proofs, next })
        return seeOther(address)
      } catch (error) {
        return giveUp(context, error, `${provider.name} ne répond pas. Prenez un autre moyen.`)
      }
    },
  })
}

function createReturn(provider: Provider) {
  return endpoint(returnPath, {
    load: (_, context) => request.read(context),
    allow: everyone,
    limit: { points: 600, seconds: 60 },
    reply: async (asked, context) => {
      if (!asked) return seeOther('/connexion', 'Le délai est passé : recommencez.', 'error')
      request.forget(context)
      try {
        const identity = await provider.readAnswer(context, asked)
        return await welcomeIdentity(context, identity, asked.next)
      } catch (error) {
        return giveUp(context, error, `La connexion avec ${provider.name} n’a pas abouti.`)
      }
    },
  })
}

/** The provider sends people back with a GET, which cannot write: hence a transaction of its own. */
async function welcomeIdentity(
  context: Context,
  identity: ProvenIdentity,
  next: string,
): Promise<Redirect> {
  const person = await findLinkedPerson(context.db, identity)
  if (context.actor.id !== null && person?.id === context.actor.id) return seeOther(next)
  if (context.actor.id === null && person?.disabledAt === null)
    return writeAs(context.platform.db, visitor, (db) =>
      finishSignIn({ ...context, db }, person, next),
    )
  unlinkedIdentity.keep(context, { ...identity, next })
  return seeOther(context.actor.id ? '/espace/compte/identite' : '/connexion/oidc/associer')
}

/** Its reason may name the person: the log gets its kind only. */
function giveUp({ platform }: Context, error: unknown, text: string): Redirect {
  const { name, code } = error as { name?: string; code?: string }
  platform.log.warn({ error: { name, code } }, 'identity provider')
  return seeOther('/connexion', text, 'error')
}
