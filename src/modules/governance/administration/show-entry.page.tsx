/** One entry: what it says today, what uses it, what it was before and why it changed. */
import { listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ReferenceEntry, ReferenceList, ReferenceUse } from '#platform/reference-list.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, DefinitionList, Notice, Page } from '#web/components/index.tsx'
import { mayProposeChange, mayReadReferences } from './change.policy.ts'
import { listChangesOfEntry, listVersionsOf, openStatuses } from './change.queries.ts'
import type { ReferenceChange, ReferenceVersion } from './change.schema.ts'
import { ContentFacts } from './content.view.tsx'
import { findEntry } from './dated-entries.ts'
import {
  changeAddress,
  entryAddress,
  getList,
  listAddress,
  referencesHome,
} from './reference-lists.ts'
import { StateTag, sayValidity } from './show-list.page.tsx'
import { VersionList } from './version-list.view.tsx'
import { WaitingChanges } from './waiting-changes.view.tsx'

interface Shown {
  readonly list: ReferenceList
  readonly entry: ReferenceEntry
  readonly uses: readonly ReferenceUse[]
  readonly versions: readonly ReferenceVersion[]
  readonly changes: readonly ReferenceChange[]
  readonly names: ReadonlyMap<string, string>
  readonly today: string
}

export async function loadEntry(
  { list: code, key }: { list: string; key: string },
  { db, now }: Context,
): Promise<Pick<Shown, 'list' | 'entry' | 'today'>> {
  const list = getList(code)
  const today = toDay(now)
  return { list, today, entry: orNotFound(await findEntry({ db }, list, key, today)) }
}

export const showEntryPage = page(`${referencesHome}/:list/:key`, {
  load: async (params: { list: string; key: string }, context: Context): Promise<Shown> => {
    const { list, entry, today } = await loadEntry(params, context)
    const { db } = context
    const changes = await listChangesOfEntry(db, list.code, entry.key)
    const people = changes.flatMap(({ proposedBy, reviewedBy }) => [proposedBy, reviewedBy])
    return {
      ...{ list, entry, today, changes, names: await listPersonNames(db, people) },
      uses: await list.countUses(db, entry.key),
      versions: await listVersionsOf(db, list.code, entry.key),
    }
  },
  allow: mayReadReferences,
  view: (shown, { actor }) => <ShowEntry {...shown} actor={actor} />,
})

function ShowEntry(props: Shown & { actor: Actor }) {
  const { list, entry, changes, versions, names, today, actor } = props
  const open = changes.find(({ status }) => openStatuses.some((one) => one === status))
  const closed = changes.filter(({ id }) => id !== open?.id)
  return (
    <Page
      title={entry.label}
      kicker={
        <>
          {t(list.title)} <StateTag entry={entry} today={today} />
        </>
      }
      breadcrumbs={[
        { label: 'Référentiels', href: referencesHome },
        { label: list.title, href: listAddress(list) },
      ]}
    >
      {open && <OpenChange change={open} />}
      <ContentFacts list={list} content={entry.content} />
      <EntryFacts {...props} />
      {!open && entry.validUntil === null && mayProposeChange(actor, null) && (
        <EntryActs list={list} entry={entry} />
      )}
      <VersionList {...{ list, entry, versions, changes, names }} />
      <WaitingChanges changes={closed} caption="Changements proposés" />
    </Page>
  )
}

function OpenChange({ change }: { change: ReferenceChange }) {
  return (
    <Notice kind="info" title="Un changement de cette entrée est en cours">
      <p>
        <a href={changeAddress(change)}>
          {t('Lire le changement {ref}', { ref: change.reference })}
        </a>
      </p>
    </Notice>
  )
}

function EntryFacts({ list, entry, uses }: Shown) {
  const { key, source } = entry
  return (
    <DefinitionList
      items={[
        { term: 'Code', value: <code>{key}</code> },
        { term: 'Valable', value: sayValidity(entry) },
        { term: 'Source', value: source },
        { term: 'Ce qui s’en sert', value: <Uses uses={uses} /> },
        { term: 'Ce qui était commencé', value: t(list.keeps) },
      ]}
    />
  )
}

export function Uses({ uses }: { uses: readonly ReferenceUse[] }) {
  const some = uses.filter(({ count }) => count > 0)
  if (some.length === 0) return <>{t('Rien pour l’instant.')}</>
  return (
    <ul>
      {some.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function EntryActs({ list, entry }: Pick<Shown, 'list' | 'entry'>) {
  const base = entryAddress(list, entry.key)
  return (
    <Actions>
      <ButtonLink href={`${base}/modifier`}>Proposer une nouvelle version</ButtonLink>
      {list.mayEnd(entry.key) && (
        <ButtonLink href={`${base}/fin`} kind="quiet">
          Proposer sa fin
        </ButtonLink>
      )}
    </Actions>
  )
}
