import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import {
  answering,
  endless,
  openReceivingServer,
  type ReceivingServer,
  silent,
} from '#test/factories/receiving-server.ts'
import { type Means, postOutward } from './post-outward.ts'

let server: ReceivingServer
let elsewhere: ReceivingServer
before(async () => {
  server = await openReceivingServer()
  elsewhere = await openReceivingServer()
})
afterEach(() => server.behave(answering(204)))
after(async () => {
  await server.close()
  await elsewhere.close()
})

const post = (url = server.url, means: Partial<Means> = {}) =>
  postOutward(
    { url, headers: { 'x-mark': 'cauri' }, body: '{"é":1}' },
    { mayReachLoopback: true, patienceMs: 1500, ...means },
  )

async function measure<T>(work: Promise<T>): Promise<[T, number]> {
  const begun = performance.now()
  return [await work, performance.now() - begun]
}

const because = async (...asked: Parameters<typeof post>) => {
  const outcome = await post(...asked)
  return outcome.answered ? `answered ${outcome.status}` : outcome.because
}

describe('what is sent outward', () => {
  test('arrives whole, by POST, with its headers', async () => {
    server.behave(answering(200, 'bien reçu'))
    assert.deepEqual(await post(), { answered: true, status: 200, beginning: 'bien reçu' })
    const { method, path, headers, body } = server.received.at(-1) ?? assert.fail()
    assert.deepEqual([method, path, body], ['POST', '/cauri', '{"é":1}'])
    assert.equal(headers['x-mark'], 'cauri')
    assert.equal(headers['user-agent'], 'Cauri')
  })

  test('follows no redirect', async () => {
    server.behave(answering(302, '', { location: elsewhere.url }))
    assert.equal(await because(), 'answered 302')
    assert.equal(elsewhere.received.length, 0)
  })

  test('gives up on a server that never answers', async () => {
    server.behave(silent)
    const [outcome, tookMs] = await measure(because())
    assert.equal(outcome, 'tooSlow')
    assert.ok(tookMs > 1400 && tookMs < 2500, String(tookMs))
  })

  test('gives up on headers that trickle in for ever', async () => {
    server.behave((answer) => {
      answer.socket?.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => answer.socket?.write('x-more: 1\r\n'), 50)
      answer.socket?.on('close', () => clearInterval(drip))
    })
    const [outcome, tookMs] = await measure(because())
    assert.equal(outcome, 'tooSlow')
    assert.ok(tookMs < 2500, String(tookMs))
  })

  test('waits a second at most for the end of a body, whose status is known', async () => {
    server.behave(endless)
    const [outcome, tookMs] = await measure(post(server.url, { patienceMs: 8000 }))
    assert.ok(outcome.answered && outcome.status === 200 && outcome.beginning.startsWith('...'))
    assert.ok(tookMs < 2000, String(tookMs))
  })

  test('reads a few characters of a huge answer, and hangs up', async () => {
    let written = 0
    server.behave((answer) => {
      answer.writeHead(500)
      const pour = () => {
        while (!answer.destroyed && written < 500_000_000) {
          written += 65_536
          if (!answer.write(Buffer.alloc(65_536, 'a'))) return answer.once('drain', pour)
        }
        return answer.end()
      }
      pour()
    })
    const outcome = await post()
    assert.ok(outcome.answered && outcome.status === 500)
    assert.equal(outcome.beginning, 'a'.repeat(500))
    assert.ok(written < 50_000_000, String(written))
  })

  test('keeps nothing of an answer that cannot be shown', async () => {
    server.behave(answering(400, 'a\u0000b\u001b[31m\u202ec\n'))
    const outcome = await post()
    assert.ok(outcome.answered)
    assert.equal(outcome.beginning, 'a b [31m c')
  })

  test('says that nobody is there', async () => {
    const gone = await openReceivingServer()
    await gone.close()
    assert.equal(await because(gone.url), 'unreachable')
    const cut = () => server.behave((answer) => void answer.socket?.destroy())
    cut()
    assert.equal(await because(), 'unreachable')
  })

  test('says that what answers is not TLS', async () => {
    const outcome = await because(server.url.replace('http:', 'https:'))
    assert.ok(outcome === 'certificate' || outcome === 'unreachable', outcome)
  })
})

describe('a name that somebody else chose', () => {
  const named = `http://recepteur.example:`
  const at = (...answers: string[][]) => {
    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return answers[Math.min(asked.length, answers.length) - 1] ?? []
    }
    return { asked, resolve }
  }

  test('is looked up once, and the address that was checked is the one that is called', async () => {
    const before = server.received.length
    const { asked, resolve } = at(['127.0.0.1'], ['10.0.0.1'])
    assert.equal(await because(`${named}${server.port}/ici`, { resolve }), 'answered 204')
    assert.deepEqual(asked, ['recepteur.example'])
    assert.equal(server.received.length, before + 1)
    assert.equal(server.received.at(-1)?.headers.host, `recepteur.example:${server.port}`)
  })

  test('that rebinds to a private address the second time is refused then', async () => {
    const { resolve } = at(['127.0.0.1'], ['169.254.169.254'])
    const url = `${named}${server.port}/`
    assert.equal(await because(url, { resolve }), 'answered 204')
    assert.equal(await because(url, { resolve }), 'forbiddenAddress')
  })

  test('that leads to anything private is refused, even beside a public address', async () => {
    const seen = server.received.length
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '169.254.169.254',
      '::1',
      'fd00::1',
      '::ffff:127.0.0.1',
    ])
      for (const addresses of [[address], ['93.184.216.34', address]])
        assert.equal(
          await because('https://recepteur.example/', {
            resolve: async () => addresses,
            mayReachLoopback: false,
          }),
          'forbiddenAddress',
          addresses.join(' '),
        )
    assert.equal(server.received.length, seen)
  })

  test('that is itself a private address is refused, however it is written', async () => {
    const written = ['127.0.0.1', '127.1', '2130706433', '0x7f.1', '017700000001', '[::1]']
    for (const host of [
      ...written,
      '[::ffff:127.0.0.1]',
      '[fd00::1]',
      '10.0.0.1',
      '169.254.169.254',
    ])
      assert.equal(
        await because(`https://${host}/`, { mayReachLoopback: false }),
        'forbiddenAddress',
        host,
      )
  })

  test('that leads nowhere, or is never found, ends there', async () => {
    assert.equal(await because(`${named}1/`, { resolve: async () => [] }), 'unknownName')
    const [outcome, tookMs] = await measure(
      because(`${named}1/`, { resolve: () => new Promise(() => {}), patienceMs: 300 }),
    )
    assert.equal(outcome, 'tooSlow')
    assert.ok(tookMs < 1000, String(tookMs))
  })

  test('is not even looked up over http, on another port, with a password, or inside', async () => {
    const { asked, resolve } = at(['93.184.216.34'])
    for (const url of [
      ...[
        'http://recepteur.example/',
        'https://recepteur.example:8443/',
        'ftp://recepteur.example/',
      ],
      ...['https://a:b@recepteur.example/', 'https://localhost/', 'https://base.internal/'],
      ...['https://routeur/', 'https://imprimante.local/', 'recepteur.example', 'https://'],
      `https://recepteur.example/${'a'.repeat(500)}`,
    ])
      assert.equal(await because(url, { resolve, mayReachLoopback: false }), 'badUrl', url)
    assert.deepEqual(asked, [])
  })
})
