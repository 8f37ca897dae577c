/** One change: what differs, from when, from which text, what uses it, and what the reader may do with it. */
import { listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import type { ReferenceContent, ReferenceList, ReferenceUse } from '#platform/reference-list.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Notice, Page } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { changeStepLabels, kindLabels } from './change.labels.ts'
import { mayReadReferences } from './change.policy.ts'
import { getChange, listVersionsOf, openStatuses } from './change.queries.ts'
import type { ReferenceChange } from './change.schema.ts'
import { ChangeActs } from './change-acts.view.tsx'
import { listDifferences } from './content.rules.ts'
import { ContentFacts, Differences } from './content.view.tsx'
import { findEntry } from './dated-entries.ts'
import { entryAddress, getList, listAddress, referencesHome } from './reference-lists.ts'
import { Uses } from './show-entry.page.tsx'
import { SourceText } from './version-list.view.tsx'
import { StatusTag } from './waiting-changes.view.tsx'

interface Shown {
  readonly list: ReferenceList
  readonly change: ReferenceChange
  /** What it changes; null for a new entry. */
  readonly before: ReferenceContent | null
  readonly isKnown: boolean
  readonly uses: readonly ReferenceUse[]
  readonly history: readonly HistoryLine[]
  readonly names: ReadonlyMap<string, string>
}

export const showChangePage = page(`${referencesHome}/changements/:changeId`, {
  load: async ({ changeId }: { changeId: string }, context: Context): Promise<Shown> => {
    const { db, now } = context
    const change = await getChange(db, changeId)
    const list = getList(change.listCode)
    const owner = { referenceChangeId: change.id }
    const history = await listHistory(db, 'governance.referenceChangeEvent', owner)
    const people = [change.proposedBy, ...history.map(({ actorId }) => actorId)]
    return {
      ...{ list, change, history, names: await listPersonNames(db, people) },
      isKnown: (await findEntry(context, list, change.entryKey, toDay(now))) !== undefined,
      before: await findBefore(context, list, change),
      uses: await list.countUses(db, change.entryKey),
    }
  },
  allow: mayReadReferences,
  view: (shown, { actor }) => <ShowChange {...shown} actor={actor} />,
})

/** While it is open, what is in force; once applied, the version that it closed. */
async function findBefore(
  { db, now }: Context,
  list: ReferenceList,
  { id, kind, status, entryKey }: ReferenceChange,
): Promise<ReferenceContent | null> {
  if (kind === 'add') return null
  const versions = await listVersionsOf(db, list.code, entryKey)
  const own = versions.findIndex(({ changeId }) => changeId === id)
  if (own >= 0) return versions[own + 1]?.content ?? null
  if (status === 'applied') return versions[0]?.content ?? null
  return (await findEntry({ db }, list, entryKey, toDay(now)))?.content ?? null
}

function ShowChange(props: Shown & { actor: Actor }) {
  const { list, change, isKnown, history, names, actor } = props
  return (
    <Page
      title={change.entryLabel}
      kicker={
        <>
          {change.reference} <StatusTag change={change} />
        </>
      }
      lead={kindLabels[change.kind]}
      breadcrumbs={[
        { label: 'Référentiels', href: referencesHome },
        { label: list.title, href: listAddress(list) },
        ...(isKnown
          ? [{ label: change.entryLabel, href: entryAddress(list, change.entryKey) }]
          : []),
      ]}
    >
      {change.statusReason && (
        <Notice kind="warning" title="Motif">
          <p>{change.statusReason}</p>
        </Notice>
      )}
      <h2>{t('Ce qui change')}</h2>
      <Changed {...props} />
      <Terms {...props} />
      <ChangeActs change={change} actor={actor} />
      <StepHistory
        lines={history}
        labels={changeStepLabels}
        by={({ actorId }) => names.get(actorId ?? '')}
      />
    </Page>
  )
}

function Changed({ list, change: { kind, content }, before }: Shown) {
  if (kind === 'end')
    return (
      <>
        <p>{t('L’entrée n’aura plus cours. Elle disait :')}</p>
        {before && <ContentFacts list={list} content={before} />}
      </>
    )
  if (kind === 'add' && content) return <ContentFacts list={list} content={content} />
  return <Differences differences={listDifferences(list.fields, before, content)} />
}

function Terms({ list, change, uses, names }: Shown) {
  const isOpen = openStatuses.some((status) => status === change.status)
  return (
    <DefinitionList
      items={[
        { term: 'Date d’effet', value: formatDate(change.takesEffectOn) },
        { term: 'Source', value: <SourceText {...change} /> },
        { term: 'Pourquoi', value: change.reason },
        { term: 'Proposé par', value: names.get(change.proposedBy) },
        ...(isOpen ? [{ term: 'Ce qui s’en sert', value: <Uses uses={uses} /> }] : []),
        { term: 'Ce qui était commencé', value: t(list.keeps) },
      ]}
    />
  )
}
