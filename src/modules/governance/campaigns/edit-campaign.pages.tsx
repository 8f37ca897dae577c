/** Where the association writes a campaign: what it says, what it is about, whom it is for. */
import { listAllEntries, listDepartments } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { toLocalMoment } from '#platform/format.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, form, refuse, seeOther } from '#platform/web.ts'
import { changedMeanwhile } from '../sessions/changed-meanwhile.ts'
import { checkSolutions, draftCampaign, saveCampaign } from './campaign.actions.ts'
import { campaignPolicy, mayDraftCampaigns } from './campaign.policy.ts'
import { getCampaign } from './campaign.queries.ts'
import { type Campaign, CampaignInput } from './campaign.schema.ts'
import { campaignAddress, campaignsHome } from './campaign-address.ts'
import { type Choices, EditCampaign } from './campaign-fields.view.tsx'

async function loadChoices(db: Db): Promise<Choices> {
  const entries = await listAllEntries(db)
  const departments = await listDepartments(db)
  return {
    solutions: entries.map(({ solutionId, name }) => ({ value: solutionId, label: name })),
    departments: departments.map(({ code, name }) => ({ value: code, label: name })),
  }
}

/** From the page of an adoption, its solution and its stage come along. */
function readSuggestion({ query }: Context) {
  const solution = readQueryText(query.solution)
  return {
    ...{ version: 0, roles: ['secretary', 'itOfficer'], channels: ['email'] },
    ...(solution && { solutionIds: [solution], stage: readQueryText(query.etape) }),
  }
}

const draftPage = form(`${campaignsHome}/nouvelle`, {
  load: (_, { db }) => loadChoices(db),
  allow: mayDraftCampaigns,
  input: CampaignInput,
  initial: (_, context) => readSuggestion(context),
  invalid: (choices, submission) => (
    <EditCampaign choices={choices} campaign={null} {...submission} />
  ),
  valid: async (_, values, context) => {
    const fault = await checkSolutions(context, values)
    if (fault) return fault
    const campaign = await draftCampaign(context, values)
    return seeOther(
      campaignAddress(campaign),
      'Le brouillon est enregistré. Voyez qui il toucherait, essayez-le sur vous, puis proposez-le.',
    )
  },
})

interface Editing {
  readonly campaign: Campaign
  readonly choices: Choices
}

const editPage = form(`${campaignsHome}/:campaignId/modifier`, {
  load: async ({ campaignId }: { campaignId: string }, { db }: Context): Promise<Editing> => ({
    campaign: await getCampaign(db, campaignId),
    choices: await loadChoices(db),
  }),
  allow: (actor, { campaign }) => campaignPolicy.edit(actor, campaign),
  input: CampaignInput,
  initial: ({ campaign }) => ({
    ...campaign,
    sendAt: campaign.sendAt && toLocalMoment(campaign.sendAt),
  }),
  invalid: (editing, submission) => <EditCampaign {...editing} {...submission} />,
  valid: async ({ campaign }, values, context) => {
    const fault = await checkSolutions(context, values)
    if (fault) return fault
    if (!(await saveCampaign(context, campaign, values))) return refuse({ form: changedMeanwhile })
    return seeOther(campaignAddress(campaign), 'Le brouillon est enregistré.')
  },
})

export const editCampaignPages = [draftPage, editPage]
