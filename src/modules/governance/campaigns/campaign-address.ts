/** Where campaigns are found; and the short address that their messages carry, which says only which commune opened it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '#platform/secret.ts'

export const campaignsHome = '/espace/campagnes'

export const campaignAddress = ({ id }: { readonly id: string }) => `${campaignsHome}/${id}`

export const campaignBack = (campaign: { readonly id: string; readonly title: string }) => ({
  href: campaignAddress(campaign),
  label: campaign.title,
})

export const publicAddress = ({ reference }: { readonly reference: string }) =>
  `/campagnes/${reference}`

interface Visited {
  readonly reference: string
  /** Of the commune, such as BJ0105. */
  readonly code: string
}

/** Signed, so that a visit is of somebody who got the message; short, since telephones pay by the letter. */
export function writeVisitPath(secret: Buffer, { reference, code }: Visited): string {
  return `/c/${reference}/${code}-${sign(secret, { reference, code })}`
}

export function readVisitedCommune(
  secret: Buffer,
  reference: string,
  key: string,
): string | undefined {
  const [code = '', proof = ''] = key.split('-')
  const expected = Buffer.from(sign(secret, { reference, code }))
  const given = Buffer.from(proof)
  return given.length === expected.length && timingSafeEqual(given, expected) ? code : undefined
}

function sign(secret: Buffer, { reference, code }: Visited): string {
  return createHmac('sha256', deriveKey(secret, 'campaign visits'))
    .update(`${reference} ${code}`)
    .digest('hex')
    .slice(0, 10)
}
