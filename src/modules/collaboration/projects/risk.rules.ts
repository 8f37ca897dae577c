/** How grave a risk is: its likelihood times its effect, from 1 to 25. */
interface Rated {
  readonly likelihood: number | null
  readonly impact: number | null
}

interface Rating {
  readonly score: number
  readonly label: string
  readonly tone: 'neutral' | 'warning' | 'danger'
}

export function rateRisk({ likelihood, impact }: Rated): Rating {
  const score = (likelihood ?? 0) * (impact ?? 0)
  if (score >= 15) return { score, label: 'Grave', tone: 'danger' }
  return score >= 8
    ? { score, label: 'À surveiller', tone: 'warning' }
    : { score, label: 'Faible', tone: 'neutral' }
}
