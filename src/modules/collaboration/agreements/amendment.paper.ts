/** The amendment (« avenant ») on paper: why the agreement changes, from what to what. */
import {
  body,
  type DocumentModel,
  facts,
  type Issuer,
  nameCommune,
  paragraph,
  prose,
  section,
  signatures,
  strong,
  table,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { listSignatories } from '../signatures/signature.paper.ts'
import type { Signature } from '../signatures/signature.queries.ts'
import type { Agreement } from './agreement.schema.ts'
import type { PartyNames } from './agreement-text.rules.ts'
import type { Amendment, AmendmentChanges } from './amendment.queries.ts'
import { hashAmendment } from './amendment-text.rules.ts'

interface AmendmentPaper {
  readonly agreement: Agreement
  readonly amendment: Amendment
  readonly names: PartyNames
  readonly issuer: Issuer
  readonly signatures: readonly Signature[]
}

export function writeAmendmentPaper(parts: AmendmentPaper): DocumentModel {
  return inLocale('fr', () => write(parts))
}

function write({ agreement, amendment, names, issuer, ...given }: AmendmentPaper): DocumentModel {
  const { number, reason, changes, signedAt, createdAt, status } = amendment
  return {
    issuer,
    kicker: `Avenant n° ${number}`,
    title: agreement.title,
    subtitle: `Entre la ${nameCommune(names.commune).replace('Commune', 'commune')} et ${names.startup}`,
    reference: `${agreement.reference}-A${number}`,
    date: signedAt ?? createdAt,
    mention: status === 'refused' ? 'Refusé' : undefined,
    body: body(
      section('En bref', facts([['Convention modifiée', agreement.reference]])),
      section('Motifs', prose(reason)),
      section('Ce qui change', listValues(changes), changes.clauses.map(writeClause)),
      paragraph('Les clauses qui ne sont pas modifiées demeurent.'),
      paragraph(`Empreinte du texte (SHA-256) : ${hashAmendment(amendment, agreement)}`),
      signatures(
        listSignatories(
          [
            { organisationId: agreement.communeId, capacity: 'Pour la commune' },
            { organisationId: agreement.startupId, capacity: 'Pour la startup' },
          ],
          given.signatures,
        ),
        { place: names.commune, ...(signedAt && { day: signedAt }) },
      ),
    ),
  }
}

function listValues({ amount, endsOn }: AmendmentChanges) {
  const rows = [
    amount && ['Montant total', formatMoney(amount.before), formatMoney(amount.after)],
    endsOn && ['Fin', endsOn.before ? formatDate(endsOn.before) : null, formatDate(endsOn.after)],
  ].filter((row) => row !== undefined)
  return rows.length > 0 && table({ columns: ['', 'Avant', 'Désormais'], rows })
}

function writeClause({ title, before, body: text }: AmendmentChanges['clauses'][number]) {
  return section(
    title,
    paragraph([strong('La clause était :')]),
    prose(before),
    paragraph([strong('Elle devient :')]),
    prose(text),
  )
}
