import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

export type ButtonKind = 'primary' | 'quiet' | 'danger'

interface ButtonProps {
  /** A plain text is translated. */
  children: ComponentChildren
  kind?: ButtonKind
  name?: string
  value?: string
  disabled?: boolean
}

export function Button({ children, kind = 'primary', ...rest }: ButtonProps) {
  return (
    <button class={buttonClass(kind)} {...rest}>
      {translated(children)}
    </button>
  )
}

interface LinkProps {
  href: string
  children: ComponentChildren
  kind?: ButtonKind
  /** Saves the target under this name instead of opening it. */
  download?: string
}

export function ButtonLink({ children, kind = 'primary', ...rest }: LinkProps) {
  return (
    <a class={buttonClass(kind)} {...rest}>
      {translated(children)}
    </a>
  )
}

/** Buttons side by side, the main one first. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>
}

export function buttonClass(kind: ButtonKind): string {
  return kind === 'primary' ? 'btn' : `btn ${kind}`
}

function translated(children: ComponentChildren): ComponentChildren {
  return typeof children === 'string' ? t(children) : children
}
