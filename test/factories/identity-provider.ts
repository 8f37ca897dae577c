/** A small provider of identity on loopback: it checks the code, the proof of the request and the redirection. */
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface Citizen {
  readonly sub: string
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
}

interface Granted {
  readonly citizen: Citizen
  readonly request: URLSearchParams
}

export interface IdentityProvider {
  readonly issuer: string
  /** What a person does there: looks at the request, agrees, and is sent back to this address. */
  agree(requestAddress: string, citizen: Citizen): string
  /** The next identities carry this nonce instead of the one that was asked for. */
  lieAboutNonce(nonce: string): void
  close(): Promise<void>
}

export const clientId = 'cauri'
export const clientSecret = 'un secret partagé'

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
  const granted = new Map<string, Granted>()
  let nonceLie: string | null = null
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0]
    if (path === '/.well-known/openid-configuration') return send(response, describe(issuer))
    if (path === '/jwks') return send(response, { keys: [jwk] })
    if (path === '/token') return giveTokens(new URLSearchParams(await read(request)), response)
    response.writeHead(404).end()
  }

  async function giveTokens(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const grant = granted.get(form.get('code') ?? '')
    granted.delete(form.get('code') ?? '')
    if (!grant || !isGenuine(form, grant.request))
      return send(response, { error: 'invalid_grant' }, 400)
    const { sub, ...claims } = grant.citizen
    const nonce = nonceLie ?? grant.request.get('nonce')
    const identity = await new SignJWT({ ...claims, nonce })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuer)
      .setSubject(sub)
      .setAudience(clientId)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    return send(response, { access_token: 'x', token_type: 'Bearer', id_token: identity })
  }

  return {
    issuer,
    agree(requestAddress, citizen) {
      const request = new URL(requestAddress).searchParams
      const code = randomBytes(12).toString('hex')
      granted.set(code, { citizen, request })
      return addressBack(request, code)
    },
    lieAboutNonce: (nonce) => {
      nonceLie = nonce
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function describe(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  }
}

function addressBack(request: URLSearchParams, code: string): string {
  const back = new URL(request.get('redirect_uri') ?? '')
  back.searchParams.set('code', code)
  back.searchParams.set('state', request.get('state') ?? '')
  return back.pathname + back.search
}

function isGenuine(form: URLSearchParams, request: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  return (
    form.get('client_id') === clientId &&
    form.get('client_secret') === clientSecret &&
    form.get('redirect_uri') === request.get('redirect_uri') &&
    request.get('code_challenge_method') === 'S256' &&
    request.get('code_challenge') === challenge
  )
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
