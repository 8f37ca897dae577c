/** The reconciliation report: every attempt by mobile money, what the gateway said of it, and what is to be given back. */
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Page, Pagination, Table, Tag, type Tone } from '#web/components/index.tsx'
import { type Attempt, attemptPolicy } from './attempt.lifecycle.ts'
import { listAttempts } from './attempt.queries.ts'
import { type AttemptStatus, attemptWorkflow } from './attempt.workflow.ts'
import { gatewayBrands } from './gateway-brands.ts'

const pageSize = 50

interface Shown {
  readonly attempts: readonly Attempt[]
  readonly nextHref?: string
}

export const attemptsPage = page('/espace/recettes/mobile-money', {
  load: async (_: unknown, { db, actor, query }: Context): Promise<Shown> => {
    const after = decodeCursor(readQueryText(query.apres))
    const found = await listAttempts(db, getOrganisationId(actor), after, pageSize)
    const { rows: attempts, last } = cutPage(found, pageSize)
    const mark = last && encodeCursor({ publishedAt: last.startedAt.toISOString(), id: last.id })
    const nextHref = mark && `/espace/recettes/mobile-money?apres=${encodeURIComponent(mark)}`
    return { attempts, ...(nextHref && { nextHref }) }
  },
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (shown, { actor }) => <ShowAttempts {...shown} actor={actor} />,
})

const attemptLabels: Readonly<Record<AttemptStatus, string>> = {
  pending: 'En attente',
  paid: 'Payé',
  failed: 'Sans suite',
  duplicate: 'À rembourser',
  returning: 'Remboursement demandé',
  returnRefused: 'À rembourser au guichet',
  returned: 'Remboursé',
}
const tones: Readonly<Record<AttemptStatus, Tone>> = {
  pending: 'info',
  paid: 'success',
  failed: 'neutral',
  duplicate: 'danger',
  returning: 'info',
  returnRefused: 'danger',
  returned: 'warning',
}

function ShowAttempts({ attempts, nextHref, actor }: Shown & Pick<Context, 'actor'>) {
  return (
    <Page
      title="Les paiements par mobile money"
      lead="Chaque essai, tel que l’opérateur l’a confirmé : à comparer avec son relevé. Un paiement arrivé deux fois est à rembourser."
      wide
      breadcrumbs={[{ label: 'Journal des recettes', href: '/espace/recettes' }]}
    >
      {attempts.length === 0 ? (
        <EmptyState title="Aucun paiement par mobile money">
          <p>{t('Les usagers paient depuis leur demande.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Essais, le dernier d’abord"
          columns={[
            { key: 'reference', label: 'Transaction' },
            { key: 'gateway', label: 'Opérateur' },
            { key: 'started', label: 'Commencé le' },
            { key: 'amount', label: 'Montant', numeric: true },
            { key: 'state', label: 'État' },
            { key: 'request', label: 'Demande' },
          ]}
          rows={attempts.map((attempt) => ({
            reference: attempt.gatewayReference ?? t('Non ouverte'),
            gateway: gatewayBrands[attempt.gateway],
            started: formatDateTime(attempt.startedAt),
            amount: formatMoney(attempt.amount),
            state: <State attempt={attempt} mayReturn={attemptPolicy.handBack(actor, attempt)} />,
            request: <a href={`/espace/demandes/${attempt.requestId}`}>{t('Voir la demande')}</a>,
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

/** Money that settled nothing is given back from here; a payment, from its request. */
function State({ attempt, mayReturn }: { attempt: Attempt; mayReturn: boolean }) {
  const { id, status, gatewayReference } = attempt
  const isOwed = attempt.paymentId === null && attemptWorkflow.steps.handBack.from.includes(status)
  return (
    <>
      <Tag tone={tones[status]}>{attemptLabels[status]}</Tag>{' '}
      {isOwed && mayReturn && (
        <a href={`/espace/paiements/essais/${id}/rendre`}>
          {t('Rembourser')} <span class="hide">{gatewayReference}</span>
        </a>
      )}
    </>
  )
}
