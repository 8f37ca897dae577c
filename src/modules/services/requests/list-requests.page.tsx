/** What a person asked of town halls: those to send, those that wait for them, those that wait for an answer. */
import { listCommuneNames } from '#modules/directory/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  Pagination,
  Tag,
} from '#web/components/index.tsx'
import { requestStatusLabels, requestStatusTones } from './request.labels.ts'
import { listOwnRequests, type OwnLine } from './request.queries.ts'

const pageSize = 20

interface Listing {
  readonly isSignedIn: boolean
  readonly lines: readonly OwnLine[]
  readonly communes: ReadonlyMap<string, string>
  readonly nextHref?: string
}

export const listRequestsPage = page('/demandes', {
  load: loadListing,
  allow: everyone,
  view: (listing) => <Requests {...listing} />,
})

async function loadListing(_: unknown, { db, actor, query }: Context): Promise<Listing> {
  if (actor.id === null) return { isSignedIn: false, lines: [], communes: new Map() }
  const cursor = decodeCursor(readQueryText(query.apres))
  const after = cursor && { updatedAt: new Date(cursor.publishedAt), id: cursor.id }
  const found = await listOwnRequests(db, actor.id, after, pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  const mark = last && encodeCursor({ publishedAt: last.updatedAt.toISOString(), id: last.id })
  return {
    ...{ isSignedIn: true, lines },
    communes: await listCommuneNames(
      db,
      lines.map(({ communeId }) => communeId),
    ),
    ...(mark && { nextHref: `/demandes?apres=${encodeURIComponent(mark)}` }),
  }
}

function Requests({ isSignedIn, lines, communes, nextHref }: Listing) {
  return (
    <Page
      title="Mes demandes"
      lead="Ce que vous demandez à une mairie, du premier mot à la réponse."
    >
      {lines.length === 0 ? (
        <Nothing isSignedIn={isSignedIn} />
      ) : (
        <CardList>
          {lines.map((line) => (
            <RequestCard key={line.id} line={line} commune={communes.get(line.communeId)} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={nextHref} />
      <Actions>
        {isSignedIn ? (
          <ButtonLink kind="quiet" href="/demarches">
            Faire une autre demande
          </ButtonLink>
        ) : (
          <>
            <ButtonLink href="/connexion?suite=/demandes">Se connecter</ButtonLink>
            <ButtonLink kind="quiet" href="/suivi">
              Suivre une demande
            </ButtonLink>
          </>
        )}
      </Actions>
    </Page>
  )
}

function Nothing({ isSignedIn }: Pick<Listing, 'isSignedIn'>) {
  return (
    <EmptyState title={isSignedIn ? 'Aucune demande pour le moment' : 'Connectez-vous'}>
      <p>
        {isSignedIn
          ? t('Choisissez une démarche : la page dit quoi préparer avant de commencer.')
          : t(
              'Vos demandes ne se lisent qu’avec votre compte. Sans compte, le code du récépissé dit où en est la vôtre.',
            )}
      </p>
    </EmptyState>
  )
}

function RequestCard({ line, commune }: { readonly line: OwnLine; readonly commune?: string }) {
  const { id, reference, title, status, receivedAt, updatedAt } = line
  const isDraft = status === 'draft'
  return (
    <Card
      kicker={[reference, commune].filter(Boolean).join(', ')}
      title={title}
      href={isDraft ? `/demandes/${id}/relecture` : `/demandes/${id}`}
      tags={<Tag tone={requestStatusTones[status]}>{requestStatusLabels[status]}</Tag>}
      meta={
        receivedAt
          ? t('Envoyée le {date}', { date: formatDate(receivedAt) })
          : t('Commencée, gardée le {date}', { date: formatDate(updatedAt) })
      }
    />
  )
}
