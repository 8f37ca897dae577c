/** The solutions ranked for a need, every reason shown, and the choice of those to contact. */
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  Button,
  Details,
  EmptyState,
  Notice,
  Page,
  Pagination,
  ReasonList,
  ScoreMeter,
  Tag,
} from '#web/components/index.tsx'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { type RankedSolution, rankForNeed } from './ranking.queries.ts'
import { toShownPrerequisites, toShownReasons } from './reasons.view.ts'

const pageSize = 10

interface Ranking {
  readonly need: Need
  readonly ranked: readonly RankedSolution[]
  readonly total: number
  readonly from: number
}

export const matchSolutionsPage = page('/espace/besoins/:needId/solutions', {
  load: loadRanking,
  allow: (actor, { need }) => needPolicy.rank(actor, need),
  view: (ranking, { actor }) => (
    <MatchSolutions {...ranking} mayContact={needPolicy.contact(actor, ranking.need)} />
  ),
})

async function loadRanking(
  { needId }: { needId: string },
  { db, now, query }: Context,
): Promise<Ranking> {
  const need = await getNeed(db, needId)
  const asked = Number(query.rang ?? 0)
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : 0
  const { ranked, total } = await rankForNeed(db, need, now, { from, size: pageSize })
  return { need, ranked, total, from }
}

function MatchSolutions({
  need,
  ranked,
  total,
  from,
  mayContact,
}: Ranking & { mayContact: boolean }) {
  const base = `/espace/besoins/${need.id}`
  const nextHref = from + pageSize < total ? `${base}/solutions?rang=${from + pageSize}` : undefined
  const previousHref =
    from > 0 ? `${base}/solutions?rang=${Math.max(0, from - pageSize)}` : undefined
  return (
    <Page
      title="Les solutions classées pour ce besoin"
      breadcrumbs={[{ label: need.title || 'Besoin', href: base }]}
    >
      <p>
        {t(
          '{count, plural, =0 {Aucune solution ne partage un domaine ou un service avec ce besoin.} one {Une solution partage un domaine ou un service avec ce besoin.} other {# solutions partagent un domaine ou un service avec ce besoin.}}',
          { count: total },
        )}{' '}
        <a href="/aide/classement">{t('Comment le classement est calculé')}</a>
      </p>
      {ranked.length === 0 ? (
        <EmptyState title="Aucune solution à classer">
          <p>
            {t(
              'Vérifiez les domaines du besoin, ou publiez-le : les startups le verront et pourront y répondre.',
            )}
          </p>
        </EmptyState>
      ) : (
        <form action={`${base}/contacter`} method="get">
          <ol class="ranking" start={from + 1}>
            {ranked.map((solution) => (
              <RankedCard
                key={solution.entry.solutionId}
                solution={solution}
                tryHref={mayContact ? `${base}/experimenter` : null}
              />
            ))}
          </ol>
          {mayContact ? <Contacting /> : <NotYetContacting />}
        </form>
      )}
      <Pagination previousHref={previousHref} nextHref={nextHref} />
    </Page>
  )
}

function Contacting() {
  return (
    <Actions>
      <Button>Contacter les startups choisies</Button>
    </Actions>
  )
}

function NotYetContacting() {
  return (
    <Notice kind="info">
      <p>
        {t(
          'Les mises en relation s’ouvrent quand le besoin est publié, par la direction ou le responsable du système d’information.',
        )}
      </p>
    </Notice>
  )
}

interface RankedProps {
  readonly solution: RankedSolution
  /** Where the commune prepares a pilot; null for those who may not choose. */
  readonly tryHref: string | null
}

function RankedCard({ solution, tryHref }: RankedProps) {
  const { entry, match } = solution
  return (
    <li class="card">
      <h2>
        <a href={`/solutions/${entry.slug}`}>{entry.name}</a>
      </h2>
      <p class="meta">
        {entry.startupName}{' '}
        {match.isBlocked && <Tag tone="danger">{t('Condition non remplie')}</Tag>}
      </p>
      <ScoreMeter score={match.score} label="Correspondance" />
      <ReasonList reasons={toShownPrerequisites(match)} />
      <Details summary="Pourquoi ce score">
        <ReasonList reasons={toShownReasons(match.reasons)} />
      </Details>
      {tryHref && (
        <>
          <label class="choice">
            <input type="checkbox" name="solutions" value={entry.solutionId} />
            <span>{t('Choisir {name}', { name: entry.name })}</span>
          </label>
          <p>
            <a href={`${tryHref}?solution=${entry.solutionId}`}>
              {t('Préparer une expérimentation de {name}', { name: entry.name })}
            </a>
          </p>
        </>
      )}
    </li>
  )
}
