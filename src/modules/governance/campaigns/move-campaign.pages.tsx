/** The steps of a campaign: proposed, approved, sent back, stopped, withdrawn; and the try on oneself. */
import { z } from 'zod'
import { action, type Context, fields, refuse, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { moveCampaign, tryCampaign } from './campaign.actions.ts'
import { campaignPolicy } from './campaign.policy.ts'
import { getCampaign } from './campaign.queries.ts'
import type { Campaign } from './campaign.schema.ts'
import type { CampaignStep } from './campaign.workflow.ts'
import { campaignAddress, campaignBack, campaignsHome } from './campaign-address.ts'

const path = `${campaignsHome}/:campaignId`

const load = ({ campaignId }: { campaignId: string }, { db }: Context) =>
  getCampaign(db, campaignId)

function stepAction(part: string, step: CampaignStep, done: string) {
  return action(`${path}/${part}`, {
    load,
    allow: campaignPolicy[step],
    input: z.object({ version: fields.version() }),
    back: campaignAddress,
    act: async (campaign, { version }, context) => {
      await moveCampaign(context, { ...campaign, version }, step)
      return seeOther(campaignAddress(campaign), done)
    },
  })
}

const tryAction = action(`${path}/essayer`, {
  load,
  allow: campaignPolicy.follow,
  input: z.object({}),
  limit: { points: 20, seconds: 3600 },
  back: campaignAddress,
  act: async (campaign, _, context) => {
    const isTold = await tryCampaign(context, campaign)
    if (!isTold) return refuse({ form: 'Votre compte n’a pas d’adresse pour ces moyens.' })
    return seeOther(
      campaignAddress(campaign),
      'Le message part vers vous, et vers personne d’autre.',
    )
  },
})

function withReason(step: CampaignStep) {
  return (campaign: Campaign, reason: string, context: Context) =>
    moveCampaign(context, campaign, step, reason)
}

const shared = { load, back: campaignBack, label: 'Pourquoi' }

export const moveCampaignPages = [
  stepAction(
    'proposer',
    'submit',
    'La campagne attend l’accord d’une autre personne du secrétariat.',
  ),
  stepAction('approuver', 'approve', 'La campagne est approuvée. Elle part à l’heure dite.'),
  tryAction,
  reasonForm(`${path}/renvoyer`, {
    ...shared,
    allow: campaignPolicy.return,
    title: 'Renvoyer à corriger',
    hint: 'La campagne redevient un brouillon, avec ce motif.',
    done: 'La campagne est redevenue un brouillon.',
    act: withReason('return'),
  }),
  reasonForm(`${path}/arreter`, {
    ...shared,
    allow: campaignPolicy.stop,
    title: 'Arrêter l’envoi',
    hint: 'Ce qui est parti ne revient pas ; le reste ne part plus.',
    isDangerous: true,
    done: 'L’envoi est arrêté.',
    act: withReason('stop'),
  }),
  reasonForm(`${path}/retirer`, {
    ...shared,
    allow: campaignPolicy.withdraw,
    title: 'Retirer la campagne',
    hint: 'Elle ne partira pas. L’association garde ce motif.',
    isDangerous: true,
    done: 'La campagne est retirée.',
    act: withReason('withdraw'),
  }),
]
