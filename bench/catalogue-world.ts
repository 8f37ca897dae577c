/** A catalogue far larger than Benin's, the same on every run: what searches are measured on. */
import { sql } from 'kysely'
import { refreshCatalogue } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import domains from '#reference/domains.json' with { type: 'json' }
import services from '#reference/municipal-services.json' with { type: 'json' }

const startups = 800

const verbs =
  'gérer encaisser suivre publier recenser planifier archiver signaler déclarer facturer vérifier cartographier'
const things =
  'taxe déchet permis acte courrier parcelle école forage budget agent délibération véhicule éclairage archive ticket redevance abonnement contribuable dossier place patente cimetière registre terrain plan rue caniveau lampadaire citerne compteur facture quittance caisse recette dépense marge contrat stock pièce camion moto carburant garage stade salle culture bibliothèque musée festival jeune femme santé vaccin médicament ambulance hôpital pharmacie repas cantine élève maître classe semence engrais bétail pâturage couloir forêt arbre inondation digue alerte radio affiche message sondage vote conseil séance procès-verbal décision'
const manners =
  'simplement hors-ligne rapidement ensemble partout mensuellement sans-papier avec-un-téléphone au-guichet chaque-soir'
const names =
  'Axi Gbè Tossa Nagbé Wari Sika Koudou Alafia Zogbo Todjo Mêdé Kpèdo Yêhwé Danvi Houéto Sonagnon'

/** A small repeatable generator (mulberry32): benchmarks must not depend on luck. */
export function createDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

export async function fillCatalogue(db: Db, count: number): Promise<void> {
  await writeAs(db, system, async (transaction) => {
    await createStartups(transaction)
    const dice = createDice(7)
    for (let from = 0; from < count; from += 2000)
      await createSolutions(transaction, from, Math.min(2000, count - from), dice)
    await createUses(transaction)
    await refreshCatalogue(transaction, 'all')
  })
  await sql`vacuum analyze directory.catalogue_entry, directory.catalogue_word`.execute(db)
}

const startupId = (number: number) => `00000000-0000-7000-8000-1${String(number).padStart(11, '0')}`
const solutionId = (number: number) =>
  `00000000-0000-7000-8000-2${String(number).padStart(11, '0')}`

/** Eight hundred, verified, without anybody in them yet. */
export async function createStartups(db: Db): Promise<void> {
  const rows = Array.from({ length: startups }, (_, number) => ({
    id: startupId(number),
    number,
    name: `${names.split(' ')[number % 16]} Numérique ${number}`,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, number int, name text)`
  await sql`insert into identity.organisation (id, kind, name) select id, 'startup', name from ${given}`.execute(
    db,
  )
  await sql`insert into directory.startup (id, slug, name, ifu, rccm, legal_form, status, label_number, label_expires_on, verified_at)
    select id, 'startup-' || number, name, lpad(number::text, 13, '0'), 'RB/COT/' || number, 'sarl', 'verified',
      case when number % 5 = 0 then 'L' || number end, case when number % 5 = 0 then date '2027-01-01' + number end, now()
    from ${given}`.execute(db)
}

async function createSolutions(
  db: Db,
  from: number,
  count: number,
  dice: (sides: number) => number,
): Promise<void> {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T
  const say = (words: string) => pick(words.split(' ')).replaceAll('-', ' ')
  const rows = Array.from({ length: count }, (_, index) => {
    const subjects = [say(things), say(things), say(things)]
    const sentence = () => `${say(verbs)} chaque ${pick(subjects)} de la commune ${say(manners)}`
    return {
      id: solutionId(from + index),
      startup: startupId(dice(startups)),
      number: from + index,
      name: `${say(names)} ${pick(subjects)} ${from + index}`,
      summary: sentence(),
      problem: `${sentence()}. ${sentence()}. ${sentence()}.`,
      description: Array.from({ length: 8 }, sentence).join('. '),
      domains: [pick(domains.rows).code, pick(domains.rows).code],
      services: [pick(services.rows).code],
      connectivity: pick(['none', '2g', '3g', '3g', '4g', 'fibre']),
      offline: dice(3) === 0,
      hosting: pick(['commune', 'benin', 'benin', 'africa', 'elsewhere']),
      licence: pick(['proprietary', 'proprietary', 'openSource', 'public']),
      languages: dice(2) === 0 ? ['fr'] : ['fr', 'fon'],
      price: pick([null, 0, 300_000, 900_000, 3_000_000]),
    }
  })
  await sql`insert into directory.solution (id, startup_id, slug, name, summary, problem, description, domains, services,
      min_connectivity, works_offline, hosting, licence, languages, price_setup, price_yearly, status, verified_at)
    select id, startup, 'solution-' || number, name, summary, problem, description, domains, services,
      connectivity, offline, hosting, licence, languages, price, price, 'verified', timestamptz '2026-01-01 00:00Z' + number * interval '7 minutes'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, startup uuid, number int, name text, summary text,
      problem text, description text, domains text[], services text[], connectivity text, offline boolean, hosting text,
      licence text, languages text[], price bigint)`.execute(db)
}

/** One solution in three is used somewhere, and half of the confirmed uses are rated. */
async function createUses(db: Db): Promise<void> {
  await sql`insert into directory.deployment (id, solution_id, startup_id, commune_id, status)
    select gen_random_uuid(), solution.id, solution.startup_id, commune.id,
      case when (solution.place + commune.place) % 4 = 0 then 'claimed' else 'confirmed' end
    from (select id, startup_id, row_number() over (order by id) as place from directory.solution) solution
    join (select id, row_number() over (order by code) as place from directory.commune) commune
      on solution.place % 3 = 0 and commune.place = 1 + solution.place % 77`.execute(db)
  await sql`insert into directory.rating (deployment_id, commune_id, solution_id, stars, comment, rated_by)
    select id, commune_id, solution_id, 1 + abs(hashtext(solution_id::text)) % 5, 'Un avis assez long pour être gardé.', commune_id
    from directory.deployment where status = 'confirmed' and abs(hashtext(id::text)) % 2 = 0`.execute(
    db,
  )
}
