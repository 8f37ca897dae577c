/** Every Monday morning: each person's week, by e-mail, in their language, once; nothing to those for whom nothing is new. */
import { deliver, listRecipientsOfKinds, type Recipient } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { collectNews, loadDomains } from './collect-news.ts'
import { describeNews } from './digest.labels.ts'
import { chooseNews, findMonday, type NewsItem, type Reader } from './digest.rules.ts'

export const digestHome = '/espace/resume'

interface Addressed {
  readonly person: Recipient
  readonly readers: readonly Reader[]
}

export async function sendDigests({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  await writeAs(db, system, async (transaction) => {
    const week = findMonday(toDay(now))
    const news = await collectNews(transaction, now)
    if (news.length === 0) return
    const lines = new Map<string, NewsItem[]>()
    const people: Recipient[] = []
    for (const { person, readers } of await listAddressed(transaction)) {
      const own = chooseNews(news, readers)
      if (own.length === 0) continue
      people.push(person)
      lines.set(person.id, own)
    }
    const fresh = await keepDigests(transaction, week, lines)
    await deliver(
      transaction,
      people.filter(({ id }) => fresh.has(id)),
      {
        topic: 'digest',
        by: ['email'],
        lettersOf: ({ id }) => writeDigest(lines.get(id) ?? [], week),
      },
      now,
    )
  })
}

/** Each person once, for all their organisations. */
async function listAddressed(db: Db): Promise<Addressed[]> {
  const domains = await loadDomains(db)
  const people = new Map<string, Addressed>()
  for (const member of await listRecipientsOfKinds(db, ['commune', 'startup'])) {
    const { organisationId, kind } = member
    const known = people.get(member.id)?.readers ?? []
    const reader = { kind, domains: domains.get(organisationId) ?? [] }
    people.set(member.id, { person: member, readers: [...known, reader] })
  }
  return [...people.values()]
}

/** Who had none this week: told a second time, nobody is. */
async function keepDigests(
  db: Db,
  week: string,
  lines: ReadonlyMap<string, readonly NewsItem[]>,
): Promise<ReadonlySet<string>> {
  const rows = [...lines].map(([personId, own]) => ({
    ...{ personId, week, lines: JSON.stringify(own) },
  }))
  if (rows.length === 0) return new Set()
  const kept = await db
    .insertInto('governance.digest')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .execute()
  return new Set(kept.map(({ personId }) => personId))
}

function writeDigest(lines: readonly NewsItem[], week: string) {
  return {
    subject: () =>
      t('Votre semaine sur Cauri : {count, plural, one {une nouveauté} other {# nouveautés}}', {
        count: lines.length,
      }),
    text: () => lines.map(describeNews).join('\n'),
    link: digestHome,
    key: `digest:${week}`,
  }
}
