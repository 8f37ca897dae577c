import { t } from '#platform/i18n.ts'

export type Legend = readonly { level: number | null; label: string }[]

export const levelClass = (level: number | null) => (level === null ? 'lx' : `l${level}`)
export const levelSign = (level: number | null) => level ?? '?'

export function MapLegend({ legend }: { legend: Legend }) {
  return (
    <ul class="legend">
      {legend.map(({ level, label }) => (
        <li key={label}>
          <svg
            class={levelClass(level)}
            viewBox="0 0 24 24"
            width="24"
            height="24"
            aria-hidden="true"
          >
            <circle cx="12" cy="12" r="11" />
            <text x="12" y="16">
              {levelSign(level)}
            </text>
          </svg>
          {t(label)}
        </li>
      ))}
    </ul>
  )
}
