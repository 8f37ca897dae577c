/** The register of acts: what the commune gave, to whom, by whom signed; those withdrawn stay in it. */
import { listPersonNames } from '#modules/identity/index.ts'
import { communeTeam, getOrganisationId, worksFor, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
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
  DefinitionList,
  EmptyState,
  GetForm,
  Notice,
  Page,
  Pagination,
  SearchBox,
  Table,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import type { Request } from '../requests/request.lifecycle.ts'
import { requestPolicy } from '../requests/request.policy.ts'
import { getRequest } from '../requests/request.queries.ts'
import { revokeAct } from './act.actions.ts'
import { type Act, getAct, listRegister } from './act.queries.ts'
import { paperOf } from './act-paper.routes.ts'
import { ActState } from './act-state.view.tsx'

const pageSize = 30

interface Register {
  readonly words: string
  readonly acts: readonly Act[]
  readonly nextHref?: string
}

export const registerPage = page('/espace/actes', {
  load: loadRegister,
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (register) => <ShowRegister {...register} />,
})

async function loadRegister(_: unknown, { db, actor, query }: Context): Promise<Register> {
  const words = readQueryText(query.q).slice(0, 100)
  const after = decodeCursor(readQueryText(query.apres))
  const found = await listRegister(db, getOrganisationId(actor), words, after, pageSize)
  const { rows: acts, last } = cutPage(found, pageSize)
  const next =
    last &&
    new URLSearchParams({
      ...(words && { q: words }),
      apres: encodeCursor({ publishedAt: last.signedAt.toISOString(), id: last.id }),
    })
  return { words, acts, ...(next && { nextHref: `/espace/actes?${next}` }) }
}

function ShowRegister({ words, acts, nextHref }: Register) {
  return (
    <Page
      title="Le registre des actes"
      wide
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <GetForm action="/espace/actes">
        <SearchBox label="Numéro, titre ou nom" value={words} />
      </GetForm>
      {acts.length === 0 ? (
        <EmptyState title={words ? 'Aucun acte ne correspond' : 'Aucun acte pour le moment'}>
          <p>{t('Un acte se signe depuis une demande acceptée.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Actes, le dernier signé d’abord"
          columns={[
            { key: 'reference', label: 'Numéro' },
            { key: 'title', label: 'Acte' },
            { key: 'holder', label: 'Délivré à' },
            { key: 'date', label: 'Signé le' },
            { key: 'state', label: 'État' },
          ]}
          rows={acts.map((act) => ({
            reference: <a href={`/espace/actes/${act.id}`}>{act.reference}</a>,
            title: <span lang="fr">{act.title}</span>,
            holder: act.holder,
            date: formatDate(act.signedAt),
            state: <ActState act={act} />,
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

interface OneAct {
  readonly act: Act
  readonly request: Request
  readonly names: ReadonlyMap<string, string>
  readonly maySign: boolean
}

async function loadAct({ actId }: { actId: string }, { db, actor }: Context): Promise<OneAct> {
  const act = await getAct(db, actId)
  const request = await getRequest(db, act.requestId)
  return {
    ...{ act, request, maySign: requestPolicy.signAct(actor, request) },
    names: await listPersonNames(db, [act.signedBy, act.revokedBy]),
  }
}

export const showActPage = page('/espace/actes/:actId', {
  load: loadAct,
  allow: (actor, { act }) => worksFor(actor, act.communeId, ...communeTeam),
  view: (one) => <ShowAct {...one} />,
})

function ShowAct({ act, request, names, maySign }: OneAct) {
  const { title, reference, holder, capacity, signedBy, signedAt, revokedAt } = act
  return (
    <Page
      title={title}
      kicker={reference}
      breadcrumbs={[{ label: 'Registre des actes', href: '/espace/actes' }]}
    >
      <p class="tags">
        <ActState act={act} />
      </p>
      {revokedAt && (
        <Notice kind="danger" title="Cet acte ne vaut plus">
          <p class="prose">{act.revocationReason}</p>
        </Notice>
      )}
      <Actions>
        {!revokedAt && <ButtonLink href={paperOf(act)}>Ouvrir le PDF</ButtonLink>}
        {maySign && !revokedAt && (
          <>
            <ButtonLink
              kind="quiet"
              href={`/espace/demandes/${request.id}/acte?remplace=${act.id}`}
            >
              Remplacer
            </ButtonLink>
            <ButtonLink kind="danger" href={`/espace/actes/${act.id}/retirer`}>
              Retirer l’acte
            </ButtonLink>
          </>
        )}
      </Actions>
      <DefinitionList
        items={[
          { term: 'Délivré à', value: holder },
          { term: 'Signé par', value: `${names.get(signedBy) ?? ''}, ${capacity}` },
          { term: 'Signé le', value: formatDate(signedAt) },
          {
            term: 'Demande',
            value: <a href={`/espace/demandes/${request.id}`}>{request.reference}</a>,
          },
        ]}
      />
      <p class="prose" lang="fr">
        {act.body}
      </p>
    </Page>
  )
}

export const revokeActPage = reasonForm('/espace/actes/:actId/retirer', {
  load: loadAct,
  allow: (_, { maySign }: OneAct) => maySign,
  back: ({ act }) => ({ href: `/espace/actes/${act.id}`, label: act.reference }),
  title: 'Retirer l’acte',
  label: 'Pourquoi le retirer',
  hint: 'Le motif reste au registre. Qui vérifie le papier lit seulement qu’il ne vaut plus.',
  isDangerous: true,
  done: 'L’acte est retiré : qui le vérifie lira qu’il ne vaut plus.',
  act: ({ act, request }, reason, context) => revokeAct(context, request, act, reason),
})
