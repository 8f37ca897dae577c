/** E-mail by SMTP: the same words as plain text and as simple HTML. */
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { currentLocale, t } from '../i18n.ts'
import type { QueuedMessage, Sender } from './sender.ts'
import { writeUnsubscribePath } from './unsubscribe-link.ts'

export function createMailSender({ smtpUrl, mailFrom, origin }: Config, secret: Buffer): Sender {
  if (smtpUrl === null) return async () => {}
  const transport = createTransport(smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as never)
  return async (message) => {
    await transport.sendMail({
      from: mailFrom,
      to: message.recipient,
      subject: message.subject,
      ...writeMail(message, origin, findRefusalPath(message, secret)),
    })
  }
}

function findRefusalPath({ mayRefuse, personId, topic }: QueuedMessage, secret: Buffer) {
  return mayRefuse && personId !== null ? writeUnsubscribePath(secret, { personId, topic }) : null
}

/** The words around the message, in the language of the message; and, when it may be refused, how, in one press (RFC 8058). */
export function writeMail(
  { subject, body, link }: Pick<QueuedMessage, 'subject' | 'body' | 'link'>,
  origin: string,
  refusalPath: string | null = null,
) {
  const address = link === null ? null : origin + link
  const settings = `${origin}/espace/notifications`
  const about = t('Cauri, la plateforme des communes et des startups.')
  const choose = t('Choisir mes messages')
  const refuse = t('Ne plus recevoir ces messages')
  const refusal = refusalPath === null ? null : origin + refusalPath
  const ways = `${choose} : ${settings}${refusal === null ? '' : `\n${refuse} : ${refusal}`}`
  const text = [body, address, `--\n${about}\n${ways}`]
  const html = `<!doctype html><html lang="${currentLocale()}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title>
<body style="font:16px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">
${body
  .split('\n')
  .filter(Boolean)
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join('\n')}
${address === null ? '' : `<p><a href="${escapeHtml(address)}">${escapeHtml(t('Ouvrir dans Cauri'))}</a></p>`}
<hr><p style="font-size:14px">${escapeHtml(about)} <a href="${escapeHtml(settings)}">${escapeHtml(choose)}</a>${refusal === null ? '' : ` · <a href="${escapeHtml(refusal)}">${escapeHtml(refuse)}</a>`}</p>
</body></html>`
  return {
    text: text.filter((part) => part !== null).join('\n\n'),
    html,
    headers: writeListHeaders(settings, refusal),
  }
}

function writeListHeaders(settings: string, refusal: string | null): Record<string, string> {
  if (refusal === null) return { 'List-Unsubscribe': `<${settings}>` }
  return {
    'List-Unsubscribe': `<${refusal}/un-clic>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}
