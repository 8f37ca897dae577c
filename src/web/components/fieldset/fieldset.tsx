import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

interface Props {
  legend: string
  hint?: string
  children: ComponentChildren
}

/** Fields that belong together. */
export function Fieldset({ legend, hint, children }: Props) {
  return (
    <fieldset class="set">
      <legend>{t(legend)}</legend>
      {hint && <p class="hint">{t(hint)}</p>}
      {children}
    </fieldset>
  )
}

/** A part of a long form, with its heading. */
export function FormSection({ title, hint, children }: Omit<Props, 'legend'> & { title: string }) {
  return (
    <section class="part">
      <h2>{t(title)}</h2>
      {hint && <p class="soft">{t(hint)}</p>}
      {children}
    </section>
  )
}
