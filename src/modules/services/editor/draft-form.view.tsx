/** The form of one part of a procedure: it carries the version of the draft it was filled from. */
import type { ComponentChildren } from 'preact'
import { Form, Hidden } from '#web/components/index.tsx'
import { type Drafting, editorOf, versionToSend } from './load-draft.ts'

interface Props {
  readonly drafting: Pick<Drafting, 'procedure' | 'version'>
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
  readonly children: ComponentChildren
  readonly submit?: string
  /** The page itself when left out. */
  readonly action?: string
  readonly back?: { readonly label: string; readonly href: string }
}

export function DraftForm({ drafting, values, errors, children, ...form }: Props) {
  const { submit = 'Enregistrer', action, back } = form
  const typed = typeof values.version === 'string' ? values.version : undefined
  return (
    <Form
      submit={submit}
      {...(action && { action })}
      secondary={back ?? { label: 'Annuler', href: editorOf(drafting) }}
    >
      <Hidden name="version" value={versionToSend(drafting, typed, errors.form !== undefined)} />
      {children}
    </Form>
  )
}
