import { t } from '#platform/i18n.ts'

interface Step {
  readonly label: string
  readonly href?: string
  readonly state: 'done' | 'current' | 'todo'
}

const spoken = { done: 'fait', current: 'en cours', todo: 'à faire' }

/** Where one is in a known sequence. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map(({ label, href, state }) => (
        <li key={label} class={state} aria-current={state === 'current' ? 'step' : undefined}>
          {href ? <a href={href}>{t(label)}</a> : t(label)}
          <span class="hide"> ({t(spoken[state])})</span>
        </li>
      ))}
    </ol>
  )
}
