/** The pilots of the commune or startup acted for. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type Actor, communeOfficers, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { EmptyState, Page, Table } from '#web/components/index.tsx'
import { listOwnPilots } from './pilot.queries.ts'
import type { Pilot } from './pilot.schema.ts'
import { PilotTag } from './pilot-body.view.tsx'

const mayList = (actor: Actor) =>
  worksForA(actor, 'commune', ...communeOfficers) ||
  worksForA(actor, 'startup', 'manager', 'member')

export const myPilotsPage = page('/espace/experimentations', {
  load: async (_, { db, actor }) => {
    const { organisation } = actor
    const pilots = mayList(actor) && organisation ? await listOwnPilots(db, organisation.id) : []
    const names = await listOrganisationNames(
      db,
      pilots.flatMap(({ communeId, startupId }) => [communeId, startupId]),
    )
    return { pilots, names }
  },
  allow: mayList,
  view: ({ pilots, names }, { actor }) => <MyPilots pilots={pilots} names={names} actor={actor} />,
})

const columns = [
  { key: 'title', label: 'Expérimentation' },
  { key: 'other', label: 'Avec' },
  { key: 'status', label: 'État' },
  { key: 'endsOn', label: 'Fin' },
]

interface Props {
  readonly pilots: readonly Pilot[]
  readonly names: ReadonlyMap<string, string>
  readonly actor: Actor
}

function MyPilots({ pilots, names, actor }: Props) {
  return (
    <Page title="Expérimentations" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {pilots.length === 0 ? (
        <EmptyState title="Aucune expérimentation">
          <p>
            {t(
              'Une expérimentation se prépare depuis un besoin publié, avec une solution classée ou une startup déjà rencontrée.',
            )}
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Expérimentations"
          isCaptionHidden
          columns={columns}
          rows={pilots.map((pilot) => toRow(pilot, names, actor))}
        />
      )}
    </Page>
  )
}

function toRow(pilot: Pilot, names: Props['names'], { organisation }: Actor) {
  const { id, reference, title, communeId, startupId, endsOn } = pilot
  const other = organisation?.id === communeId ? startupId : communeId
  return {
    title: <a href={`/espace/experimentations/${id}`}>{`${reference} ${title}`}</a>,
    other: names.get(other) ?? '',
    status: <PilotTag {...pilot} />,
    endsOn: endsOn ? formatDate(endsOn) : '—',
  }
}
