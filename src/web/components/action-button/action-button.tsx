import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { Button, type ButtonKind, buttonClass } from '../button/button.tsx'
import { FormProof } from '../form/form.tsx'
import { Hidden } from '../hidden/hidden.tsx'
import { Island } from '../island/island.tsx'

interface Props {
  action: string
  label: string
  kind?: ButtonKind
  /** What the button sends. */
  fields?: Readonly<Record<string, string | number>>
  /** Asks once more before acting: what will happen, in one sentence. */
  confirm?: string
  /** More fields, shown with the question. */
  children?: ComponentChildren
}

/** A button that acts: a form of its own. */
export function ActionButton(props: Props) {
  const { label, kind = 'quiet', confirm, children } = props
  if (!confirm && !children) return <ActionForm {...props} kind={kind} />
  return (
    <details class="ask">
      <summary class={buttonClass(kind)}>{t(label)}</summary>
      {confirm && <p>{t(confirm)}</p>}
      <ActionForm {...props} kind={kind === 'danger' ? 'danger' : 'primary'} />
    </details>
  )
}

function ActionForm({ action, label, kind, fields = {}, children }: Props) {
  return (
    <form method="post" action={action} noValidate data-guard>
      <FormProof />
      {Object.entries(fields).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {children}
      <Button kind={kind}>{label}</Button>
      <Island name="form-guard.js" />
    </form>
  )
}
