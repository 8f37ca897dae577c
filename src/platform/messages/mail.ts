/** E-mail by SMTP: the same words as plain text and as simple HTML. */
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { currentLocale, t } from '../i18n.ts'
import type { QueuedMessage, Sender } from './sender.ts'

export function createMailSender({ smtpUrl, mailFrom, origin }: Config): Sender {
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
      ...writeMail(message, origin),
    })
  }
}

/** The words around the message, in the language of the message. */
export function writeMail(
  { subject, body, link }: Pick<QueuedMessage, 'subject' | 'body' | 'link'>,
  origin: string,
) {
  const address = link === null ? null : origin + link
  const settings = `${origin}/espace/notifications`
  const about = t('Cauri, la plateforme des communes et des startups.')
  const choose = t('Choisir mes messages')
  const text = [body, address, `--\n${about}\n${choose} : ${settings}`]
  const html = `<!doctype html><html lang="${currentLocale()}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title>
<body style="font:16px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">
${body
  .split('\n')
  .filter(Boolean)
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join('\n')}
${address === null ? '' : `<p><a href="${escapeHtml(address)}">${escapeHtml(t('Ouvrir dans Cauri'))}</a></p>`}
<hr><p style="font-size:14px">${escapeHtml(about)} <a href="${escapeHtml(settings)}">${escapeHtml(choose)}</a></p>
</body></html>`
  return {
    text: text.filter((part) => part !== null).join('\n\n'),
    html,
    headers: { 'List-Unsubscribe': `<${settings}>` },
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}
