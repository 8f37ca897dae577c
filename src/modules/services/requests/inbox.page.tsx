/** The requests a town hall received: searched, filtered, taken in hand one by one or together. */
import { listPersonNames } from '#modules/identity/index.ts'
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
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
  Checkbox,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Select,
} from '#web/components/index.tsx'
import { BatchForm } from './batch-form.view.tsx'
import { listInbox, listInboxServices } from './inbox.queries.ts'
import type { Inbox } from './inbox.types.ts'
import { readInboxFilter, writeInboxFilter } from './inbox-filter.rules.ts'
import { requestStatusLabels } from './request.labels.ts'
import { listSavedFilters } from './saved-filter.actions.ts'
import { SavedFilters } from './saved-filters.view.tsx'

const pageSize = 30

export const inboxPage = page('/espace/demandes', {
  load: loadInbox,
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (inbox, { now }) => <ShowInbox inbox={inbox} now={now} />,
})

async function loadInbox(_: unknown, { db, actor, query }: Context): Promise<Inbox> {
  const communeId = getOrganisationId(actor)
  const filter = readInboxFilter(query, actor.id)
  const after = decodeCursor(readQueryText(query.apres))
  const found = await listInbox(db, communeId, filter, after, pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  const next = writeInboxFilter(filter)
  if (last)
    next.set('apres', encodeCursor({ publishedAt: last.receivedAt.toISOString(), id: last.id }))
  return {
    ...{ filter, lines },
    names: await listPersonNames(
      db,
      lines.map(({ assigneeId }) => assigneeId),
    ),
    services: await listInboxServices(db, communeId),
    saved: await listSavedFilters({ db, actor }),
    ...(last && { nextHref: `/espace/demandes?${next}` }),
  }
}

function ShowInbox({ inbox, now }: { readonly inbox: Inbox; readonly now: Date }) {
  const { filter, lines, nextHref } = inbox
  return (
    <Page title="Les demandes reçues" wide breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      <Actions>
        <ButtonLink kind="quiet" href="/espace/demandes/retards">
          Les retards
        </ButtonLink>
        <ButtonLink kind="quiet" href="/espace/demandes/chiffres">
          Les délais en chiffres
        </ButtonLink>
      </Actions>
      <SavedFilters saved={inbox.saved} filter={filter} />
      <Filters inbox={inbox} />
      {lines.length === 0 ? (
        <EmptyState title="Aucune demande ne correspond">
          <p>
            {filter.state === 'open'
              ? t(
                  'Rien n’attend la mairie ici. Les demandes déjà traitées se trouvent par leur état.',
                )
              : t('Essayez avec moins de mots, ou un autre état.')}
          </p>
        </EmptyState>
      ) : (
        <BatchForm inbox={inbox} now={now} />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function Filters({ inbox: { filter, services } }: { readonly inbox: Inbox }) {
  const { draft: _, ...statuses } = requestStatusLabels
  return (
    <GetForm action="/espace/demandes" submit="Filtrer">
      <SearchBox label="Numéro, nom ou téléphone" value={filter.words} />
      <Select
        name="etat"
        label="État"
        value={filter.state === 'open' ? '' : filter.state}
        empty="À traiter"
        options={[
          { value: 'all', label: 'Toutes' },
          ...Object.entries(statuses).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Select
        name="demarche"
        label="Démarche"
        value={filter.serviceCode}
        empty="Toutes les démarches"
        options={services}
      />
      <Checkbox
        name="moi"
        option="1"
        label="Celles que j’ai en charge"
        value={filter.assigneeId ? '1' : ''}
      />
    </GetForm>
  )
}
