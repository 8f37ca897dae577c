/** Every list the association keeps: what each governs, how many entries hold, are to come, have ended, wait for review. */
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ReferenceList } from '#platform/reference-list.ts'
import { type Context, page } from '#platform/web.ts'
import { Page, Table, Tag } from '#web/components/index.tsx'
import { mayReadReferences } from './change.policy.ts'
import { listOpenChanges } from './change.queries.ts'
import type { ReferenceChange } from './change.schema.ts'
import { stateOf } from './content.rules.ts'
import { listEntries } from './dated-entries.ts'
import { listAddress, referenceLists, referencesHome } from './reference-lists.ts'
import { WaitingChanges } from './waiting-changes.view.tsx'

interface CountedList {
  readonly list: ReferenceList
  readonly inForce: number
  readonly toCome: number
  readonly ended: number
  readonly pending: number
}

interface Shown {
  readonly lists: readonly CountedList[]
  readonly changes: readonly ReferenceChange[]
}

export const listReferencesPage = page(referencesHome, {
  load: async (_, { db, now }: Context): Promise<Shown> => {
    const changes = await listOpenChanges(db)
    const lists: CountedList[] = []
    for (const list of referenceLists) lists.push(await count(db, list, changes, toDay(now)))
    return { lists, changes }
  },
  allow: mayReadReferences,
  view: (shown) => <ListReferences {...shown} />,
})

async function count(
  db: Context['db'],
  list: ReferenceList,
  changes: readonly ReferenceChange[],
  today: string,
): Promise<CountedList> {
  const states = (await listEntries(db, list, today)).map((entry) => stateOf(entry, today))
  const own = changes.filter(({ listCode }) => listCode === list.code)
  const approved = own.filter(({ status }) => status === 'approved').length
  const among = (state: string) => states.filter((one) => one === state).length
  return {
    list,
    ...{ inForce: among('inForce'), ended: among('ended') },
    ...{ toCome: among('toCome') + approved, pending: own.length - approved },
  }
}

const columns = [
  { key: 'title', label: 'Liste' },
  { key: 'governs', label: 'Ce qu’elle décide' },
  { key: 'inForce', label: 'En vigueur', numeric: true },
  { key: 'toCome', label: 'À venir', numeric: true },
  { key: 'ended', label: 'Finies', numeric: true },
  { key: 'pending', label: 'À relire', numeric: true },
  { key: 'source', label: 'Source à la livraison' },
]

function ListReferences({ lists, changes }: Shown) {
  return (
    <Page
      wide
      title="Référentiels"
      lead="Ce que l’association fixe pour tous. Chaque changement est proposé par une personne, relu par une autre, et prend effet à sa date ; ce qui était commencé garde ses règles."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <WaitingChanges changes={changes} />
      <Table
        caption="Les listes de l’association"
        columns={columns}
        rows={lists.map(({ list, inForce, toCome, ended, pending }) => ({
          title: <a href={listAddress(list)}>{t(list.title)}</a>,
          governs: <span class="soft">{t(list.governs)}</span>,
          ...{ inForce, toCome, ended },
          pending: pending > 0 ? <Tag tone="warning">{String(pending)}</Tag> : 0,
          source: (
            <span class="soft">
              {t(list.source)} ({formatDate(list.sourceDate)})
            </span>
          ),
        }))}
      />
    </Page>
  )
}
