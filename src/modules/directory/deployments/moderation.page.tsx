/** Every public opinion, the latest first: what the association hides, and what it lets appear again. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  Pagination,
  Stars,
  Tabs,
  Tag,
} from '#web/components/index.tsx'
import { listModerated, type ModeratedRating, moderatedPageSize } from './rating.queries.ts'

export const moderationHome = '/espace/moderation'

export const moderationPage = page(moderationHome, {
  load: async (_, { db, query }) => {
    const isHidden = query.etat === 'masques'
    const after = decodeCursor(readQueryText(query.apres))
    return { isHidden, found: await listModerated(db, isHidden, after) }
  },
  allow: associationStaff,
  view: (shown) => <Moderation {...shown} />,
})

interface Props {
  readonly isHidden: boolean
  readonly found: readonly ModeratedRating[]
}

function Moderation({ isHidden, found }: Props) {
  const { rows, last } = cutPage(found, moderatedPageSize)
  const here = isHidden ? '?etat=masques' : '?'
  const cursor =
    last && encodeCursor({ publishedAt: last.updatedAt.toISOString(), id: last.deploymentId })
  return (
    <Page
      title="Modération"
      lead="Les avis que les communes publient sur les solutions. Masquer un avis demande un motif, que la commune et la startup reçoivent."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Tabs
        label="Avis"
        tabs={[
          { label: 'Publiés', href: moderationHome, current: !isHidden },
          { label: 'Masqués', href: `${moderationHome}?etat=masques`, current: isHidden },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={isHidden ? 'Aucun avis n’est masqué' : 'Aucun avis n’est publié'} />
      ) : (
        <CardList>
          {rows.map((rating) => (
            <RatingCard key={rating.deploymentId} rating={rating} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={cursor && `${moderationHome}${here}&apres=${cursor}`} />
    </Page>
  )
}

function RatingCard({ rating }: { rating: ModeratedRating }) {
  const { deploymentId, solutionName, communeName, stars, comment, reply } = rating
  const address = `/espace/avis/${deploymentId}`
  return (
    <Card
      title={solutionName}
      kicker={communeName}
      meta={formatDate(rating.updatedAt)}
      tags={rating.hiddenAt && <Tag tone="danger">Masqué</Tag>}
    >
      <p>
        <Stars value={stars} />
      </p>
      <p class="prose">{comment}</p>
      {reply && <p class="soft">{t('Réponse de la startup : {reply}', { reply })}</p>}
      {rating.hiddenReason && <p>{t('Motif : {reason}', { reason: rating.hiddenReason })}</p>}
      <Actions>
        {rating.hiddenAt ? (
          <ActionButton
            action={`${address}/retablir`}
            label="Laisser paraître de nouveau"
            confirm="L’avis redevient public."
          />
        ) : (
          <ButtonLink href={`${address}/masquer`} kind="quiet">
            Masquer cet avis
          </ButtonLink>
        )}
      </Actions>
    </Card>
  )
}
