/** The requests of the demonstration world: a year of copies of records and of trees, as a small town hall receives them. */

export interface DemoRequest {
  readonly commune: string
  readonly service: string
  /** Counts the requests of a procedure, from 1: part of its identifier. */
  readonly number: number
  readonly receivedDays: number
  readonly name: string
  readonly phone: string
  readonly status: string
  /** Who asked, when they have an account. */
  readonly account?: string
  readonly isSecond: boolean
}

const names = [
  ...['Afi Exemple', 'Kossi Modèle', 'Sènan Échantillon', 'Adjoa Gabarit', 'Codjo Spécimen'],
  ...['Houefa Essai', 'Bio Témoin', 'Yèmi Esquisse', 'Dossa Maquette', 'Nonvi Prototype'],
]

/** What becomes of a request received so many days ago: most are over, a few went otherwise. */
function findStatus(days: number, number: number): string {
  if (days > 9) {
    if (number % 13 === 0) return 'refused'
    return number % 19 === 0 ? 'withdrawn' : 'closed'
  }
  const recent = ['received', 'inReview', 'proposed', 'incomplete', 'accepted']
  return recent[number % recent.length] ?? 'received'
}

function listOf(
  { commune, service }: Pick<DemoRequest, 'commune' | 'service'>,
  { since, every }: { readonly since: number; readonly every: number },
): DemoRequest[] {
  const count = Math.floor((since - 1) / every)
  return Array.from({ length: count }, (_, index) => {
    const number = count + 1 - index
    const receivedDays = since - 1 - index * every
    return {
      ...{ commune, service, number, receivedDays },
      name: names[(number * 7) % names.length] ?? '',
      phone: `+22901970${String(10_000 + number * 37 + commune.length).padStart(5, '0')}`,
      status: findStatus(receivedDays, number),
      isSecond: receivedDays < 41,
    }
  })
}

/** The citizen of the demonstration: one request under review, and one that was answered by an act. */
const own: readonly DemoRequest[] = [
  { number: 1, receivedDays: 3, status: 'inReview' },
  { number: 1000, receivedDays: 26, status: 'closed' },
].map((request) => ({
  ...{ commune: 'glazoue', service: 'birth-copy', isSecond: true, ...request },
  ...{ name: 'Usager Démo', phone: '+2290197001001', account: 'usager' },
}))

export const requests: readonly DemoRequest[] = [
  ...listOf({ commune: 'glazoue', service: 'birth-copy' }, { since: 188, every: 2 }),
  ...listOf({ commune: 'dassa-zoume', service: 'birth-copy' }, { since: 208, every: 5 }),
  ...own,
]

/** Answers that the form of a copy of a birth record accepts. */
export function answerBirthCopy({ name, phone, number }: DemoRequest) {
  const year = 1960 + ((number * 11) % 60)
  return {
    ...{ askerName: name, askerPhone: phone, recordName: name },
    birthDay: `${year}-0${1 + (number % 9)}-1${number % 10}`,
    birthPlace: number % 3 === 0 ? 'Kpakpaza' : 'Maternité du chef-lieu',
    ...{ knowsNumber: true, recordNumber: `${(number * 17) % 900} de ${year}` },
    ...{ copies: 1 + (number % 4), link: number % 5 === 0 ? 'family' : 'self' },
    signature: { name, stroke: null },
  }
}
