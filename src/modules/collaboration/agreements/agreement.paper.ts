/** The agreement (« convention ») on paper: the very text that both sides sign, then the same with their signatures. */
import {
  article,
  body,
  type DocumentModel,
  facts,
  type Issuer,
  nameCommune,
  notice,
  paragraph,
  prose,
  section,
  signatures,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { FrameworkVersion } from '../framework/framework.schema.ts'
import { listSignatories } from '../signatures/signature.paper.ts'
import type { Signature } from '../signatures/signature.queries.ts'
import { agreementSourceLabels } from './agreement.labels.ts'
import type { Agreement, FullAgreement } from './agreement.schema.ts'
import { hashAgreement, type PartyNames, toText } from './agreement-text.rules.ts'

export interface AgreementPaper {
  readonly full: FullAgreement
  readonly names: PartyNames
  readonly issuer: Issuer
  readonly framework: FrameworkVersion
  readonly signatures: readonly Signature[]
  /** When the text was agreed or, once both have, signed. */
  readonly day: Date
}

export function writeAgreementPaper(parts: AgreementPaper): DocumentModel {
  return inLocale('fr', () => write(parts))
}

function write(parts: AgreementPaper): DocumentModel {
  const { full, names, issuer, day } = parts
  const { agreement } = full
  return {
    issuer,
    kicker: 'Convention de collaboration',
    title: agreement.title,
    subtitle: `Entre la ${nameCommune(names.commune).replace('Commune', 'commune')} et ${names.startup}`,
    reference: agreement.reference,
    date: day,
    mention: mentions[agreement.status],
    body: body(
      section('En bref', facts(listFacts(parts))),
      toText(full, names).map(({ title, body: text }, index) =>
        article(index + 1, title, prose(text)),
      ),
      notice('Ce que les parties signent', [
        paragraph('Le texte ci-dessus, mot pour mot. Son empreinte (SHA-256) :'),
        paragraph(hashAgreement(full, names)),
      ]),
      signatures(
        listSignatories(
          [
            { organisationId: agreement.communeId, capacity: 'Pour la commune' },
            { organisationId: agreement.startupId, capacity: 'Pour la startup' },
          ],
          parts.signatures,
        ),
        {
          place: names.commune,
          ...(agreement.signedAt && { day: agreement.signedAt }),
        },
      ),
    ),
  }
}

const mentions: Partial<Record<Agreement['status'], string>> = {
  negotiating: 'Projet',
  abandoned: 'Projet abandonné',
}

function listFacts({ full, names, framework }: AgreementPaper) {
  const { purpose, amount, startsOn, endsOn, source } = full.agreement
  const version = `${framework.title}, version ${framework.number ?? ''}`
  return [
    ['La commune', names.commune],
    ['La startup', names.startup],
    ['Cadre', version],
    ['Issue de', agreementSourceLabels[source]],
    ['Objet', purpose],
    ['Montant', amount > 0 ? `${formatMoney(amount)}, toutes taxes comprises` : ''],
    ['Du', startsOn ? formatDate(startsOn) : ''],
    ['Au', endsOn ? formatDate(endsOn) : ''],
  ] as const
}
