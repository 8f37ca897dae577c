/** Where somebody writes a change: a new version of an entry, a new entry, the end of one; and again what came back. */
import { z } from 'zod'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { checkProposal, proposeChange, resubmitChange } from './change.actions.ts'
import { changePolicy, mayProposeChange } from './change.policy.ts'
import { getChange } from './change.queries.ts'
import {
  type ChangeKind,
  contentSchema,
  EntryCode,
  type Proposal,
  readTyped,
  TermsInput,
} from './change.schema.ts'
import { ChangeForm, type Writing } from './change-form.view.tsx'
import { nameContent } from './dated-entries.ts'
import { changeAddress, getList, referencesHome } from './reference-lists.ts'
import { loadEntry } from './show-entry.page.tsx'

/** Each list has its own fields: they are read with those the list declares. */
const AnyFields = z.record(z.string(), z.unknown())
type Typed = z.infer<typeof AnyFields>

function readProposal(
  { list, kind, entry }: Writing,
  typed: Typed,
): Proposal | Record<string, string> {
  const terms = readTyped(TermsInput, typed)
  const content = kind === 'end' ? null : readTyped(contentSchema(list.fields), typed)
  const key = kind === 'add' && !entry ? readTyped(z.object({ key: EntryCode }), typed) : null
  const reads = [key, content, terms].filter((read) => read !== null)
  const errors = Object.assign({}, ...reads.map((read) => (read.ok ? {} : read.errors)))
  if (!terms.ok || (content && !content.ok) || (key && !key.ok)) return errors
  const value = content?.value ?? null
  return {
    ...{ kind, terms: terms.value, content: value },
    key: key?.value.key ?? entry?.key ?? '',
    label: entry?.label ?? nameContent(list, value),
  }
}

async function send(writing: Writing, typed: Typed, context: Context) {
  const proposal = readProposal(writing, typed)
  if (!isProposal(proposal)) return refuse(proposal)
  const { list, change } = writing
  const faults = await checkProposal(context, list, proposal, change?.id)
  if (Object.keys(faults).length > 0) return refuse(faults)
  const sent = change
    ? await resubmitChange(context, change, proposal)
    : await proposeChange(context, list, proposal)
  return seeOther(
    changeAddress(sent),
    'Le changement est proposé. Une autre personne de l’association le relit.',
  )
}

const isProposal = (read: Proposal | Record<string, string>): read is Proposal => 'terms' in read

const shared = {
  allow: mayProposeChange,
  input: AnyFields,
  invalid: (writing: Writing, { values, errors }: Submission<Typed>) => (
    <ChangeForm writing={writing} values={values as never} errors={errors as never} />
  ),
  valid: send,
}

const entryPath = `${referencesHome}/:list/:key` as const

function entryForm(part: string, kind: ChangeKind) {
  return form(`${entryPath}/${part}`, {
    ...shared,
    load: async (params: { list: string; key: string }, context: Context): Promise<Writing> => {
      const { list, entry } = await loadEntry(params, context)
      return { list, entry, kind, change: null }
    },
    initial: ({ entry }: Writing) => (kind === 'end' ? {} : { ...entry?.content }),
  })
}

const addForm = form(`${referencesHome}/:list/nouveau`, {
  ...shared,
  load: ({ list }: { list: string }): Writing => ({
    ...{ list: getList(list), kind: 'add', entry: null, change: null },
  }),
  allow: (actor, { list }) => list.mayGrow && mayProposeChange(actor, null),
})

const resubmitForm = form(`${referencesHome}/changements/:changeId/reprendre`, {
  ...shared,
  load: async ({ changeId }: { changeId: string }, { db }: Context): Promise<Writing> => {
    const change = await getChange(db, changeId)
    const { kind, entryKey: key, entryLabel: label, content } = change
    const entry = { key, label, content: content ?? {} }
    return { list: getList(change.listCode), kind, change, entry }
  },
  allow: (actor, { change }) =>
    change?.status === 'returned' && changePolicy.resubmit(actor, change),
  initial: ({ change }: Writing) => ({ ...change?.content, ...change }),
})

export const proposeChangePages = [
  addForm,
  entryForm('modifier', 'revise'),
  entryForm('fin', 'end'),
  resubmitForm,
]
