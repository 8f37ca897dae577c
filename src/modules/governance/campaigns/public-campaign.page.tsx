/** The page that a campaign's messages open, and the address that leads to it, which counts the commune. */
import {
  type CatalogueEntry,
  findCommuneByKey,
  listCatalogueEntries,
} from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { NotFound, orNotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, page, seeOther } from '#platform/web.ts'
import { Actions, ButtonLink, Card, CardList, Page, Prose } from '#web/components/index.tsx'
import { campaignPolicy } from './campaign.policy.ts'
import { getCampaignByReference } from './campaign.queries.ts'
import type { Campaign } from './campaign.schema.ts'
import { publicAddress, readVisitedCommune } from './campaign-address.ts'
import { recordVisit } from './delivery.queries.ts'

interface Shown {
  readonly campaign: Campaign
  readonly solutions: readonly CatalogueEntry[]
}

const publicPage = page('/campagnes/:ref', {
  load: async ({ ref }: { ref: string }, { db }: Context): Promise<Shown> => {
    const campaign = await getCampaignByReference(db, ref)
    return { campaign, solutions: await listCatalogueEntries(db, campaign.solutionIds) }
  },
  allow: (actor, { campaign }) => campaignPolicy.read(actor, campaign),
  view: (shown) => <PublicCampaign {...shown} />,
})

function PublicCampaign({ campaign, solutions }: Shown) {
  const { title, body, startedAt, page: next } = campaign
  return (
    <Page
      title={title}
      kicker={t('L’association aux communes')}
      lead={startedAt ? t('Message du {day}', { day: formatDate(startedAt) }) : undefined}
    >
      <Prose text={body} />
      {next && (
        <Actions>
          <ButtonLink href={next}>En savoir plus</ButtonLink>
        </Actions>
      )}
      {solutions.length > 0 && <h2>{t('Les solutions dont il s’agit')}</h2>}
      <CardList>
        {solutions.map(({ solutionId, slug, name, startupName, summary }) => (
          <Card key={solutionId} title={name} href={`/solutions/${slug}`} kicker={startupName}>
            <p>{summary}</p>
          </Card>
        ))}
      </CardList>
      <p class="meta">
        <a href="/espace/notifications">{t('Choisir mes messages')}</a>
      </p>
    </Page>
  )
}

interface Visit {
  readonly campaign: Campaign
  readonly communeId: string
}

/** The address of a message says which commune got it, and nothing of the person. */
const visitEndpoint = endpoint('/c/:ref/:key', {
  limit: { points: 120, seconds: 600 },
  load: async ({ ref, key }: { ref: string; key: string }, context: Context): Promise<Visit> => {
    const { db, platform } = context
    const code = readVisitedCommune(platform.secret, ref, key)
    if (code === undefined) throw new NotFound()
    const commune = orNotFound(await findCommuneByKey(db, code))
    return { campaign: await getCampaignByReference(db, ref), communeId: commune.id }
  },
  allow: everyone,
  reply:
    ({ campaign, communeId }, context) =>
    async () => {
      const { platform, now, headers } = context
      if (isOfReader(headers))
        await writeAs(platform.db, system, (db) =>
          recordVisit(db, { campaignId: campaign.id, communeId }, now),
        )
      return seeOther(publicAddress(campaign))
    },
})

/** A browser that fetches ahead, in case somebody clicks, is nobody's visit. */
function isOfReader(headers: Context['headers']): boolean {
  const purpose = [headers['sec-purpose'] ?? headers.purpose ?? ''].flat().join(' ')
  return !purpose.includes('prefetch')
}

export const publicCampaignPages = [publicPage, visitEndpoint]
