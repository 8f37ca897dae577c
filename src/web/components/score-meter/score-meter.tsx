import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

interface Props {
  score: number
  label: string
  maximum?: number
}

/** A score in words and figures; the bar only repeats it. */
export function ScoreMeter({ score, label, maximum = 100 }: Props) {
  const width = Math.round((Math.min(Math.max(score, 0), maximum) / maximum) * 100)
  return (
    <div class="score">
      <p>
        {t(label)} <b>{t('{score} sur {maximum}', { score: write(score), maximum })}</b>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" />
        <rect class="fill" width={width} height="4" />
      </svg>
    </div>
  )
}

const write = (score: number) => (Number.isInteger(score) ? score : formatDecimal(score))
