/** E-mail by SMTP: the same words as plain text and as simple HTML. */
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
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

export function writeMail(
  { subject, body, link }: Pick<QueuedMessage, 'subject' | 'body' | 'link'>,
  origin: string,
) {
  const address = link === null ? null : origin + link
  const settings = `${origin}/espace/notifications`
  const text = [
    body,
    address,
    `--\nCauri, la plateforme des communes et des startups.\nChoisir mes messages : ${settings}`,
  ]
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${escapeHtml(subject)}</title>
<body style="font:16px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">
${body
  .split('\n')
  .filter(Boolean)
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join('\n')}
${address === null ? '' : `<p><a href="${escapeHtml(address)}">Ouvrir dans Cauri</a></p>`}
<hr><p style="font-size:14px">Cauri, la plateforme des communes et des startups. <a href="${escapeHtml(settings)}">Choisir mes messages</a></p>
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
