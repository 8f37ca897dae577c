/** The need sheet (« fiche de besoin »): what a commune wants solved, on paper. */
import {
  body,
  bullets,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  prose,
  section,
} from '#platform/documents.ts'
import { formatNumber } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { NeedJoiner } from './need.queries.ts'
import type { Need } from './need.schema.ts'
import { listNeedFacts, listNeedTexts } from './need-facts.ts'

interface Parts {
  readonly need: Need
  readonly issuer: Issuer
  readonly joiners: readonly NeedJoiner[]
  /** The names of the communes that joined. */
  readonly names: ReadonlyMap<string, string>
}

export function writeNeedSheet(parts: Parts): DocumentModel {
  return inLocale('fr', () => write(parts))
}

function write({ need, issuer, joiners, names }: Parts): DocumentModel {
  return {
    issuer,
    kicker: 'Fiche de besoin',
    title: need.title || 'Besoin sans titre',
    reference: need.reference ?? 'Sans référence',
    date: need.publishedAt ?? need.updatedAt,
    mention: mentionOf(need),
    body: body(
      listNeedTexts(need).map(([heading, text]) => section(heading, prose(text))),
      section('En bref', facts(listNeedFacts(need))),
      joiners.length > 0 &&
        section(
          'Un besoin groupé',
          paragraph('Ces communes ont le même besoin et s’y sont jointes :'),
          bullets(joiners.map((joiner) => describeJoiner(joiner, names))),
        ),
    ),
  }
}

function mentionOf({ status }: Need): string | undefined {
  if (status === 'published') return undefined
  return status === 'met' ? 'Besoin satisfait' : 'Projet'
}

function describeJoiner(
  { communeId, users, note }: NeedJoiner,
  names: ReadonlyMap<string, string>,
): string {
  const count = users === null ? '' : ` (${formatNumber(users)} utilisateurs)`
  return `${names.get(communeId) ?? ''}${count}${note && ` : ${note}`}`
}
