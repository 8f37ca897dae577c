/** A campaign as its messages say it. It is written in French by the association, and not translated. */
import type { Letter } from '#modules/identity/index.ts'
import { describeSms, type SmsShape } from '#platform/messages/sms-text.rules.ts'
import type { Platform } from '#platform/web.ts'
import type { Campaign } from './campaign.schema.ts'
import { writeVisitPath } from './campaign-address.ts'

/** Who speaks, on a telephone that shows no sender it knows. */
const sender = 'ANCB'

export function writeLetter({ id, title, body, sms }: Campaign, link: string): Letter {
  return {
    ...{ subject: () => title, text: () => body, link, key: `campaign:${id}` },
    sms: { subject: () => sender, text: () => sms },
  }
}

/** Every commune's link is as long as any other's. */
export function describeCampaignSms(
  { config, secret }: Pick<Platform, 'config' | 'secret'>,
  { reference, sms }: Pick<Campaign, 'reference' | 'sms'>,
): SmsShape {
  const link = config.origin + writeVisitPath(secret, { reference, code: 'BJ0000' })
  return describeSms(`${sender}. ${sms}`, link)
}
