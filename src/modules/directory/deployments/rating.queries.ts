/** Reading what communes say of the solutions they use. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import { getDeployment, type NamedUse } from './deployment.queries.ts'

export type Rating = Selectable<Tables['directory.rating']>

export function findRating(db: Db, deploymentId: string): Promise<Rating | undefined> {
  return db
    .selectFrom('directory.rating')
    .selectAll()
    .where('deploymentId', '=', deploymentId)
    .executeTakeFirst()
}

export interface RatedUse {
  readonly use: NamedUse
  readonly rating: Rating
  readonly communeName: string
}

/** A use that was rated; one that was not does not exist for whoever replies or moderates. */
export async function getRatedUse(db: Db, deploymentId: string): Promise<RatedUse> {
  const use = await getDeployment(db, deploymentId)
  const rating = orNotFound(await findRating(db, use.id))
  const { communeName } = await db
    .selectFrom('directory.commune')
    .select('name as communeName')
    .where('id', '=', use.communeId)
    .executeTakeFirstOrThrow()
  return { use, rating, communeName }
}

export interface UnansweredRating {
  readonly deploymentId: string
  readonly solutionName: string
  readonly communeName: string
}

/** What communes wrote about a startup's solutions, and nobody there has replied to yet. */
export function listUnansweredRatings(db: Db, startupId: string): Promise<UnansweredRating[]> {
  return db
    .selectFrom('directory.rating as rating')
    .innerJoin('directory.deployment as deployment', 'deployment.id', 'rating.deploymentId')
    .innerJoin('directory.solution as solution', 'solution.id', 'rating.solutionId')
    .innerJoin('directory.commune as commune', 'commune.id', 'rating.communeId')
    .select(['rating.deploymentId', 'solution.name as solutionName', 'commune.name as communeName'])
    .where('deployment.startupId', '=', startupId)
    .where('rating.reply', 'is', null)
    .where('rating.hiddenAt', 'is', null)
    .orderBy('rating.updatedAt')
    .limit(20)
    .execute()
}

export type ModeratedRating = Rating & {
  readonly solutionName: string
  readonly communeName: string
}

export const moderatedPageSize = 30

/** Shown or hidden, the latest first; one more than a page holds, when there are more. */
export function listModerated(
  db: Db,
  isHidden: boolean,
  after: PublishedCursor | null,
): Promise<ModeratedRating[]> {
  return db
    .selectFrom('directory.rating as rating')
    .innerJoin('directory.solution as solution', 'solution.id', 'rating.solutionId')
    .innerJoin('directory.commune as commune', 'commune.id', 'rating.communeId')
    .selectAll('rating')
    .select(['solution.name as solutionName', 'commune.name as communeName'])
    .where('rating.hiddenAt', isHidden ? 'is not' : 'is', null)
    .$if(after !== null, (found) =>
      found.where(
        sql<boolean>`(rating.updated_at, rating.deployment_id) < (${after?.publishedAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('rating.updatedAt', 'desc')
    .orderBy('rating.deploymentId', 'desc')
    .limit(moderatedPageSize + 1)
    .execute()
}
