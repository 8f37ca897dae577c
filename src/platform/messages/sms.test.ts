import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { after, before, beforeEach, describe, test } from 'node:test'
import { readConfig } from '../config.ts'
import { createSmsSender } from './sms.ts'

const told = { personId: null, topic: 'contacts', mayRefuse: false }

interface Call {
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

describe('sending an SMS', () => {
  const calls: Call[] = []
  let answer: { status: number; location?: string } = { status: 202 }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ url: request.url, headers: request.headers, body: JSON.parse(body || 'null') })
    response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end()
  })
  let gateway = ''
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    gateway = `http://127.0.0.1:${(server.address() as { port: number }).port}/sms`
  })
  beforeEach(() => {
    calls.length = 0
    answer = { status: 202 }
  })
  after(() => server.close())

  const send = () =>
    createSmsSender({
      ...readConfig({ CAURI_SMS_URL: gateway, CAURI_SMS_TOKEN: 'jeton' }),
      origin: 'https://cauri.example',
    })({
      recipient: '+2290197000000',
      subject: 'Nouveau contact',
      body: 'Une commune vous écrit.',
      link: '/espace/contacts/1',
      ...told,
    })

  test('asks the gateway as README.md says', async () => {
    await send()
    assert.equal(calls.length, 1)
    assert.equal(calls[0]?.url, '/sms')
    assert.equal(calls[0]?.headers.authorization, 'Bearer jeton')
    assert.deepEqual(calls[0]?.body, {
      to: '+2290197000000',
      from: 'CAURI',
      text: 'Nouveau contact. Une commune vous écrit. https://cauri.example/espace/contacts/1',
    })
  })

  test('fails when the gateway does not accept', async () => {
    answer = { status: 503 }
    await assert.rejects(send(), { responseCode: 503 })
  })

  test('follows no redirection: the number and the token go to the gateway only', async () => {
    answer = { status: 307, location: '/ailleurs' }
    await assert.rejects(send())
    assert.deepEqual(
      calls.map(({ url }) => url),
      ['/sms'],
    )
  })

  test('does nothing where no gateway is set', async () => {
    await createSmsSender(readConfig({}))({
      recipient: '+2290197000000',
      subject: 'Nouveau contact',
      body: '',
      link: null,
      ...told,
    })
    assert.deepEqual(calls, [])
  })
})
