/**
 * What a situation of a line may say. More paid than committed is refused: nothing is paid without being committed. More
 * committed than voted is recorded and pointed at: the accounts say what happened, the council settles it.
 */

export interface Situation {
  readonly committed: number
  readonly paid: number
  readonly asOf: string
}

export interface Problem {
  readonly field: 'committed' | 'paid' | 'asOf'
  readonly message: string
}

export function checkSituation(
  { committed, paid, asOf }: Situation,
  year: number,
  today: string,
): Problem[] {
  const problems: Problem[] = []
  if (paid > committed)
    problems.push({
      field: 'paid',
      message: 'Le montant payé dépasse le montant engagé : vérifiez les deux.',
    })
  if (asOf > today) problems.push({ field: 'asOf', message: 'Cette date n’est pas encore là.' })
  // Payments of a year may be settled until the end of the next February.
  else if (asOf < `${year}-01-01` || asOf > `${year + 1}-02-29`)
    problems.push({
      field: 'asOf',
      message: 'Cette date est hors de l’exercice du budget.',
    })
  return problems
}
