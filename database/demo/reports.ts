/** The reports of the demonstration world: a year of what inhabitants of three communes told, and what became of it. All of it invented. */
import communes from '#reference/communes.json' with { type: 'json' }

export type DemoStatus = 'received' | 'inProgress' | 'resolved' | 'rejected' | 'duplicate'

export interface DemoReport {
  readonly commune: string
  /** Counts the reports of a commune, from 1, the latest first: part of its identifier. */
  readonly number: number
  readonly receivedDays: number
  readonly category: string
  readonly status: DemoStatus
  /** The number of the report it was merged into. */
  readonly target: number | null
  readonly description: string
  readonly arrondissement: string
  readonly quartier: string
  readonly landmark: string
  readonly latitude: number
  readonly longitude: number
  readonly visibility: 'waiting' | 'shown' | 'hidden'
  readonly hasPhoto: boolean
  readonly answer: string
  readonly supports: number
}

interface Words {
  readonly category: string
  readonly told: string
  readonly done: string
}

const words: readonly Words[] = [
  {
    category: 'street-light',
    told: 'Le lampadaire est éteint depuis plusieurs soirs, on ne voit plus le carrefour.',
    done: 'L’ampoule et le fusible sont changés. L’éclairage marche de nouveau.',
  },
  {
    category: 'waste',
    told: 'Le bac déborde depuis une semaine et les ordures sont au milieu de la voie.',
    done: 'Le bac est vidé et la voie nettoyée. Le passage est désormais hebdomadaire.',
  },
  {
    category: 'road',
    told: 'Un grand trou au milieu de la piste : deux motos sont déjà tombées.',
    done: 'Le trou est rebouché en latérite compactée.',
  },
  {
    category: 'drain',
    told: 'Le caniveau est bouché, l’eau entre dans les cours dès qu’il pleut.',
    done: 'Le caniveau est curé sur deux cents mètres.',
  },
  {
    category: 'water',
    told: 'La borne-fontaine ne donne plus d’eau depuis trois jours.',
    done: 'L’exploitant a remplacé la pompe. La borne donne de nouveau de l’eau.',
  },
  {
    category: 'building',
    told: 'Le toit d’une salle de classe fuit et les tables sont mouillées.',
    done: 'Les tôles abîmées sont remplacées.',
  },
  {
    category: 'danger',
    told: 'Un regard est resté ouvert au bord de la route, devant l’école.',
    done: 'Une dalle neuve ferme le regard.',
  },
  {
    category: 'market',
    told: 'Un poteau du hangar du marché penche et menace de tomber.',
    done: 'Le poteau est repris et le hangar consolidé.',
  },
  {
    category: 'tree',
    told: 'Une grosse branche morte pend au-dessus de la place.',
    done: 'La branche est coupée et évacuée.',
  },
]

const refusals = [
  'Cette voie ne dépend pas de la commune : nous avons transmis à l’administration qui s’en occupe.',
  'Nous sommes allés voir et n’avons rien trouvé à cet endroit. Signalez de nouveau avec un repère.',
]

const places = [
  ['Quartier Démonstration', 'Devant l’école du Modèle'],
  ['Quartier Exemple', 'Près du marché Spécimen'],
  ['Quartier Gabarit', 'À côté du pont Maquette'],
  ['Quartier Esquisse', 'Derrière la borne Essai'],
] as const

/** Which communes, how often, and names of arrondissements they have. */
const told = [
  { commune: 'glazoue', every: 3, arrondissements: ['Glazoué', 'Assanté', 'Kpakpaza'] },
  {
    commune: 'parakou',
    every: 4,
    arrondissements: ['1er arrondissement de Parakou', '2e arrondissement de Parakou'],
  },
  { commune: 'dassa-zoume', every: 7, arrondissements: ['Dassa I', 'Dassa II'] },
] as const

const centers = new Map(communes.rows.map((commune) => [commune.slug, commune]))
const days = 364

export const reports: readonly DemoReport[] = told.flatMap(({ commune, every, arrondissements }) =>
  Array.from({ length: Math.floor(days / every) }, (_, index) =>
    createReport(commune, index + 1, 0.4 + index * every, arrondissements),
  ),
)

function createReport(
  commune: string,
  number: number,
  receivedDays: number,
  arrondissements: readonly string[],
): DemoReport {
  const status = findStatus(number, receivedDays)
  // A duplicate tells again what the one before it told, a few steps away.
  const same = status === 'duplicate' ? number + 1 : number
  const { category, told: text, done } = pick(words, same)
  const [quartier, landmark] = pick(places, same * 3)
  return {
    ...{ commune, number, receivedDays, category, status, quartier, landmark },
    target: status === 'duplicate' ? same : null,
    description: number % 12 === 5 ? `${text} Appelez-moi au 01 97 00 00 00.` : text,
    arrondissement: pick(arrondissements, same),
    ...findPlace(commune, same, number),
    visibility: findVisibility(number, receivedDays),
    hasPhoto: number % 7 === 2,
    answer: status === 'rejected' ? pick(refusals, number) : done,
    supports: (number * 5) % 9,
  }
}

function pick<One>(list: readonly One[], index: number): One {
  return list[index % list.length] as One
}

function findStatus(number: number, receivedDays: number): DemoStatus {
  if (number % 10 === 4) return 'duplicate'
  if (receivedDays < 25)
    return pick(
      ['inProgress', 'received', 'received', 'resolved', 'inProgress'] as const,
      number - 1,
    )
  if (number % 11 === 0) return 'rejected'
  return number % 17 === 0 ? 'inProgress' : 'resolved'
}

function findVisibility(number: number, receivedDays: number): DemoReport['visibility'] {
  if (number % 29 === 28) return 'hidden'
  return receivedDays < 12 && number % 3 !== 1 ? 'waiting' : 'shown'
}

/** Around the seat of the commune, spread as a small town is. */
function findPlace(commune: string, same: number, number: number) {
  const { latitude = 0, longitude = 0 } = centers.get(commune) ?? {}
  const angle = same * 2.4
  const away = 0.002 + ((same * 37) % 100) / 7000
  const step = same === number ? 0 : 0.0004
  return {
    latitude: round(latitude + away * Math.sin(angle) + step),
    longitude: round(longitude + away * Math.cos(angle)),
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}
