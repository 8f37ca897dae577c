import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../config.ts'
import { addCatalogue, inLocale } from '../i18n.ts'
import { createMailSender, writeMail } from './mail.ts'

const origin = 'https://cauri.example'
const secret = Buffer.alloc(32, 7)
const told = { personId: null, topic: 'needs', mayRefuse: false }
const need = {
  subject: 'Un besoin attend votre réponse',
  body: 'La commune demande : « <état civil> & "caisse" ».\nRépondez avant lundi.',
  link: '/espace/contacts/1?a=1&b=2',
}

describe('an e-mail', () => {
  test('says the same in plain text and in HTML, with the whole address of its page', () => {
    const { text, html } = writeMail(need, origin)
    assert.match(text, /« <état civil> & "caisse" »\.\nRépondez avant lundi\./)
    assert.match(text, /https:\/\/cauri\.example\/espace\/contacts\/1\?a=1&b=2/)
    assert.match(html, /<p>Répondez avant lundi\.<\/p>/)
    assert.match(html, /href="https:\/\/cauri\.example\/espace\/contacts\/1\?a=1&amp;b=2"/)
  })

  test('shows what people wrote as text, never as HTML', () => {
    const { html } = writeMail(need, origin)
    assert.match(html, /&lt;état civil&gt; &amp; &quot;caisse&quot;/)
    assert.doesNotMatch(html, /<état civil>/)
  })

  test('says what is around the message in its language', () => {
    addCatalogue('en', { 'Ouvrir dans Cauri': 'Open in Cauri' })
    const { html } = inLocale('en', () => writeMail(need, origin))
    assert.match(html, /<html lang="en">[\s\S]*>Open in Cauri</)
    assert.match(writeMail(need, origin).html, /<html lang="fr">[\s\S]*>Ouvrir dans Cauri</)
  })

  test('tells where to choose one’s messages', () => {
    const { headers, text } = writeMail({ ...need, link: null }, origin)
    assert.equal(headers['List-Unsubscribe'], '<https://cauri.example/espace/notifications>')
    assert.match(text, /https:\/\/cauri\.example\/espace\/notifications/)
    assert.doesNotMatch(text, /null/)
  })
})

describe('an e-mail that may be refused', () => {
  const path = '/desabonnement/digest.1.proof'

  test('says how to refuse the next ones, to its reader and to mail programs (RFC 8058)', () => {
    const { headers, text, html } = writeMail(need, origin, path)
    assert.deepEqual(headers, {
      'List-Unsubscribe': `<${origin}${path}/un-clic>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    for (const words of [text, html]) assert.ok(words.includes(origin + path))
  })
})

describe('sending an e-mail', () => {
  const received: string[] = []
  const server = createServer((socket) => {
    let isData = false
    socket.write('220 test\r\n')
    socket.on('data', (bytes) => {
      const words = String(bytes)
      received.push(words)
      if (isData) {
        if (!words.endsWith('\r\n.\r\n')) return
        isData = false
        socket.write('250 kept\r\n')
      } else if (/^DATA/i.test(words)) {
        isData = true
        socket.write('354 go on\r\n')
      } else if (/^RCPT TO:<refused@/i.test(words)) socket.write('550 no such person\r\n')
      else socket.write('250 yes\r\n')
    })
    socket.on('error', () => {})
  })
  let smtpUrl = ''
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    smtpUrl = `smtp://127.0.0.1:${(server.address() as { port: number }).port}?ignoreTLS=true`
  })
  after(() => server.close())

  const send = (recipient: string) =>
    createMailSender(
      { ...readConfig({}), origin, smtpUrl },
      secret,
    )({ ...need, ...told, recipient })

  test('hands it to the mail server, from the address of the operator', async () => {
    await send('se@mairie.example')
    const all = received.join('')
    assert.match(all, /MAIL FROM:<ne-pas-repondre@cauri\.example>/)
    assert.match(all, /RCPT TO:<se@mairie\.example>/)
    assert.match(all, /List-Unsubscribe: <https:\/\/cauri\.example\/espace\/notifications>/)
  })

  test('a subject of two lines adds no header', async () => {
    received.length = 0
    const mail = { ...need, subject: 'Bonjour\r\nBcc: autre@mairie.example' }
    await createMailSender(
      { ...readConfig({}), origin, smtpUrl },
      secret,
    )({
      ...mail,
      ...told,
      recipient: 'se@mairie.example',
    })
    const [headers = ''] = received.join('').split('\r\n\r\n')
    assert.match(headers, /^Subject: Bonjour/m)
    assert.doesNotMatch(headers, /^Bcc:/m)
    assert.doesNotMatch(headers, /RCPT TO:<autre@/)
  })

  test('fails when the server refuses the address', async () => {
    await assert.rejects(send('refused@mairie.example'), { responseCode: 550 })
  })

  test('does nothing where no mail server is set', async () => {
    received.length = 0
    const message = { ...need, ...told, recipient: 'se@mairie.example' }
    await createMailSender(readConfig({}), secret)(message)
    assert.deepEqual(received, [])
  })
})
