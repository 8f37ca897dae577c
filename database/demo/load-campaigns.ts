/** Campaigns of the demonstration world: one that was sent to the communes that look for a way to collect market fees, and a draft. */
import type { Db } from '#platform/database.ts'
import { createReference } from '#platform/references.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

const solutionId = demoId('solution:axi-ticket')

const shared = {
  associationId: organisationId('ancb'),
  writtenBy: personId('commission'),
  createdBy: personId('commission'),
  solutionIds: [solutionId],
}

export async function loadCampaigns(db: Db, ago: Ago): Promise<void> {
  await loadSent(db, ago)
  await db
    .insertInto('governance.campaign')
    .values({
      ...shared,
      id: demoId('campaign:draft'),
      reference: await createReference(db, 'CAM', ago(0).getUTCFullYear()),
      title: 'Essayer un carnet de marché pendant un trimestre',
      body: 'Votre commune a demandé une mise en relation et n’a pas encore essayé.\n\nUne expérimentation dure un trimestre, coûte peu et s’arrête quand vous voulez. Le modèle d’accord est prêt.',
      sms: 'Essayez un carnet de marché pendant un trimestre : le modèle d’accord est prêt.',
      channels: ['email', 'sms'],
      roles: ['secretary', 'itOfficer'],
      stage: 'interested',
      status: 'draft',
      ...{ createdAt: ago(2), updatedAt: ago(2) },
    })
    .execute()
}

const reached = [
  ['se.glazoue', 'glazoue', 'sent'],
  ['rsi.glazoue', 'glazoue', 'sent'],
  ['se.bohicon', 'bohicon', 'sent'],
  ['se.houeyogbe', 'houeyogbe', 'refused'],
] as const

async function loadSent(db: Db, ago: Ago): Promise<void> {
  const campaignId = demoId('campaign:sent')
  const sentAt = ago(20)
  await db
    .insertInto('governance.campaign')
    .values({
      ...shared,
      id: campaignId,
      reference: await createReference(db, 'CAM', ago(0).getUTCFullYear()),
      title: 'Les droits de place, sans carnet à souche',
      body: 'Plusieurs communes perdent une part des droits de place entre le marché et la caisse.\n\nDes solutions du catalogue les encaissent et rendent compte chaque soir :\n- sur un téléphone simple,\n- sans réseau pendant la journée,\n- avec un reçu pour chaque vendeur.\n\nRegardez-les, et demandez une démonstration.',
      channels: ['email'],
      roles: ['secretary', 'itOfficer'],
      needDomains: ['markets'],
      status: 'sent',
      approvedBy: personId('ancb'),
      ...{ createdAt: ago(25), updatedAt: sentAt, startedAt: sentAt, endedAt: sentAt },
    })
    .execute()
  const rows = reached.map(([person, commune, outcome]) => ({
    ...{ campaignId, personId: personId(person), communeId: organisationId(commune), outcome },
    ...(outcome === 'sent' && { channels: ['email'], sentAt }),
  }))
  await db.insertInto('governance.campaignRecipient').values(rows).execute()
  const visit = { campaignId, communeId: organisationId('glazoue'), visits: 2 }
  await db
    .insertInto('governance.campaignVisit')
    .values({ ...visit, firstAt: ago(19), lastAt: ago(17) })
    .execute()
}
