/** Loads the sites, connections, measurements and outages of the demonstration world. */
import type { Insertable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import arrondissements from '#reference/arrondissements.json' with { type: 'json' }
import {
  connectedCommunes,
  type DemoLink,
  type DemoSite,
  demoProviders,
  draw,
  listDemoSites,
  vary,
} from './connectivity.ts'
import { type Ago, demoId, personId } from './ids.ts'

const measuredDaysAgo = [3, 17, 34, 58, 79, 104, 139, 171, 204, 242, 281, 330]

interface Placed {
  readonly slug: string
  readonly code: string
  readonly communeId: string
  readonly siteId: string
  readonly site: DemoSite
}

export async function loadConnectivity(db: Db, ago: Ago): Promise<void> {
  const source = 'Fournisseur fictif de la démonstration'
  await db
    .insertInto('planning.provider')
    .values(demoProviders.map((provider) => ({ ...provider, source })))
    .execute()
  const placed = connectedCommunes.flatMap((commune) =>
    listDemoSites(commune).map(
      (site): Placed => ({
        slug: commune.slug,
        code: commune.code,
        communeId: commune.id,
        siteId: demoId(`site:${commune.slug}:${site.key}`),
        site,
      }),
    ),
  )
  await insertAll(
    placed.map((one) => toSite(one, ago)),
    (rows) => db.insertInto('planning.site').values(rows).execute(),
  )
  const links = placed.flatMap((one) => one.site.links.map((link) => ({ ...one, link })))
  await insertAll(
    links.map((one) => toLink(one, ago)),
    (rows) => db.insertInto('planning.link').values(rows).execute(),
  )
  await insertAll(
    links.flatMap((one) => listMeasurements(one, ago)),
    (rows) => db.insertInto('planning.measurement').values(rows).execute(),
  )
  await insertAll(
    links.flatMap((one) => listOutages(one, ago)),
    (rows) => db.insertInto('planning.outage').values(rows).execute(),
  )
}

async function insertAll<Row>(rows: readonly Row[], insert: (rows: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 1000) await insert(rows.slice(from, from + 1000))
}

const linkId = ({ slug, site }: Placed) => demoId(`link:${slug}:${site.key}`)

function toSite({ code, communeId, siteId, site }: Placed, ago: Ago) {
  const row = arrondissements.rows.find(
    ([, commune, name]) => commune === code && name === site.arrondissement,
  )
  return {
    id: siteId,
    communeId,
    name: site.name,
    kind: site.kind,
    arrondissementCode: row ? String(row[0]) : null,
    power: site.power ?? null,
    powerHours: site.powerHours ?? null,
    closedOn: site.closedDays ? ago(site.closedDays).toISOString().slice(0, 10) : null,
    createdAt: ago(400),
    updatedAt: ago(60),
  }
}

type WithLink = Placed & { readonly link: DemoLink }

function toLink(one: WithLink, ago: Ago) {
  const { communeId, siteId, link } = one
  return {
    id: linkId(one),
    siteId,
    communeId,
    technology: link.technology,
    providerCode: link.provider,
    downKbps: link.promised ?? null,
    monthlyCost: link.monthlyCost ?? null,
    since: ago(420).toISOString().slice(0, 10),
    hasSharedWifi: link.wifi ?? false,
    createdAt: ago(400),
    updatedAt: ago(60),
  }
}

type MeasurementRow = Insertable<Tables['planning.measurement']>

function listMeasurements(one: WithLink, ago: Ago): MeasurementRow[] {
  const { slug, communeId, siteId, site, link } = one
  const { kbps } = link
  if (kbps === null) return []
  return measuredDaysAgo.map((days, index) => {
    const name = `measurement:${slug}:${site.key}:${index}`
    const source = ['browser', 'manual', 'file'][index % 3] ?? 'manual'
    return {
      id: demoId(name),
      ...{ communeId, siteId, linkId: linkId(one), source },
      takenAt: ago(days),
      downKbps: vary(name, kbps),
      upKbps: vary(`${name}:up`, Math.round(kbps / 3)),
      latencyMs: (link.technology === 'satellite' ? 560 : 35) + draw(name, 60),
      bytesUsed: source === 'browser' ? 736_000 : null,
      recordedBy: slug === 'glazoue' ? personId('rsi.glazoue') : null,
      recordedAt: ago(days),
    }
  })
}

type OutageRow = Insertable<Tables['planning.outage']>

function listOutages(one: WithLink, ago: Ago): OutageRow[] {
  const { slug, communeId, siteId, site } = one
  const causes = ['power', 'provider', 'equipment', 'unknown'] as const
  const count = draw(`outages:${slug}:${site.key}`, 4)
  const past = Array.from({ length: count }, (_, index) => {
    const name = `outage:${slug}:${site.key}:${index}`
    const days = 8 + draw(name, 200)
    return {
      id: demoId(name),
      ...{ linkId: linkId(one), siteId, communeId },
      beganAt: ago(days),
      endedAt: ago(days - 0.2 - draw(`${name}:length`, 40) / 10),
      cause: causes[draw(`${name}:cause`, 4)] ?? 'unknown',
      note: '',
      recordedAt: ago(days),
    }
  })
  return slug === 'glazoue' && site.key === 'gome' ? [...past, openOutage(one, ago)] : past
}

function openOutage(one: WithLink, ago: Ago): OutageRow {
  const { communeId, siteId } = one
  return {
    id: demoId('outage:glazoue:open'),
    ...{ linkId: linkId(one), siteId, communeId },
    beganAt: ago(2.5),
    cause: 'provider',
    note: 'Antenne en panne, l’opérateur est prévenu.',
    recordedBy: personId('rsi.glazoue'),
    recordedAt: ago(2.4),
  }
}
