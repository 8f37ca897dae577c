import { t } from '#platform/i18n.ts'

export interface Reason {
  readonly kind: 'positive' | 'negative' | 'neutral'
  readonly text: string
  readonly points?: number
  readonly maximum?: number
}

const signs = { positive: '+', negative: '−', neutral: '?' }
const spoken = { positive: 'Favorable', negative: 'Défavorable', neutral: 'À vérifier' }

/** Why a score is what it is: every point names its reason. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.map(({ kind, text, points, maximum }) => (
        <li key={text} class={kind}>
          <b class="sign" aria-hidden="true">
            {signs[kind]}
          </b>
          <span>
            <span class="hide">{t(spoken[kind])} : </span>
            {t(text)}
          </span>
          {points !== undefined && (
            <span class="points">
              {maximum === undefined
                ? t('{points, plural, one {# point} other {# points}}', { points })
                : `${points} / ${maximum}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
