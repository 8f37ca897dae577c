/** How communes of the demonstration world render their services, with two years of changes: towns are further, and nobody is done. */
import { createHash } from 'node:crypto'
import type { Db } from '#platform/database.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import sheets from '#reference/service-sheets.json' with { type: 'json' }
import { type Ago, demoId, organisationId, personId } from './ids.ts'

const levels = ['notOffered', 'paper', 'information', 'form', 'online'] as const

/** Some communes have said nothing yet; these start their story on empty pages. */
const silent = ['bohicon', 'parakou', 'houeyogbe']

export async function loadServices(db: Db, ago: Ago): Promise<void> {
  const offers = listOffers(ago)
  await insertAll(
    offers.map(({ changes: _, ...offer }) => offer),
    (rows) => db.insertInto('services.offer').values(rows).execute(),
  )
  await insertAll(
    offers.flatMap(({ changes }) => changes),
    (rows) => db.insertInto('services.offerChange').values(rows).execute(),
  )
  await loadFees(db, ago)
}

async function insertAll<Row>(
  rows: readonly Row[],
  insert: (rows: Row[]) => Promise<unknown>,
): Promise<void> {
  const size = 1000
  for (let at = 0; at < rows.length; at += size) await insert(rows.slice(at, at + size))
}

/** The same name always gives the same number between 0 and 1. */
function draw(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32
}

function listOffers(ago: Ago) {
  const talking = communes.rows.filter(
    ({ slug }) => !silent.includes(slug) && (slug === 'glazoue' || draw(`services:${slug}`) < 0.6),
  )
  return talking.flatMap((commune) =>
    sheets.rows
      .filter(({ code }) => draw(`known:${commune.slug}:${code}`) < 0.85)
      .map(({ code, suspension }) => createOffer(commune, code, suspension !== null, ago)),
  )
}

type Commune = (typeof communes.rows)[number]

const ease: Readonly<Record<string, number>> = {
  particulier: 0.9,
  intermediaire: 0.4,
  ordinaire: 0,
}

function createOffer(commune: Commune, code: string, isSuspended: boolean, ago: Ago) {
  const communeId = organisationId(commune.slug)
  const reach = 1 + draw(`reach:${commune.slug}:${code}`) * 1.9 + (ease[commune.category] ?? 0)
  const isMissing = isSuspended || draw(`missing:${commune.slug}:${code}`) < 0.06
  const rank = isMissing ? 0 : Math.min(4, Math.floor(reach))
  const level = levels[rank] ?? 'paper'
  const changedDays = 40 + Math.floor(draw(`when:${commune.slug}:${code}`) * 640)
  const isDigital = rank >= 3
  const steps = [
    { to: isDigital || rank === 2 ? 'paper' : level, days: 700 },
    ...(isDigital || rank === 2 ? [{ to: level, days: changedDays }] : []),
  ]
  return {
    communeId,
    serviceCode: code,
    level,
    since: isDigital ? ago(changedDays).toISOString().slice(0, 10) : null,
    place: isDigital ? 'own' : null,
    url: isDigital ? `https://${commune.slug}.demo.example/${code}` : null,
    updatedAt: ago(rank >= 2 ? changedDays : 700),
    changes: steps.map(({ to, days }, index) => ({
      id: demoId(`offer-change:${commune.slug}:${code}:${index}`),
      communeId,
      serviceCode: code,
      fromLevel: index === 0 ? null : 'paper',
      toLevel: to,
      cause: 'declared',
      organisationId: communeId,
      occurredAt: ago(days),
    })),
  }
}

const glazoueFees = [
  { service: 'birth-copy', label: 'Copie d’acte, par exemplaire', amount: 500 },
  { service: 'marriage', label: 'Mariage un jour ouvrable', amount: 10_000 },
  { service: 'marriage', label: 'Mariage le samedi', amount: 15_000 },
  { service: 'market-fee', label: 'Étal, par jour de marché', amount: 100 },
  { service: 'room-hire', label: 'Salle polyvalente, par jour', amount: 20_000 },
]

async function loadFees(db: Db, ago: Ago): Promise<void> {
  const day = (days: number) => ago(days).toISOString().slice(0, 10)
  const deliberation = {
    communeId: organisationId('glazoue'),
    deliberationNumber: 'DEMO-2025-014',
    deliberationDate: day(520),
    validFrom: day(500),
    recordedBy: personId('rsi.glazoue'),
    recordedAt: ago(499),
  }
  const rows = glazoueFees.map(({ service, label, amount }, index) => ({
    ...deliberation,
    id: demoId(index === 0 ? 'fee:glazoue:birth-copy' : `fee:glazoue:${service}:${label}`),
    serviceCode: service,
    label,
    amount,
  }))
  await db.insertInto('services.fee').values(rows).execute()
  await db
    .insertInto('services.fee')
    .values({
      ...deliberation,
      id: demoId('fee:glazoue:annulled'),
      serviceCode: 'public-domain',
      label: 'Occupation d’un trottoir, par mètre carré et par mois',
      amount: 1500,
      annulledOn: day(300),
      annulledReason: 'Annulé par l’autorité de tutelle : affichage non fait dans les délais.',
    })
    .execute()
}
