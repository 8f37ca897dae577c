/** One campaign, for the association: what it says, whom it would reach, what became of it. */
import { listCatalogueEntries, listCommuneNames } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import type { SmsShape } from '#platform/messages/sms-text.rules.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Notice, Page, Prose } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { campaignStepLabels, meansLabels, teamRoleLabels } from './campaign.labels.ts'
import { campaignPolicy } from './campaign.policy.ts'
import { getCampaign } from './campaign.queries.ts'
import type { Campaign } from './campaign.schema.ts'
import { CampaignActs } from './campaign-acts.view.tsx'
import { campaignsHome } from './campaign-address.ts'
import { describeCampaignSms } from './campaign-letter.ts'
import { loadResult, type Result } from './delivery.queries.ts'
import { CampaignTag } from './list-campaigns.page.tsx'
import { countReach, loadAudience, type Reach } from './load-audience.ts'
import { CampaignReach, CampaignResult } from './reach.view.tsx'

interface Shown {
  readonly campaign: Campaign
  readonly solutions: readonly string[]
  readonly sms: SmsShape
  /** Before it leaves: whom it would reach; then, whom it did. */
  readonly reach: (Reach & { readonly names: readonly string[] }) | null
  readonly result: (Result & { readonly names: ReadonlyMap<string, string> }) | null
  readonly history: readonly HistoryLine[]
}

export const showCampaignPage = page(`${campaignsHome}/:campaignId`, {
  load: loadShown,
  allow: (actor, { campaign }) => campaignPolicy.follow(actor, campaign),
  view: (shown, { actor }) => <ShowCampaign {...shown} actor={actor} />,
})

async function loadShown(
  { campaignId }: { campaignId: string },
  { db, platform }: Context,
): Promise<Shown> {
  const campaign = await getCampaign(db, campaignId)
  const hasLeft = campaign.startedAt !== null
  return {
    campaign,
    solutions: (await listCatalogueEntries(db, campaign.solutionIds)).map(({ name }) => name),
    sms: describeCampaignSms(platform, campaign),
    reach: hasLeft ? null : await loadReach({ db }, campaign),
    result: hasLeft ? await loadNamedResult({ db }, campaignId) : null,
    history: await listHistory(db, 'governance.campaignEvent', { campaignId }),
  }
}

async function loadReach({ db }: Pick<Context, 'db'>, campaign: Campaign) {
  const audience = await loadAudience(db, campaign)
  const names = audience.communes.map(({ name }) => name)
  return { ...countReach(audience, campaign.channels), names }
}

async function loadNamedResult({ db }: Pick<Context, 'db'>, campaignId: string) {
  const result = await loadResult(db, campaignId)
  const ids = result.communes.map(({ communeId }) => communeId)
  return { ...result, names: await listCommuneNames(db, ids) }
}

function ShowCampaign({
  campaign,
  solutions,
  sms,
  reach,
  result,
  history,
  actor,
}: Shown & { actor: Actor }) {
  return (
    <Page
      title={campaign.title}
      kicker={
        <>
          {campaign.reference} <CampaignTag status={campaign.status} />
        </>
      }
      breadcrumbs={[{ label: 'Campagnes', href: campaignsHome }]}
    >
      {campaign.statusReason && (
        <Notice kind="info" title="Motif">
          <p>{campaign.statusReason}</p>
        </Notice>
      )}
      <CampaignActs campaign={campaign} actor={actor} />
      <h2>{t('Le message')}</h2>
      <Prose text={campaign.body} />
      {campaign.channels.includes('sms') && <SmsPreview sms={sms} />}
      <Facts campaign={campaign} solutions={solutions} />
      {reach && <CampaignReach reach={reach} />}
      {result && <CampaignResult result={result} />}
      <StepHistory lines={history} labels={campaignStepLabels} />
    </Page>
  )
}

function SmsPreview({ sms }: { sms: SmsShape }) {
  return (
    <section>
      <h3>{t('Le SMS, tel qu’il part')}</h3>
      <p class="prose">{sms.text}</p>
      <p class="meta">
        {t('{count, plural, one {# partie} other {# parties}}', { count: sms.parts })}
      </p>
      {sms.isCut && (
        <Notice kind="warning">
          <p>{t('Ce texte est trop long : il serait coupé. Raccourcissez-le.')}</p>
        </Notice>
      )}
    </section>
  )
}

function Facts({ campaign, solutions }: Pick<Shown, 'campaign' | 'solutions'>) {
  const { channels, roles, sendAt, page: link } = campaign
  return (
    <DefinitionList
      items={[
        { term: 'Solutions', value: solutions.join(', ') || '—' },
        { term: 'Page à lire ensuite', value: link ? <a href={link}>{link}</a> : '—' },
        { term: 'Moyens', value: channels.map((one) => t(meansLabels[one])).join(', ') },
        { term: 'Fonctions', value: roles.map((one) => t(teamRoleLabels[one])).join(', ') },
        { term: 'Pas avant', value: sendAt ? formatDateTime(sendAt) : '—' },
      ]}
    />
  )
}
