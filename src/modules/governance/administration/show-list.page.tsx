/** One list: its entries with their state, what is being changed, what was. */
import type { Actor } from '#platform/actor.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { entryStateLabels } from './change.labels.ts'
import { mayProposeChange, mayReadReferences } from './change.policy.ts'
import { listClosedChanges, listOpenChanges } from './change.queries.ts'
import type { ReferenceChange } from './change.schema.ts'
import { stateOf } from './content.rules.ts'
import { listEntries } from './dated-entries.ts'
import { entryAddress, getList, listAddress, referencesHome } from './reference-lists.ts'
import { WaitingChanges } from './waiting-changes.view.tsx'

interface Shown {
  readonly list: ReferenceList
  readonly entries: readonly ReferenceEntry[]
  readonly open: readonly ReferenceChange[]
  readonly closed: readonly ReferenceChange[]
  readonly today: string
}

export const showListPage = page(`${referencesHome}/:list`, {
  load: async ({ list: code }: { list: string }, { db, now }: Context): Promise<Shown> => {
    const list = getList(code)
    const today = toDay(now)
    return {
      ...{ list, today, entries: await listEntries(db, list, today) },
      open: await listOpenChanges(db, code),
      closed: await listClosedChanges(db, code),
    }
  },
  allow: mayReadReferences,
  view: (shown, { actor }) => <ShowList {...shown} actor={actor} />,
})

function ShowList({ list, entries, open, closed, today, actor }: Shown & { actor: Actor }) {
  const mayAdd = list.mayGrow && mayProposeChange(actor, null)
  return (
    <Page
      wide
      title={list.title}
      lead={list.governs}
      breadcrumbs={[{ label: 'Référentiels', href: referencesHome }]}
    >
      <p>{t(list.keeps)}</p>
      {mayAdd && (
        <Actions>
          <ButtonLink href={`${listAddress(list)}/nouveau`}>
            Proposer une nouvelle entrée
          </ButtonLink>
        </Actions>
      )}
      <WaitingChanges changes={open} />
      {entries.length === 0 ? (
        <EmptyState title="Cette liste est vide." />
      ) : (
        <Entries {...{ list, entries, open, today }} />
      )}
      <WaitingChanges changes={closed} caption="Changements terminés" />
    </Page>
  )
}

function Entries({ list, entries, open, today }: Omit<Shown, 'closed'>) {
  const isOpen = ({ key }: ReferenceEntry) => open.some(({ entryKey }) => entryKey === key)
  return (
    <Table
      caption="Les entrées"
      columns={[
        { key: 'label', label: 'Entrée' },
        { key: 'state', label: 'État' },
        { key: 'since', label: 'Valable' },
      ]}
      rows={entries.map((entry) => ({
        label: (
          <>
            <a href={entryAddress(list, entry.key)}>{t(entry.label)}</a>{' '}
            {isOpen(entry) && <Tag tone="warning">Changement en cours</Tag>}
          </>
        ),
        state: <StateTag entry={entry} today={today} />,
        since: sayValidity(entry),
      }))}
    />
  )
}

type Dated = Pick<ReferenceEntry, 'validFrom' | 'validUntil'>

export function StateTag({ entry, today }: { entry: Dated; today: string }) {
  const { label, tone } = entryStateLabels[stateOf(entry, today)]
  return <Tag tone={tone}>{label}</Tag>
}

export function sayValidity({ validFrom, validUntil }: Dated): string {
  if (validFrom === null)
    return validUntil === null
      ? t('sans date de début connue')
      : t('jusqu’au {until}', { until: formatDate(validUntil) })
  const from = formatDate(validFrom)
  return validUntil === null
    ? t('depuis le {from}', { from })
    : t('du {from} au {to}', { from, to: formatDate(validUntil) })
}
