/** The connections of the demonstration world: plainly fictional providers, believable places, drawn by name and always the same. */
import { createHash } from 'node:crypto'
import arrondissements from '#reference/arrondissements.json' with { type: 'json' }
import communes from '#reference/communes.json' with { type: 'json' }

export const demoProviders = [
  { code: 'demo-a', name: 'Opérateur Démo A' },
  { code: 'demo-b', name: 'Opérateur Démo B' },
  { code: 'demo-c', name: 'Opérateur Démo C' },
] as const

export interface DemoLink {
  readonly technology: string
  readonly provider: (typeof demoProviders)[number]['code']
  /** What is usually measured, in kbit/s; null where nobody measured. */
  readonly kbps: number | null
  readonly promised?: number
  readonly monthlyCost?: number
  readonly wifi?: boolean
}

export interface DemoSite {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly arrondissement?: string
  readonly power?: string
  readonly powerHours?: number
  readonly closedDays?: number
  readonly links: readonly DemoLink[]
}

/** A number below `sides` that always belongs to this name. */
export function draw(name: string, sides: number): number {
  return createHash('sha256').update(`cauri:${name}`).digest().readUInt32BE(0) % sides
}

const glazoue: readonly DemoSite[] = [
  {
    key: 'mairie',
    name: 'Mairie de Glazoué',
    kind: 'mairie',
    power: 'grid',
    powerHours: 18,
    links: [
      {
        technology: '4g',
        provider: 'demo-a',
        kbps: 6200,
        promised: 10_000,
        monthlyCost: 35_000,
        wifi: true,
      },
    ],
  },
  {
    key: 'pnc',
    name: 'PNC de Magoumi',
    kind: 'pointNumeriqueCommunautaire',
    power: 'solar',
    powerHours: 10,
    links: [
      {
        technology: 'satellite',
        provider: 'demo-c',
        kbps: 11_500,
        promised: 10_000,
        monthlyCost: 90_000,
        wifi: true,
      },
    ],
  },
  {
    key: 'ccsp',
    name: 'Centre communal de services publics',
    kind: 'centreCommunalDeServicesPublics',
    power: 'grid',
    powerHours: 18,
    links: [{ technology: '4g', provider: 'demo-b', kbps: 5100, monthlyCost: 25_000 }],
  },
  {
    key: 'aklankpa',
    name: 'Arrondissement d’Aklankpa',
    kind: 'arrondissement',
    arrondissement: 'Aklankpa',
    power: 'none',
    links: [],
  },
  {
    key: 'gome',
    name: 'Arrondissement de Gomè',
    kind: 'arrondissement',
    arrondissement: 'Gomè',
    power: 'generator',
    powerHours: 5,
    links: [{ technology: '3g', provider: 'demo-b', kbps: 900, monthlyCost: 12_000 }],
  },
  {
    key: 'assante',
    name: 'Arrondissement d’Assanté',
    kind: 'arrondissement',
    arrondissement: 'Assanté',
    power: 'solar',
    links: [{ technology: '3g', provider: 'demo-a', kbps: null, monthlyCost: 12_000 }],
  },
  {
    key: 'ancienne',
    name: 'Ancienne maison des jeunes',
    kind: 'other',
    closedDays: 120,
    links: [],
  },
]

/** Journeys start in these. */
const empty = ['bohicon', 'parakou', 'houeyogbe']
/** Always filled, whatever the draw. */
const certain = ['glazoue', 'abomey-calavi', 'djougou', 'cotonou', 'dassa-zoume']

export const connectedCommunes = communes.rows.filter(
  ({ slug }) =>
    !empty.includes(slug) && (certain.includes(slug) || draw(`connected:${slug}`, 100) < 56),
)

type Commune = (typeof communes.rows)[number]

export function listDemoSites(commune: Commune): readonly DemoSite[] {
  if (commune.slug === 'glazoue') return glazoue
  const named = arrondissements.rows
    .filter(([, code]) => code === commune.code)
    .map(([, , name]) => String(name))
  const offices = named.slice(0, 1 + draw(`offices:${commune.slug}`, 3)).map(
    (name): DemoSite => ({
      key: `office:${name}`,
      name: `Arrondissement de ${name}`,
      kind: 'arrondissement',
      arrondissement: name,
      ...drawPower(`${commune.slug}:${name}`),
      links: drawOfficeLinks(`${commune.slug}:${name}`),
    }),
  )
  return [drawTownHall(commune), ...drawPoint(commune.slug), ...offices]
}

const townHallMeans: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  particulier: [['fibre', 38_000]],
  intermediaire: [
    ['fibre', 22_000],
    ['radio', 9400],
    ['4g', 10_600],
  ],
  ordinaire: [
    ['4g', 7300],
    ['4g', 11_200],
    ['3g', 1400],
    ['satellite', 12_400],
    ['fibre', 18_000],
    ['none', 0],
  ],
}

function drawTownHall({ slug, name, category }: Commune): DemoSite {
  const means = townHallMeans[category] ?? []
  const [technology = 'none', kbps = 0] = means[draw(`hall:${slug}`, means.length)] ?? []
  const isMeasured = draw(`hall-measured:${slug}`, 6) > 0
  const link: DemoLink = {
    technology,
    provider: pickProvider(`hall:${slug}`),
    kbps: isMeasured ? vary(slug, kbps) : null,
    monthlyCost: technology === 'fibre' ? 100_000 : 30_000,
    wifi: draw(`wifi:${slug}`, 2) === 0,
  }
  return {
    key: 'mairie',
    name: `Mairie de ${name}`,
    kind: 'mairie',
    power: 'grid',
    powerHours: 14 + draw(`hours:${slug}`, 10),
    links: technology === 'none' ? [] : [link],
  }
}

function drawPoint(slug: string): DemoSite[] {
  if (draw(`point:${slug}`, 2) === 0) return []
  const technology = draw(`point-means:${slug}`, 3) === 0 ? 'satellite' : 'fibre'
  return [
    {
      key: 'pnc',
      name: 'Point numérique communautaire',
      kind: 'pointNumeriqueCommunautaire',
      power: 'solar',
      powerHours: 9,
      links: [
        {
          technology,
          provider: pickProvider(`point:${slug}`),
          kbps: vary(`p${slug}`, 11_000),
          wifi: true,
        },
      ],
    },
  ]
}

function drawOfficeLinks(name: string): DemoLink[] {
  const outcome = draw(`office:${name}`, 5)
  if (outcome < 2) return []
  const technology = ['3g', '4g', '2g'][outcome - 2] ?? '3g'
  const kbps = { '2g': 90, '3g': 1300, '4g': 4600 }[technology] ?? 1000
  const isMeasured = draw(`office-measured:${name}`, 3) > 0
  return [
    {
      technology,
      provider: pickProvider(name),
      kbps: isMeasured ? vary(name, kbps) : null,
      monthlyCost: 12_000,
    },
  ]
}

function drawPower(name: string): Pick<DemoSite, 'power' | 'powerHours'> {
  const outcome = draw(`power:${name}`, 4)
  if (outcome === 0) return { power: 'none' }
  if (outcome === 1) return { power: 'generator', powerHours: 5 }
  return outcome === 2 ? { power: 'grid', powerHours: 16 } : {}
}

const pickProvider = (name: string) => demoProviders[draw(`provider:${name}`, 3)]?.code ?? 'demo-a'

/** More or less a third. */
export function vary(name: string, value: number): number {
  return Math.max(20, Math.round((value * (70 + draw(`vary:${name}`, 61))) / 100))
}
