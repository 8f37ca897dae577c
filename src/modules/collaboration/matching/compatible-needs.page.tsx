/** For a startup: which published needs suit its solutions, with the same score and reasons as the communes see. */
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
  listCommuneNames,
  listEntriesOfStartup,
} from '#modules/directory/index.ts'
import { getOrganisationId, worksFor, worksForA } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  Details,
  EmptyState,
  Page,
  ReasonList,
  ScoreMeter,
  Tag,
} from '#web/components/index.tsx'
import { type RankedNeed, rankForSolution } from './ranking.queries.ts'
import { toShownPrerequisites, toShownReasons } from './reasons.view.ts'

interface SuitedSolution {
  readonly entry: CatalogueEntry
  readonly ranked: readonly RankedNeed[]
  readonly communeNames: ReadonlyMap<string, string>
}

async function suit(
  { db, now }: Context,
  entry: CatalogueEntry,
  size: number,
): Promise<SuitedSolution> {
  const { ranked } = await rankForSolution(db, entry, now, size)
  return {
    entry,
    ranked,
    communeNames: await listCommuneNames(
      db,
      ranked.map(({ need }) => need.communeId),
    ),
  }
}

export const solutionNeedsPage = page('/solutions/:slug/besoins', {
  load: async ({ slug }, context) =>
    suit(context, orNotFound(await findCatalogueEntryBySlug(context.db, slug)), 30),
  allow: (actor, { entry }) =>
    worksFor(actor, entry.startupId) || worksForA(actor, 'association', 'staff'),
  view: (suited) => (
    <Page
      title={t('Besoins qui correspondent à {name}', { name: suited.entry.name })}
      breadcrumbs={[{ label: suited.entry.name, href: `/solutions/${suited.entry.slug}` }]}
    >
      <SuitedNeeds {...suited} />
    </Page>
  ),
})

const fewest = 5

export const compatibleNeedsPage = page('/espace/besoins-compatibles', {
  load: async (_, context) => {
    const entries = await listEntriesOfStartup(context.db, getOrganisationId(context.actor))
    const suited: SuitedSolution[] = []
    for (const entry of entries.slice(0, 20)) suited.push(await suit(context, entry, fewest))
    return suited
  },
  allow: (actor) => worksForA(actor, 'startup'),
  view: (suited) => (
    <Page
      title="Besoins compatibles avec mes solutions"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <p>
        <a href="/aide/classement">{t('Comment le classement est calculé')}</a>
      </p>
      {suited.length === 0 && (
        <EmptyState title="Aucune solution publiée">
          <p>{t('Seules les solutions vérifiées sont comparées aux besoins.')}</p>
        </EmptyState>
      )}
      {suited.map((one) => (
        <section key={one.entry.solutionId}>
          <h2>
            <a href={`/solutions/${one.entry.slug}/besoins`}>{one.entry.name}</a>
          </h2>
          <SuitedNeeds {...one} />
        </section>
      ))}
    </Page>
  ),
})

function SuitedNeeds({ ranked, communeNames }: SuitedSolution) {
  if (ranked.length === 0)
    return (
      <p>{t('Aucun besoin publié ne partage un domaine ou un service avec cette solution.')}</p>
    )
  return (
    <CardList>
      {ranked.map(({ need, match }) => (
        <Card
          key={need.id}
          title={need.title}
          href={`/besoins/${need.reference}`}
          level={3}
          kicker={communeNames.get(need.communeId)}
          tags={match.isBlocked && <Tag tone="danger">{t('Condition non remplie')}</Tag>}
        >
          <ScoreMeter score={match.score} label="Correspondance" />
          <ReasonList reasons={toShownPrerequisites(match)} />
          <Details summary="Pourquoi ce score">
            <ReasonList reasons={toShownReasons(match.reasons)} />
          </Details>
        </Card>
      ))}
    </CardList>
  )
}
