/** The national provider of identity, spoken to in OpenID Connect: authorization code, PKCE, state and nonce. */
import * as openid from 'openid-client'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/web.ts'

export type OidcSettings = NonNullable<Config['oidc']>

/** What must come back with the answer for it to be ours. */
export interface Proofs {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface ProvenIdentity {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  /** Only when the provider says that it checked it. */
  readonly email: string | null
}

export type Provider = ReturnType<typeof createProvider>

export function createProvider(settings: OidcSettings) {
  let discovered: Promise<openid.Configuration> | null = null
  /** Asked once, and asked again after a failure. */
  const discover = () => {
    discovered ??= requestConfiguration(settings).catch((error) => {
      discovered = null
      throw error
    })
    return discovered
  }
  return {
    name: settings.name,
    async createRequest(context: Context): Promise<{ address: string; proofs: Proofs }> {
      const verifier = openid.randomPKCECodeVerifier()
      const proofs = { verifier, state: openid.randomState(), nonce: openid.randomNonce() }
      const address = openid.buildAuthorizationUrl(await discover(), {
        redirect_uri: new URL(returnPath, context.platform.config.origin).href,
        scope: 'openid profile email',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: proofs.state,
        nonce: proofs.nonce,
      })
      return { address: address.href, proofs }
    },
    /** Throws when the answer is not one to our request, or says that the person declined. */
    async readAnswer(
      context: Context,
      { state, nonce, verifier }: Proofs,
    ): Promise<ProvenIdentity> {
      const answer = new URL(context.url, context.platform.config.origin)
      const tokens = await openid.authorizationCodeGrant(await discover(), answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      return toIdentity(tokens.claims())
    },
  }
}

export const returnPath = '/connexion/oidc/retour'

function requestConfiguration({ issuer, clientId, clientSecret }: OidcSettings) {
  const server = new URL(issuer)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const authentication = clientSecret ? openid.ClientSecretPost(clientSecret) : openid.None()
  const execute = isLoopback ? [openid.allowInsecureRequests] : []
  return openid.discovery(server, clientId, undefined, authentication, { execute })
}

function toIdentity(claims: openid.IDToken | undefined): ProvenIdentity {
  if (!claims) throw new Error('no identity in the answer')
  const { iss: issuer, sub: subject, name, email, email_verified: isVerified } = claims
  return {
    issuer,
    subject,
    name: typeof name === 'string' ? name.slice(0, 120) : '',
    email: isVerified === true && typeof email === 'string' ? email.toLowerCase() : null,
  }
}
