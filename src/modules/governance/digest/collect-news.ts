/** What happened in a week, and what concerns whom: a fixed number of queries, whatever the number of people. */
import { listNeedingCommunes, listNewCalls, listNewNeeds } from '#modules/collaboration/index.ts'
import { listAllEntries } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { toDay } from '#platform/format.ts'
import type { NewsItem } from './digest.rules.ts'

const days = 7
export async function collectNews(db: Db, now: Date): Promise<NewsItem[]> {
  const since = addDays(now, -days)
  const needs = await listNewNeeds(db, since)
  const calls = await listNewCalls(db, since, now)
  const entries = (await listAllEntries(db)).filter(({ publishedAt }) => publishedAt > since)
  return [
    ...needs.map((need) => ({
      ...{ kind: 'need' as const, title: need.title, domains: need.domains, day: null },
      href: `/besoins/${need.reference}`,
    })),
    ...calls.map((call) => ({
      ...{ kind: 'call' as const, title: call.title, domains: call.domains },
      ...{ day: toDay(call.deadline), href: `/appels/${call.reference}` },
    })),
    ...entries.map(({ name, slug, domains }) => ({
      ...{ kind: 'solution' as const, title: name, domains, day: null },
      href: `/solutions/${slug}`,
    })),
    ...(await listSessions(db, since, now)),
    ...(await listRecommended(db, since)),
  ]
}

/** Announced in the week that ends, or met in the one that begins. */
async function listSessions(db: Db, since: Date, now: Date): Promise<NewsItem[]> {
  const rows = await db
    .selectFrom('governance.session as session')
    .select(['reference', 'theme', 'startsOn'])
    .where('status', '=', 'announced')
    .where('startsOn', '>=', toDay(now))
    .where((row) =>
      row.or([
        row('startsOn', '<=', toDay(addDays(now, days))),
        row.exists(
          row
            .selectFrom('governance.sessionEvent as event')
            .select('event.id')
            .whereRef('event.sessionId', '=', 'session.id')
            .where('event.step', '=', 'announce')
            .where('event.occurredAt', '>', since),
        ),
      ]),
    )
    .orderBy('startsOn')
    .execute()
  return rows.map(({ reference, theme, startsOn }) => ({
    ...{ kind: 'session', title: theme, domains: [], day: startsOn },
    href: `/sessions/${reference}`,
  }))
}

async function listRecommended(db: Db, since: Date): Promise<NewsItem[]> {
  const rows = await db
    .selectFrom('governance.recommendation as recommendation')
    .innerJoin('governance.recommendationEvent as event', (join) =>
      join
        .onRef('event.recommendationId', '=', 'recommendation.id')
        .on('event.step', '=', 'adopt')
        .on('event.occurredAt', '>', since),
    )
    .select(['recommendation.reference', 'recommendation.title', 'recommendation.dueOn'])
    .where('recommendation.addressee', '=', 'communes')
    .where('recommendation.status', 'in', ['adopted', 'inProgress'])
    .execute()
  return rows.map(({ reference, title, dueOn }) => ({
    ...{ kind: 'recommendation', title, domains: [], day: dueOn },
    href: `/recommandations/${reference}`,
  }))
}

/** The domains that concern each organisation: of a startup's solutions, of a commune's published needs. */
export async function loadDomains(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const domains = new Map<string, Set<string>>()
  const add = (organisationId: string, domain: string) =>
    domains.set(organisationId, (domains.get(organisationId) ?? new Set()).add(domain))
  for (const { communeId, domain } of await listNeedingCommunes(db)) add(communeId, domain)
  for (const { startupId, domains: own } of await listAllEntries(db))
    for (const domain of own) add(startupId, domain)
  return new Map([...domains].map(([id, own]) => [id, [...own]]))
}
